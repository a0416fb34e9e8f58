import ArgumentParser
import AuditCore
import Foundation
import History

/// `oitcheck history list`: runs, newest first.
struct HistoryList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "รายการผลตรวจ / runs, newest first.")

  @Option(help: ArgumentHelp("เฉพาะเว็บไซต์ / of one site", valueName: "url")) var site: String?
  @Option(help: ArgumentHelp("จำนวน / how many", valueName: "n")) var limit = 30
  @Flag(help: "รวมครั้งที่ไม่จบ / unfinished ones too") var all = false
  @Flag(help: "JSON") var json = false
  @OptionGroup var reading: HistoryReading

  func run() async throws {
    try await Failure.told(reading.language) {
      let store = try reading.history.existing()
      let chosen = try site.map { try HistorySite.chosen($0, in: store).url }
      let states: Set<RunRecord.State> = all ? [.begun, .kept, .interrupted] : [.kept]
      let runs = try store.runs(site: chosen, states: states, limit: max(1, limit))
      guard !json else { return Console.output(try RunTable.json(runs)) }
      guard !runs.isEmpty else { return Console.note(reading.say("ยังไม่มีผลตรวจ", "no runs yet")) }
      Console.output(Array(RunTable(language: reading.language).lines(runs).joined(separator: "\n").utf8) + [0x0A])
    }
  }
}

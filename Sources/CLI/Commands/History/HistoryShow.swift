import ArgumentParser
import AuditCore
import Foundation
import History
import Pipeline
import Reporters

/// `oitcheck history show RUN`: one run, and what it brought against the run before it.
struct HistoryShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "ผลตรวจหนึ่งครั้ง / one run, and what it brought against the one before.")

  @Argument(help: "เลขในประวัติ / number of the run") var run: Int
  @Flag(help: "JSON") var json = false
  @OptionGroup var reading: HistoryReading

  func run() async throws {
    try await Failure.told(reading.language) {
      let store = try reading.history.existing()
      guard let record = try store.run(run) else {
        throw UsageFault(
          "ไม่มีผลตรวจเลข \(run) ดู oitcheck history list / there is no run \(run): see oitcheck history list")
      }
      guard !json else { return Console.output(try RunTable.json(record)) }
      Console.output(Array((try lines(record, in: store)).joined(separator: "\n").utf8) + [0x0A])
    }
  }

  private func lines(_ record: RunRecord, in store: HistoryStore) throws -> [String] {
    let table = RunTable(language: reading.language)
    var rows = [
      [reading.say("เว็บไซต์", "site"), record.site],
      [reading.say("เริ่ม", "started"), "\(record.startedAt)"],
      [reading.say("สถานะ", "state"), table.state(record)],
    ]
    guard record.state == .kept else { return RunTable.aligned(rows) }
    rows += [
      [reading.say("ตัดสิน ณ วันที่", "as of"), record.asOf ?? "–"],
      [reading.say("คะแนน OIT", "OIT score"), RunTable.score(record)],
      [reading.say("หยุดเพราะ", "stopped by"), record.stopReason ?? "–"],
      [reading.say("ข้อมูลที่บันทึก", "recording"), try recording(of: record, in: store)],
    ]
    let report = try store.report(of: record.id)
    let gaps = report.items.filter { $0.verdict.isGap }
    rows.append([reading.say("บกพร่อง", "gaps"), gaps.map(\.number).joined(separator: " ")])
    if let change = try change(to: record, report, in: store) {
      rows.append([reading.say("เทียบครั้งก่อน", "against the run before"), change])
    }
    return RunTable.aligned(rows) + ["", "oitcheck report \(record.id) --format html --output …"]
  }

  private func recording(of record: RunRecord, in store: HistoryStore) throws -> String {
    guard let digest = record.snapshotDigest, let snapshot = try store.snapshot(ContentDigest(digest)) else {
      return reading.say("ไม่ได้เก็บไว้", "not kept")
    }
    return store.place(of: snapshot)
  }

  /// "run 11: 2 new gaps (O7 O12)".
  private func change(to record: RunRecord, _ report: AuditReport, in store: HistoryStore) throws -> String? {
    guard let before = try store.runs(site: record.site).first(where: { $0.id < record.id }) else { return nil }
    let comparison = ReportComparison(from: try store.report(of: before.id), to: report)
    let gaps = comparison.newGaps.map(\.number).joined(separator: " ")
    let words = comparison.headline(in: reading.language)
    return "\(before.id): " + (gaps.isEmpty ? words : "\(words) (\(gaps))")
  }
}

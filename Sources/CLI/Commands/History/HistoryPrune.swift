import ArgumentParser
import AuditCore
import Crawling
import Foundation
import History
import Pipeline

/// `oitcheck history prune`: lets old runs go, and the recordings that nothing needs any more.
struct HistoryPrune: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "ลบผลตรวจเก่าตามกติกาการเก็บ / let old runs go by the retention rule.",
    discussion: "ครั้งล่าสุดของทุกเว็บไซต์และข้อมูลที่ครั้งอื่นอ้างถึงไม่ถูกลบ / the newest run of each site and what others rest on stay."
  )

  @Option(help: ArgumentHelp("เก็บทุกครั้งกี่วัน / every run of so many days", valueName: "n")) var days = Retention().days
  @Option(help: ArgumentHelp("เก็บเดือนละครั้งกี่เดือน / one run a month for so many months", valueName: "n"))
  var months = Retention().months
  @Option(
    name: .customLong("snapshot-days"),
    help: ArgumentHelp("เก็บข้อมูลที่บันทึกกี่วัน / recordings of so many days", valueName: "n"))
  var snapshotDays = Retention().snapshotDays
  @Flag(name: .customLong("dry-run"), help: "บอกว่าจะลบอะไร แต่ไม่ลบ / only say what would go") var dryRun = false
  @OptionGroup var reading: HistoryReading

  func run() async throws {
    try await Failure.told(reading.language) {
      let store = try reading.history.existing()
      let rule = Retention(days: days, months: months, snapshotDays: snapshotDays)
      let today = SystemClock().wall.thaiDay
      if dryRun {
        let runs = try store.prunable(keeping: rule, today: today)
        let list = runs.map(String.init).joined(separator: " ")
        return Console.note(reading.say("จะลบ \(runs.count) ครั้ง \(list)", "\(runs.count) runs would go \(list)"))
      }
      let data = try DataFolder(at: URL(filePath: store.path).deletingLastPathComponent().path)
      let lock = try data.locked(orNilIfHeld: false)
      defer { withExtendedLifetime(lock) {} }
      let outcome = try store.prune(keeping: rule, today: today)
      let deleted = try data.deleteReleased(in: store)
      Console.note(
        reading.say(
          "ลบผลตรวจ \(outcome.runs.count) ครั้ง และข้อมูลที่บันทึก \(deleted) ชุด",
          "\(outcome.runs.count) runs and \(deleted) recordings are gone"))
    }
  }
}

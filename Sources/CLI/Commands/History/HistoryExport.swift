import Archive
import ArgumentParser
import AuditCore
import Foundation
import History
import Pipeline
import Reporters

/// `oitcheck history export`: the whole history as one file, or one run with everything that proves it.
struct HistoryExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "คัดลอกประวัติ หรือผลตรวจหนึ่งครั้งพร้อมหลักฐาน / the history, or one run, to take elsewhere.",
    discussion: """
      oitcheck history export สำรอง.sqlite        ประวัติทั้งหมดเป็นไฟล์เดียว / the whole history as one file
      oitcheck history export --run 12 หลักฐาน     report.json กับข้อมูลที่บันทึกทั้งหมดที่ใช้อ้างอิง / report and recordings
      """)

  @Argument(help: "ไฟล์หรือโฟลเดอร์ใหม่ / new file or folder") var target: String
  @Option(help: ArgumentHelp("เลขผลตรวจ / number of the run", valueName: "n")) var run: Int?
  @OptionGroup var reading: HistoryReading

  func run() async throws {
    try await Failure.told(reading.language) {
      let store = try reading.history.existing()
      guard !FileManager.default.fileExists(atPath: target) else {
        throw UsageFault("\(target) มีอยู่แล้ว ใช้ชื่ออื่น / \(target) is already there: choose another name")
      }
      guard let run else { return try store.export(to: target) }
      try export(run, from: store)
    }
  }

  /// The recording keeps its bytes and so its digest; those it revisits lie beside it, where every command finds them.
  private func export(_ number: Int, from store: HistoryStore) throws {
    let stored = try StoredRun.kept(number, in: store)
    let digest = ContentDigest(stored.report.snapshot.digest)
    let lineage = try store.lineage(of: digest)
    for record in lineage {
      let source = store.place(of: record)
      let name =
        record.digest == digest
        ? AuditFolder.snapshotName : "\(AuditFolder.snapshotName)-\(record.recordedAt.thaiDay.iso)"
      let folder = free(target + "/" + name)
      try FileManager.default.createDirectory(
        atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.copyItem(atPath: source, toPath: folder)
    }
    for name in ["json", "html"] {
      guard let reporter = ReporterList.reporter(for: name) else { continue }
      for file in try reporter.init(options: ReportOptions()).files(for: stored.report) {
        try ReportFile.write(file.bytes, to: target, name: file.name)
      }
    }
    if lineage.isEmpty {
      Console.note(
        reading.say("ข้อมูลที่บันทึกไม่ได้เก็บไว้ มีเฉพาะรายงาน", "the recording was not kept: only the report is exported"))
    }
  }

  private func free(_ path: String) -> String {
    guard FileManager.default.fileExists(atPath: path) else { return path }
    return (2...).lazy.map { "\(path)-\($0)" }.first { !FileManager.default.fileExists(atPath: $0) } ?? path
  }
}

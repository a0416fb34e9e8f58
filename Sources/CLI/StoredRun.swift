import Archive
import AuditCore
import Foundation
import History
import Pipeline

/// A finished run as people name it: an output folder, a `report.json`, or a number of the history.
struct StoredRun {
  var report: AuditReport
  /// The recording that the report was judged from, where it is still there.
  var recording: SnapshotFolder?
  /// Its number in the history.
  var number: Int?

  private static let largest = 64 << 20

  /// What exists as a file or folder is that; any other number is one of the history.
  static func read(_ name: String, in history: HistoryOptions) throws -> StoredRun {
    if !FileManager.default.fileExists(atPath: name), let number = Int(name), number > 0 {
      return try kept(number, in: try history.existing())
    }
    return try filed(at: name)
  }

  /// The newest run that a history keeps of a site; nil where there is none.
  static func last(of site: String, in store: HistoryStore) throws -> StoredRun? {
    try store.runs(site: site, limit: 1).first.map { try kept($0.id, in: store) }
  }

  static func kept(_ number: Int, in store: HistoryStore) throws -> StoredRun {
    let report = try store.report(of: number)
    let digest = ContentDigest(report.snapshot.digest)
    let folder = try store.snapshot(digest).map { SnapshotFolder(at: store.place(of: $0)) }
    return StoredRun(report: report, recording: folder.flatMap { holds($0, digest) ? $0 : nil }, number: number)
  }

  private static func filed(at path: String) throws -> StoredRun {
    let inFolder = path + "/report.json"
    let file = FileManager.default.fileExists(atPath: inFolder) ? inFolder : path
    guard let handle = FileHandle(forReadingAtPath: file), let data = try? handle.read(upToCount: largest) else {
      throw PipelineError(
        "ไม่พบผลตรวจ", "there is no report here", path: path,
        cause: "expected a report.json, an output folder of oitcheck audit, or a number of the history")
    }
    let report: AuditReport
    do {
      report = try JSONDecoder().decode(AuditReport.self, from: data)
    } catch {
      throw PipelineError("อ่านผลตรวจไม่ได้", "the report cannot be read", path: file, cause: "\(error)")
    }
    let beside = AuditFolder.snapshot(in: URL(filePath: file).deletingLastPathComponent().path)
    return StoredRun(
      report: report, recording: holds(beside, ContentDigest(report.snapshot.digest)) ? beside : nil, number: nil)
  }

  /// A folder counts only where it holds the very recording that the report names.
  private static func holds(_ folder: SnapshotFolder, _ digest: ContentDigest) -> Bool {
    (try? folder.manifest())?.archive.digest == digest
  }
}

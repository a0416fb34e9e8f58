import Archive
import AuditCore
import Foundation
import Pipeline
import WebURL

/// The folder of one audit: `snapshot/` and the reports.
enum AuditFolder {
  static let snapshotName = "snapshot"

  /// `oitcheck-www.example.go.th` in the current folder.
  static func defaultName(for site: WebURL) -> String {
    let host = (site.host ?? "site").map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "-" }
    return "oitcheck-" + String(host)
  }

  /// A snapshot folder, or the audit folder that holds one.
  static func snapshot(in path: String) -> SnapshotFolder {
    let inner = SnapshotFolder(at: path + "/" + snapshotName)
    return FileManager.default.fileExists(atPath: inner.archivePath) ? inner : SnapshotFolder(at: path)
  }

  /// The snapshot folder of an audit: the interrupted one to go on with, or a new one in the place of what was there.
  static func snapshot(in path: String, resume: Bool) throws -> SnapshotFolder {
    let inside = path + "/" + snapshotName
    if resume { return SnapshotFolder(at: inside) }
    if FileManager.default.fileExists(atPath: inside) { try FileManager.default.removeItem(atPath: inside) }
    return try SnapshotFolder.create(at: inside)
  }

  /// Refuses a folder with another audit in it; an earlier one of the same site may be replaced where that is asked
  /// for. Touches nothing, so that what else may fail can be tried before anything is replaced.
  static func demandRoom(in path: String, for site: WebURL, overwrite: Bool, resume: Bool) throws {
    let inner = SnapshotFolder(at: path + "/" + snapshotName)
    guard !resume, FileManager.default.fileExists(atPath: inner.path) else { return }
    let recorded = (try? inner.manifest())?.siteURL
    guard overwrite, recorded == site.href else {
      let other = recorded ?? "การบันทึกที่ยังไม่เสร็จ / an unfinished recording"
      let way = recorded == site.href ? "--output หรือ --overwrite / or" : "--output"
      throw UsageFault(
        "โฟลเดอร์ \(path) มีผลตรวจของ \(other) อยู่แล้ว ใช้ \(way) / it holds an audit already: choose another --output")
    }
  }
}

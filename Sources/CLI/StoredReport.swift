import AuditCore
import Foundation
import Pipeline

/// The report of an earlier run, read back from its `report.json`.
enum StoredReport {
  private static let largest = 64 << 20

  /// Reads a `report.json`, or the one in an output folder.
  static func read(at path: String) throws -> AuditReport {
    let inFolder = path + "/report.json"
    let file = FileManager.default.fileExists(atPath: inFolder) ? inFolder : path
    guard let handle = FileHandle(forReadingAtPath: file), let data = try? handle.read(upToCount: largest) else {
      throw PipelineError(
        "ไม่พบผลตรวจ", "there is no report here", path: path,
        cause: "expected a report.json or an output folder of oitcheck audit")
    }
    do {
      return try JSONDecoder().decode(AuditReport.self, from: data)
    } catch {
      throw PipelineError("อ่านผลตรวจไม่ได้", "the report cannot be read", path: file, cause: "\(error)")
    }
  }
}

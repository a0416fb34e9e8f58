import Archive
import Foundation

/// One report file of an output folder, written whole or not at all.
package enum ReportFile {
  package static func write(_ bytes: [UInt8], to folder: String, name: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw PipelineError(
        "สร้างโฟลเดอร์ผลตรวจไม่ได้", "cannot make the output folder", path: folder, cause: error.localizedDescription)
    }
    try AtomicFile.write(bytes, to: folder + "/" + name)
  }
}

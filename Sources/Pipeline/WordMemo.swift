import AuditCore
import Foundation
import Reporters

/// `memo.docx`, made of `memo.html` by `pandoc` where it is installed: a step after the reporter, as it needs a process.
package struct WordMemo {
  package static let fileName = "memo.docx"
  private static let largest = 32 << 20
  /// 1 January 1980, the first day that a ZIP file can name.
  private static let firstZipDay = 315_532_800
  private static let folders = ["/usr/bin/", "/usr/local/bin/", "/bin/"]
  private let date: Timestamp?

  /// - Parameter date: of the document: that of the recording.
  package init(date: Timestamp?) {
    self.date = date
  }

  package enum Ending: Sendable, Equatable {
    case written
    /// The program that is not there.
    case notInstalled(String)
    /// It said no or took too long; what became of it.
    case failed(String)
  }

  /// Makes the Word file of a page and writes it into the folder, whole or not at all.
  package func make(from page: [UInt8], into folder: String) throws -> Ending {
    var paths: [String] = []
    for name in ["timeout", "prlimit", "pandoc"] {
      guard let path = Self.folders.map({ $0 + name }).first(where: FileManager.default.isExecutableFile) else {
        return .notInstalled(name)
      }
      paths.append(path)
    }
    let work = FileManager.default.temporaryDirectory.appending(path: "oitcheck-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    do {
      try FileManager.default.createDirectory(
        at: work, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data(page).write(to: work.appending(path: "memo.html"))
      try Data(MemoWordStyles.document).write(to: work.appending(path: "styles.docx"))
    } catch {
      throw PipelineError(
        "เขียนโฟลเดอร์ชั่วคราวไม่ได้", "cannot write the temporary folder", path: work.path, cause: "\(error)")
    }
    let code = try run(paths, in: work)
    guard code == 0 else { return .failed(code == 124 || code == 137 ? "took too long" : "exit code \(code)") }
    guard let file = FileHandle(forReadingAtPath: work.appending(path: Self.fileName).path),
      let bytes = try? file.read(upToCount: Self.largest), !bytes.isEmpty
    else { return .failed("wrote nothing") }
    try ReportFile.write(Array(bytes), to: folder, name: Self.fileName)
    return .written
  }

  /// Half a minute, 20 seconds of CPU, 32 MB of output. The page is our own and names no image, style sheet or other file
  /// that could be fetched; `--sandbox` would say the same, but Debian's pandoc cannot find its own data under it.
  private func run(_ paths: [String], in work: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: paths[0])
    process.arguments = [
      "--kill-after=2", "30", paths[1], "--cpu=20", "--fsize=\(Self.largest)", "--core=0", "--", paths[2],
      "--from=html", "--to=docx", "--metadata=title:", "--reference-doc=styles.docx", "--output=\(Self.fileName)",
      "memo.html",
    ]
    process.environment = [
      "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": work.path,
      "SOURCE_DATE_EPOCH": "\(max(Self.firstZipDay, date?.secondsSinceEpoch ?? 0))",
    ]
    process.currentDirectoryURL = work
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw PipelineError("เรียก pandoc ไม่ได้", "pandoc cannot be started", path: paths[2], cause: "\(error)")
    }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

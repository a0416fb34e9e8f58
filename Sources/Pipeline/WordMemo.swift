import AuditCore
import Foundation
import Programs
import Reporters

/// `memo.docx`, made of `memo.html` by `pandoc` where it is installed: a step after the reporter, as it needs a process.
package struct WordMemo {
  package static let fileName = "memo.docx"
  private static let largest = 32 << 20
  /// 1 January 1980, the first day that a ZIP file can name.
  private static let firstZipDay = 315_532_800
  private let date: Timestamp?
  private let tools: Toolbox
  private let seconds: Double

  /// - Parameters:
  ///   - date: of the document: that of the recording.
  ///   - seconds: that the program may take.
  package init(date: Timestamp?, tools: Toolbox = .installed, seconds: Double = 30) {
    self.date = date
    self.tools = tools
    self.seconds = seconds
  }

  package enum Ending: Sendable, Equatable {
    case written
    /// The program that is not there.
    case notInstalled(String)
    /// It said no or ran into a limit; what became of it.
    case failed(String)
  }

  /// Makes the Word file of a page and writes it into the folder, whole or not at all.
  package func make(from page: [UInt8], into folder: String) async throws -> Ending {
    guard let work = WorkFolder(), work.write(page, as: "memo.html"),
      work.write(MemoWordStyles.document(for: page), as: "styles.docx"),
      work.write(Array(MemoWordStyles.sheets.utf8), as: "sheets.lua")
    else {
      throw PipelineError(
        "เขียนโฟลเดอร์ชั่วคราวไม่ได้", "cannot write the temporary folder",
        path: FileManager.default.temporaryDirectory.path, cause: "no work folder")
    }
    switch await program.run(Self.arguments, in: work.path) {
    case .output: break
    case .notInstalled(let tool): return .notInstalled(tool.rawValue)
    case .failed(let code): return .failed("exit code \(code)")
    case .limit(let why), .notRun(let why): return .failed(why)
    }
    guard let file = FileHandle(forReadingAtPath: work.path + "/" + Self.fileName),
      let bytes = try? file.read(upToCount: Self.largest), !bytes.isEmpty
    else { return .failed("wrote nothing") }
    try ReportFile.write(Array(bytes), to: folder, name: Self.fileName)
    return .written
  }

  /// The page is our own and names no image, style sheet or other file that could be fetched; `--sandbox` would say the
  /// same, but Debian's pandoc cannot find its own data under it.
  private static let arguments = [
    "--from=html", "--to=docx", "--metadata=title:", "--reference-doc=styles.docx", "--lua-filter=sheets.lua",
    "--output=\(fileName)", "memo.html",
  ]

  private var program: LimitedProgram {
    var limits = ProgramLimits()
    limits.wallSeconds = seconds
    limits.cpuSeconds = 20
    limits.fileBytes = Self.largest
    limits.addressSpaceBytes = nil
    limits.startedProcesses = nil
    var program = LimitedProgram(tool: .pandoc, limits: limits, tools: tools)
    program.environment = ["SOURCE_DATE_EPOCH": "\(max(Self.firstZipDay, date?.secondsSinceEpoch ?? 0))"]
    return program
  }
}

import ArgumentParser
import AuditCore
import Foundation
import Pipeline
import Reporters

/// Where reports go and in which formats.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "รูปแบบ ระบุได้หลายครั้ง / format, may be repeated: \(ReporterList.formats.joined(separator: ", "))",
      valueName: "format"))
  var format: [String] = []

  @Option(name: .customLong("output"), help: ArgumentHelp("โฟลเดอร์ผลตรวจ / output folder", valueName: "dir"))
  var folder: String?

  @Flag(name: .customLong("thai-digits"), help: "ใช้เลขไทยในรายงาน / Thai digits in reports")
  var thaiDigits = false

  /// What `--output` holds where `--format` does not say.
  private static let usual = ["json", "html", "csv", "answers"]

  func validate() throws {
    for name in format where ReporterList.reporter(for: name) == nil {
      throw ValidationError(
        "ไม่มีรูปแบบ “\(name)” มี \(ReporterList.formats.joined(separator: ", ")) / no format “\(name)”")
    }
    if folder == nil, format.count > 1 {
      throw ValidationError("หลายรูปแบบต้องระบุ --output / several formats need --output")
    }
  }

  /// Writes the files, each whole or not at all, then prints: the asked-for format, or the first screen.
  /// - Parameters:
  ///   - edition: the list that was judged by, where it is at hand.
  ///   - previous: the last run of the same site, where there is one.
  func deliver(
    _ report: AuditReport, edition: Edition?, previous: AuditReport? = nil, into folder: String?, printing: Bool
  ) async throws {
    let options = ReportOptions(thaiDigits: thaiDigits, edition: edition, previous: previous)
    if let folder {
      let wanted = format.isEmpty ? Self.usual : format
      for case let reporter? in wanted.map({ ReporterList.reporter(for: $0) }) {
        let files = try reporter.init(options: options).files(for: report)
        for file in files { try ReportFile.write(file.bytes, to: folder, name: file.name) }
        if let page = files.first(where: { $0.name == MemoReporter.pageName }) {
          try await writeWordMemo(of: page, report, into: folder)
        }
      }
    }
    guard printing else { return }
    let onScreen = folder == nil ? format.first ?? "terminal" : "terminal"
    let screen = Terminal.fitted(options)
    if let reporter = ReporterList.reporter(for: onScreen) {
      guard reporter.isText || isatty(STDOUT_FILENO) == 0 else {
        throw UsageFault("\(reporter.format) ไม่ใช่ข้อความ ใช้ --output / \(reporter.format) is no text: give --output")
      }
      Console.output(reporter.init(options: screen).bytes(for: report))
    }
  }

  /// The memo as a Word file too, where `pandoc` is there; one line where it is not.
  private func writeWordMemo(of page: OutputFile, _ report: AuditReport, into folder: String) async throws {
    let date = Timestamp(iso: report.snapshot.recordedAt)
    switch try await WordMemo(date: date).make(from: page.bytes, into: folder) {
    case .written: break
    case .notInstalled(let name):
      Console.note("memo.docx: ไม่ได้สร้าง เพราะเครื่องนี้ไม่มี \(name) / not made, as \(name) is not installed")
    case .failed(let why):
      Console.note("memo.docx: pandoc สร้างไม่สำเร็จ (\(why)) / pandoc could not make it (\(why))")
    }
  }
}

/// The terminal on standard output.
enum Terminal {
  /// Its width, nil where there is none.
  static var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
      return nil
    }
    return min(200, Int(size.ws_col))
  }

  /// The layout of a report for standard output: as wide as the terminal, in colour where it is one and `NO_COLOR` is
  /// not set.
  static func fitted(_ options: ReportOptions) -> ReportOptions {
    var fitted = options
    fitted.colour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    fitted.columns = columns ?? options.columns
    return fitted
  }
}

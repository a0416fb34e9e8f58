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
  func deliver(_ report: AuditReport, scoring: Scoring?, into folder: String?, printing: Bool) throws {
    let options = ReportOptions(thaiDigits: thaiDigits, scoring: scoring)
    if let folder {
      let wanted = format.isEmpty ? Self.usual : format
      for case let reporter? in wanted.map({ ReporterList.reporter(for: $0) }) {
        let bytes = reporter.init(options: options).bytes(for: report)
        try ReportFile.write(bytes, to: folder, name: reporter.fileName)
      }
    }
    guard printing else { return }
    let onScreen = folder == nil ? format.first ?? "terminal" : "terminal"
    var screen = options
    screen.colour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    screen.columns = Terminal.columns ?? screen.columns
    if let reporter = ReporterList.reporter(for: onScreen) {
      Console.output(reporter.init(options: screen).bytes(for: report))
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
}

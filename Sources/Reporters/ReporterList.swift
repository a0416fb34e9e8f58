import AuditCore

/// The output formats, in the order they are offered. A new format is one file in `Formats/` and its line here.
package enum ReporterList {
  package static let all: [any Reporter.Type] = [
    TerminalReporter.self,
    JSONReporter.self,
    HTMLReporter.self,
    MarkdownReporter.self,
    CSVReporter.self,
    AnswersReporter.self,
    JUnitReporter.self,
    WorkbookReporter.self,
    MemoReporter.self,
  ]

  /// The words of `--format`.
  package static var formats: [String] { all.map { $0.format } }

  /// Those that may be read as text.
  package static var textFormats: [String] { all.filter { $0.isText }.map { $0.format } }

  package static func reporter(for format: String) -> (any Reporter.Type)? {
    all.first { $0.format == format }
  }
}

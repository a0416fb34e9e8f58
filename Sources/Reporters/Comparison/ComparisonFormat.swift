import AuditCore

/// The forms in which the comparison of two runs is written: `oitcheck diff --format`.
package enum ComparisonFormat: String, Sendable, CaseIterable {
  case terminal, json, markdown, html

  /// The file written into an output folder.
  package var fileName: String {
    switch self {
    case .terminal: "diff.txt"
    case .json: "diff.json"
    case .markdown: "diff.md"
    case .html: "diff.html"
    }
  }

  package func bytes(for comparison: ReportComparison, in language: Language, options: ReportOptions) -> [UInt8] {
    let words = ComparisonWords(comparison, language, options)
    switch self {
    case .terminal: return ComparisonTerminal(words, options).bytes
    case .json: return ComparisonDocument(comparison).json.file
    case .markdown: return ComparisonMarkdown(words).bytes
    case .html: return ComparisonHTML(words).bytes
    }
  }
}

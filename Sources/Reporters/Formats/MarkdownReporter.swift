import AuditCore

/// `report.md`: the report for wikis, issues and mails (CommonMark with tables), everything from the site escaped.
package struct MarkdownReporter: Reporter {
  package static let format = "markdown"
  package static let fileName = "report.md"
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  package func bytes(for report: AuditReport) -> [UInt8] {
    Array((MarkdownPage(report, options).lines.joined(separator: "\n") + "\n").utf8)
  }
}

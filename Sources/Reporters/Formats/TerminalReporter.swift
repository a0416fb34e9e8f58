import AuditCore

/// The officer's first screen: whose site, which day, the score, the gaps by points at stake; then all items, what could
/// not be looked at, and what to do next. Plain characters only, so that any terminal shows it.
package struct TerminalReporter: Reporter {
  package static let format = "terminal"
  package static let fileName = "report.txt"
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  package func bytes(for report: AuditReport) -> [UInt8] {
    let figures = Figures(report, options)
    let outline = ReportOutline(report)
    var page = TerminalPage(options)
    TerminalHead(report, figures, outline, options.scoring).write(to: &page)
    TerminalGaps(report, figures, outline).write(to: &page)
    TerminalItems(report, figures, outline).write(to: &page)
    TerminalUnseen(report, figures, outline).write(to: &page)
    return page.bytes
  }
}

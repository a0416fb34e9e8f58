import AuditCore

/// `report.html`: the whole report as one file under a megabyte, for a browser, a phone, a printer and a screen reader.
package struct HTMLReporter: Reporter {
  package static let format = "html"
  package static let fileName = "report.html"
  private static let mostBytes = 1_000_000
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  /// Shows as much as fits: only a site that writes very much loses detail, and is told where the rest stands.
  package func bytes(for report: AuditReport) -> [UInt8] {
    let outline = ReportOutline(report)
    var page: [UInt8] = []
    for detail in HTMLDetail.levels {
      page = Array(HTMLPage(HTMLContext(report, options, outline, detail)).html.markup.utf8)
      if page.count < Self.mostBytes { break }
    }
    return page
  }
}

import AuditCore

/// `report.xlsx`: the report as a workbook with one sheet each for the summary, the gaps, all items, the evidence and
/// what the town declares itself (Office Open XML, ECMA-376). The same report gives the same bytes: its dates are those
/// of the recording.
package struct WorkbookReporter: Reporter {
  package static let format = "xlsx"
  package static let fileName = "report.xlsx"
  package static let isText = false
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  /// Empty where the workbook could not be made; `files(for:)` says why.
  package func bytes(for report: AuditReport) -> [UInt8] {
    (try? workbook(of: report)) ?? []
  }

  package func files(for report: AuditReport) throws -> [OutputFile] {
    [OutputFile(name: Self.fileName, bytes: try workbook(of: report))]
  }

  private func workbook(of report: AuditReport) throws -> [UInt8] {
    let headline = Headline(report, Figures(report, options))
    var file = try WorkbookFile(
      title: "\(headline.title): \(headline.siteName)",
      created: Timestamp(iso: report.snapshot.recordedAt)?.secondsSinceEpoch)
    for sheet in WorkbookSheets(report, options).all { try file.add(sheet) }
    return try file.finished()
  }
}

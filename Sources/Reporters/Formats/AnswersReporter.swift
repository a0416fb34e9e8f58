import AuditCore

/// `answers.csv` and `answers.xlsx`: what the officer pastes into the ITAS form, one row an item. `oitcheck verify` reads
/// both back.
package struct AnswersReporter: Reporter {
  package static let format = "answers"
  package static let fileName = "answers.csv"
  package static let workbookName = "answers.xlsx"
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  package func bytes(for report: AuditReport) -> [UInt8] {
    let sheet = AnswerSheet(report, options)
    var table = CSVTable(warning: sheet.warning, header: sheet.header)
    for row in sheet.rows { table.add(sheet.texts(of: row)) }
    return table.file
  }

  package func files(for report: AuditReport) throws -> [OutputFile] {
    let sheet = AnswerSheet(report, options)
    var book = try WorkbookFile(
      title: sheet.title, created: Timestamp(iso: report.snapshot.recordedAt)?.secondsSinceEpoch)
    try book.add(sheet.workbookSheet)
    return [
      OutputFile(name: Self.fileName, bytes: bytes(for: report)),
      OutputFile(name: Self.workbookName, bytes: try book.finished()),
    ]
  }
}

import AuditCore

/// `memo.md` and `memo.html`: the official memo (บันทึกข้อความ) with the gap table, and the table of measures for the next
/// fiscal year. Number, date and signatures are left for the pen.
package struct MemoReporter: Reporter {
  package static let format = "memo"
  package static let fileName = "memo.md"
  /// The page from which the Word file is made, too.
  package static let pageName = "memo.html"
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  package func bytes(for report: AuditReport) -> [UInt8] {
    MemoMarkdown(MemoText(report, options)).bytes
  }

  package func files(for report: AuditReport) -> [OutputFile] {
    let title = Headline(report, Figures(report, options)).siteName
    let page = MemoPage(MemoText(report, options), title: title, language: report.language)
    return [
      OutputFile(name: Self.fileName, bytes: bytes(for: report)), OutputFile(name: Self.pageName, bytes: page.bytes),
    ]
  }
}

import AuditCore

/// `gaps.csv`: the shortcomings by points at stake, then what could not be judged, one row an item, for a spreadsheet.
package struct CSVReporter: Reporter {
  package static let format = "csv"
  package static let fileName = "gaps.csv"
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  private static let header = (
    th: [
      "ข้อ", "รายการ", "ผลการตรวจ", "สาเหตุ", "คะแนนที่เสีย", "สิ่งที่ขาด", "ที่อยู่ (URL)", "ทางเข้า", "สิ่งที่ต้องทำ", "ผู้รับผิดชอบ",
    ],
    en: [
      "Item", "Title", "Verdict", "Cause", "Points lost", "Lacking", "Address (URL)", "Way", "To do", "Responsible",
    ]
  )

  package func bytes(for report: AuditReport) -> [UInt8] {
    let figures = Figures(report, options)
    let outline = ReportOutline(report)
    var table = CSVTable(
      warning: Headline(report, figures).warning, header: report.language == .th ? Self.header.th : Self.header.en)
    for item in outline.gaps + outline.unjudged {
      let words = ItemWords(item, report, figures)
      let proof = words.proof
      table.add([
        words.number, words.title, words.verdict, words.reason, figures.points(item.pointsLost), words.lacking,
        proof.map { ShownAddress($0.url, site: report.site.url).copied } ?? "", proof.flatMap(words.way) ?? "",
        words.remedy,
        words.responsible,
      ])
    }
    return table.file
  }
}

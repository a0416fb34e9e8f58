import AuditCore

/// The answers of a report as a table: texts for CSV, cells for a workbook, which also names the items.
struct AnswerSheet {
  typealias Cell = WorkbookSheet.Cell
  let rows: [AnswerRow]
  private let headline: Headline
  private let language: Language

  init(_ report: AuditReport, _ options: ReportOptions) {
    let figures = Figures(report, options)
    rows = report.items.map { AnswerRow($0, report, figures) }
    headline = Headline(report, figures)
    language = report.language
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: language) }

  var warning: String? { headline.warning }
  var title: String { "\(say("แบบคำตอบ OIT", "OIT answers")): \(headline.siteName)" }

  var header: [String] {
    language == .th
      ? ["ข้อ", "มี/ไม่มี", "URL", "คำอธิบายตำแหน่ง", "วันที่ตรวจพบ", "สิ่งที่ต้องแก้ก่อน"]
      : ["Item", "Yes/No", "URL", "Where on the site", "Seen on", "Mend first"]
  }

  func texts(of row: AnswerRow) -> [String] {
    [row.words.number, row.claim, Self.lines(row.addresses), row.place, row.seen, row.mendFirst]
  }

  private static func lines(_ addresses: [ShownAddress]) -> String {
    addresses.map(\.copied).joined(separator: "\n")
  }

  // MARK: The workbook

  private static let widths: [Double] = [7, 12, 52, 40, 17, 48]
  private static let titleWidth = 34.0

  var workbookSheet: WorkbookSheet {
    var columns = zip(header, Self.widths).map { WorkbookSheet.Column(title: $0, width: $1) }
    columns.insert(.init(title: say("รายการ", "Title"), width: Self.titleWidth), at: 1)
    return WorkbookSheet(
      name: say("แบบคำตอบ", "Answers"), columns: columns, rows: rows.map(cells), notice: headline.warning)
  }

  private func cells(of row: AnswerRow) -> [Cell] {
    let verdict = row.words.item.verdict
    let style: WorkbookSheet.Style = row.isThere ? .good : verdict.isGap ? .bad : .open
    var cells = texts(of: row).map { Cell.text($0) }
    cells[1] = .text(row.claim, style)
    if row.addresses.count == 1, let only = row.addresses.first, let target = only.link {
      cells[2] = Cell(content: .link(only.copied, target: target), style: .link)
    }
    cells.insert(.text(row.words.title), at: 1)
    return cells
  }
}

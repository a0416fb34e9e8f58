import AuditCore

/// The tables of the workbook; the summary is a page of its own.
struct WorkbookSheets {
  typealias Cell = WorkbookSheet.Cell
  /// Rows of evidence kept; a town has a few hundred.
  private static let mostRows = 20_000
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline
  private let options: ReportOptions

  init(_ report: AuditReport, _ options: ReportOptions) {
    self.report = report
    self.options = options
    figures = Figures(report, options)
    outline = ReportOutline(report)
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }
  private func words(_ item: ItemReport) -> ItemWords { ItemWords(item, report, figures) }

  var all: [WorkbookSheet] {
    [WorkbookSummary(report, figures, outline, options.scoring).sheet, gaps, items, evidence, declared]
  }

  private func column(_ th: String, _ en: String, _ width: Double) -> WorkbookSheet.Column {
    WorkbookSheet.Column(title: say(th, en), width: width)
  }

  private func verdict(_ item: ItemReport) -> Cell {
    let style: WorkbookSheet.Style = item.verdict == .met ? .good : item.verdict.isGap ? .bad : .open
    return .text(item.verdict.name(report.language), style)
  }

  private func address(_ url: String?) -> Cell {
    url.map { .link(ShownAddress($0, site: report.site.url)) } ?? .text("")
  }

  private var gaps: WorkbookSheet {
    WorkbookSheet(
      name: say("สิ่งที่ต้องแก้", "Gaps"),
      columns: [
        column("ข้อ", "Item", 7), column("รายการ", "Title", 30), column("ผลการตรวจ", "Verdict", 18),
        column("คะแนนที่เสีย", "Points lost", 12), column("สาเหตุ", "Cause", 40), column("สิ่งที่ต้องทำ", "To do", 44),
        column("ผู้รับผิดชอบ", "Responsible", 22), column("กำหนด", "Due", 16), column("สิ่งที่ขาด", "Lacking", 34),
        column("ที่อยู่ (URL)", "Address (URL)", 44), column("ทางเข้า", "Way", 40),
      ],
      rows: (outline.gaps + outline.unjudged).map { item in
        let words = words(item)
        return [
          .text(words.number), .text(words.title), verdict(item), .number(item.pointsLost), .text(words.reason),
          .text(words.remedy), .text(words.responsible), .text(words.dueDate ?? ""), .text(words.lacking),
          address(words.proof?.url), .text(words.proof.flatMap(words.way) ?? ""),
        ]
      }, printedColumns: 8)
  }

  private var items: WorkbookSheet {
    WorkbookSheet(
      name: say("ทุกข้อ", "Items"),
      columns: [
        column("ข้อ", "Item", 8), column("รายการ", "Title", 40), column("ตัวชี้วัดย่อย", "Sub-indicator", 13),
        column("ผลการตรวจ", "Verdict", 18), column("คะแนน", "Points", 10), column("เสีย", "Lost", 10),
        column("เหตุผล", "Reason", 50), column("ช่วงเวลา", "Period", 36), column("ความมั่นใจ", "Confidence", 12),
        column("ที่อยู่ (URL)", "Address (URL)", 44), column("ทางเข้า", "Way", 40), column("ค้นที่ใด", "Searched", 40),
        column("ผู้รับผิดชอบ", "Responsible", 22),
      ],
      rows: report.items.map { item in
        let words = words(item)
        return [
          .text(words.number), .text(words.title), .text(SiteText.line(item.subIndicator, limit: 12)), verdict(item),
          .number(item.points), .number(item.pointsLost), .text(words.reason), .text(words.period),
          .number(item.confidence, .score), address(words.proof?.url), .text(words.proof.flatMap(words.way) ?? ""),
          .text(words.searched), .text(words.responsible),
        ]
      }, printedColumns: 7)
  }

  private var evidence: WorkbookSheet {
    let rows = report.items.flatMap { item in item.evidence.map { (words(item), $0) } }.prefix(Self.mostRows)
    return WorkbookSheet(
      name: say("หลักฐาน", "Evidence"),
      columns: [
        column("ข้อ", "Item", 8), column("รายการ", "Title", 34), column("องค์ประกอบ", "Element", 26),
        column("ข้อความที่พบ", "Quotation", 60), column("ที่อยู่ (URL)", "Address (URL)", 44),
        column("ทางเข้า", "Way", 40), column("ชนิด", "Media type", 22), column("เวลาที่เก็บ", "Fetched at", 24),
        column("SHA-256", "SHA-256", 70),
      ],
      rows: rows.map { words, proof in
        [
          .text(words.number), .text(words.title),
          .text(proof.element.map { words.element($0, in: options.edition) } ?? ""),
          .text(SiteText.line(proof.quote, limit: 1_000)), address(proof.url), .text(words.way(to: proof) ?? ""),
          .text(SiteText.line(proof.mediaType, limit: 120)), .text(SiteText.line(proof.fetchedAt, limit: 40)),
          .text(SiteText.line(proof.sha256, limit: 80)),
        ]
      }, printedColumns: 6)
  }

  private var declared: WorkbookSheet {
    WorkbookSheet(
      name: say("ที่ประกาศไว้", "Declared"),
      columns: [
        column("ข้อ", "Item", 8), column("ผล", "Status", 22), column("เพราะ", "Why", 44),
        column("ที่อยู่ที่ประกาศ", "Declared address", 50), column("คำอธิบาย", "Explanation", 44),
        column("หน้าที่ประกาศ", "Page", 44),
      ],
      rows: report.declared.prefix(Self.mostRows).map { answer in
        let others = answer.urls.dropFirst().prefix(9).map { ShownAddress($0, site: report.site.url).full }
        let explanation = ([SiteText.line(answer.explanation)] + others).filter { !$0.isEmpty }
        return [
          .text(SiteText.line(answer.item, limit: 12)),
          .text(answer.status.name(report.language), answer.status == .agrees ? .good : .open),
          .text(SiteText.line(answer.why)), address(answer.urls.first), .text(explanation.joined(separator: "\n")),
          address(answer.page),
        ]
      })
  }
}

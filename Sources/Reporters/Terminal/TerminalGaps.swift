import AuditCore
import ThaiText

/// The shortcomings, the costliest first: what is wrong, what to do, whose task it is.
struct TerminalGaps {
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline
  private let score: ScoreWords

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline) {
    self.report = report
    self.figures = figures
    self.outline = outline
    score = ScoreWords(report, figures, outline)
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  func write(to page: inout TerminalPage) {
    page.heading(score.gaps)
    for item in outline.gaps { gap(item, on: &page) }
  }

  private func gap(_ item: ItemReport, on page: inout TerminalPage) {
    let words = ItemWords(item, report, figures)
    let paint = page.paint
    let number = ThaiWidth.padded(words.number, to: 4)
    let indent = ThaiWidth.columns(number) + 1
    let margin = String(repeating: " ", count: indent)
    page.paragraph(words.title, indent: indent, first: paint.bold(number) + " ", style: paint.bold)
    let unit = words.responsible.isEmpty ? "" : say(" · ผู้รับผิดชอบ: ", " · unit: ") + words.responsible
    let verdict = "\(item.verdict.symbol) \(words.verdict)"
    let stake = LineBreaking(columns: page.columns - indent - ThaiWidth.columns(verdict))
      .lines(" · " + score.stake(item) + unit)
    page.add(margin + paint.verdict(item.verdict, verdict) + (stake.first ?? ""))
    for line in stake.dropFirst() { page.add(margin + line) }
    page.paragraph(words.summary, indent: indent)
    page.labelled(say("ต้องทำ:", "To do:"), words.remedy, indent: indent)
  }
}

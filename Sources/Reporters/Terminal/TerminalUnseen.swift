import AuditCore
import ThaiText

/// What could not be looked at and why, what else was noticed, and what to do next.
struct TerminalUnseen {
  private static let mostFindings = 20
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline) {
    self.report = report
    self.figures = figures
    self.outline = outline
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  func write(to page: inout TerminalPage) {
    page.heading(say("สิ่งที่ตรวจไม่ได้ และเพราะอะไร", "What could not be looked at, and why"))
    page.paragraph(CoverageWords(report, figures).line)
    for item in outline.unjudged { unjudged(item, on: &page) }
    findings(on: &page)
    let steps = NextSteps(report, figures, outline).sentences
    guard !steps.isEmpty else { return }
    page.heading(say("ขั้นต่อไป", "Next steps"))
    for (place, step) in steps.enumerated() {
      page.paragraph(step, indent: 3, first: ThaiWidth.padded("\(figures.count(place + 1)).", to: 3))
    }
  }

  private func unjudged(_ item: ItemReport, on page: inout TerminalPage) {
    let words = ItemWords(item, report, figures)
    let number = ThaiWidth.padded(words.number, to: 4) + " "
    page.paragraph(
      "\(words.title): \(words.reason)", indent: ThaiWidth.columns(number), first: page.paint.verdict(.unknown, number))
    page.labelled(say("ต้องทำ:", "To do:"), words.remedy, indent: ThaiWidth.columns(number))
  }

  private func findings(on page: inout TerminalPage) {
    guard !report.findings.isEmpty else { return }
    page.heading(say("ข้อสังเกตเกี่ยวกับเว็บไซต์", "Noticed about the site"))
    for finding in report.findings.prefix(Self.mostFindings) {
      let address = ShownAddress(finding.url, site: report.site.url, longest: 100).short
      let detail = SiteText.line(finding.detail, limit: 300)
      page.paragraph("\(finding.kind.name(report.language)): \(detail) \(address)", indent: 2, first: "- ")
    }
    let rest = report.findings.count - Self.mostFindings
    if rest > 0 { page.add(say("  และอีก \(figures.count(rest)) รายการ", "  and \(figures.count(rest)) more")) }
  }
}

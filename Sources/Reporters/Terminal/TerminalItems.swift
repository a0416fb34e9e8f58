import AuditCore
import ThaiText

/// All items by sub-indicator, a line each: number, title, verdict, where the proof stands.
struct TerminalItems {
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline) {
    self.report = report
    self.figures = figures
    self.outline = outline
  }

  func write(to page: inout TerminalPage) {
    guard !outline.sections.isEmpty else { return }
    page.heading(Bilingual(th: "ทุกข้อ ตามตัวชี้วัดย่อย", en: "All items by sub-indicator").text(in: report.language))
    let widths = widths(of: page)
    for section in outline.sections {
      page.add(page.paint.bold(ThaiWidth.truncated(title(of: section), to: page.columns)))
      for item in section.items { page.add(line(item, widths, page)) }
    }
  }

  private func title(of section: ReportOutline.Section) -> String {
    let id = SiteText.line(section.id, limit: 12)
    guard let part = section.part else { return id }
    let name = SiteText.line(part.title, limit: 120)
    return "\(id) \(name)  \(figures.range(part.score, part.high))"
  }

  private struct Widths {
    var number: Int
    var title: Int
    var verdict: Int
    var address: Int
  }

  /// The verdict takes what its longest word needs; title and address share the rest. A narrow terminal has no address.
  private func widths(of page: TerminalPage) -> Widths {
    let number = max(3, report.items.map { ThaiWidth.columns(SiteText.line($0.number, limit: 12)) }.max() ?? 3)
    let verdict = 2 + (report.items.map { ThaiWidth.columns($0.verdict.name(report.language)) }.max() ?? 0)
    let rest = page.columns - 2 - number - 2 - verdict - 2
    guard rest >= 50 else { return Widths(number: number, title: rest, verdict: verdict, address: 0) }
    let title = min(rest * 11 / 20, 70)
    return Widths(number: number, title: title, verdict: verdict, address: rest - title - 2)
  }

  private func line(_ item: ItemReport, _ widths: Widths, _ page: TerminalPage) -> String {
    let words = ItemWords(item, report, figures)
    let verdict = "\(item.verdict.symbol) \(words.verdict)"
    var line = "  " + ThaiWidth.padded(words.number, to: widths.number) + "  "
    line += ThaiWidth.padded(ThaiWidth.truncated(words.title, to: widths.title), to: widths.title) + "  "
    line += page.paint.verdict(item.verdict, verdict)
    guard widths.address > 0, let proof = words.proof else { return line }
    let address = ShownAddress(proof.url, site: report.site.url, longest: 120).short
    let gap = String(repeating: " ", count: widths.verdict - ThaiWidth.columns(verdict) + 2)
    return line + gap + page.paint.dim(ThaiWidth.truncated(address, to: widths.address))
  }
}

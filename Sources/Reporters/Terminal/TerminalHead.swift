import AuditCore
import ThaiText

/// Warning, town, address, days, score and verdict counts.
struct TerminalHead {
  private let report: AuditReport
  private let outline: ReportOutline
  private let headline: Headline
  private let score: ScoreWords
  private let scoring: Scoring?
  private let figures: Figures

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline, _ scoring: Scoring?) {
    self.report = report
    self.outline = outline
    self.figures = figures
    self.scoring = scoring
    headline = Headline(report, figures)
    score = ScoreWords(report, figures, outline)
  }

  func write(to page: inout TerminalPage) {
    let paint = page.paint
    if let warning = headline.warning { page.paragraph(warning, style: paint.alarm) }
    page.paragraph(headline.title)
    page.paragraph(headline.siteName, style: paint.bold)
    page.paragraph(headline.address.full)
    page.paragraph([headline.list, headline.fiscalYear, headline.asOf].joined(separator: " · "))
    page.paragraph(headline.recorded, style: paint.dim)

    page.heading("\(score.label)  \(score.value)  / \(figures.count(100))")
    for sentence in score.remarks(scoring) {
      page.paragraph(sentence, style: paint.dim)
    }
    page.add("")
    counts(on: &page)
  }

  /// The verdict counts side by side, in as many lines as they need.
  private func counts(on page: inout TerminalPage) {
    var line = ""
    var width = 0
    for (verdict, count) in outline.counts {
      let text = "\(verdict.symbol) \(verdict.name(report.language)) \(figures.count(count))"
      let columns = ThaiWidth.columns(text)
      if width > 0, width + 3 + columns > page.columns {
        page.add(line)
        (line, width) = ("", 0)
      }
      line += (width > 0 ? "   " : "") + page.paint.verdict(verdict, text)
      width += (width > 0 ? 3 : 0) + columns
    }
    if width > 0 { page.add(line) }
  }
}

import AuditCore

/// The parts of the Markdown report, each a list of lines.
struct MarkdownPage {
  private static let mostFindings = 100
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline
  private let scoring: Scoring?

  init(_ report: AuditReport, _ options: ReportOptions) {
    self.report = report
    figures = Figures(report, options)
    outline = ReportOutline(report)
    scoring = options.scoring
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }
  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  var lines: [String] { head + gaps + items + unseen + declared + findings + nextSteps }

  private var head: [String] {
    let headline = Headline(report, figures)
    let score = ScoreWords(report, figures, outline)
    var lines = headline.warning.map { ["**\(escaped($0))**", ""] } ?? []
    lines += ["# \(escaped(headline.title)): \(escaped(headline.siteName))", ""]
    lines += [MarkdownText.link(headline.address.full, headline.address), "", escaped(headline.circumstances), ""]
    lines += ["**\(escaped(score.label)): \(score.value) / \(figures.count(100))**", ""]
    for sentence in score.remarks(scoring) {
      lines += [escaped(sentence), ""]
    }
    guard !outline.counts.isEmpty else { return lines }
    lines.append(MarkdownText.row([say("ผลการตรวจ", "Verdict"), say("จำนวนข้อ", "Items")]))
    lines.append(MarkdownText.rule(2))
    return lines
      + outline.counts.map { count in
        MarkdownText.row([
          escaped("\(count.verdict.symbol) \(count.verdict.name(report.language))"), figures.count(count.count),
        ])
      }
  }

  private var gaps: [String] {
    guard !outline.gaps.isEmpty else { return [] }
    var lines = ["", "## \(escaped(ScoreWords(report, figures, outline).gaps))", ""]
    lines.append(
      MarkdownText.row([
        say("ข้อ", "Item"), say("รายการ", "Title"), say("ผลการตรวจ", "Verdict"), say("คะแนนที่เสีย", "Points lost"),
        say("สาเหตุ", "Cause"), say("สิ่งที่ต้องทำ", "To do"), say("ผู้รับผิดชอบ", "Responsible"),
      ]))
    lines.append(MarkdownText.rule(7))
    for item in outline.gaps {
      let words = ItemWords(item, report, figures)
      lines.append(
        MarkdownText.row(
          [
            words.number, words.title, words.verdict, figures.points(item.pointsLost), words.summary, words.remedy,
            words.responsible,
          ].map(escaped)))
    }
    return lines
  }

  private var items: [String] {
    guard !outline.sections.isEmpty else { return [] }
    var lines = ["", "## \(say("ทุกข้อ ตามตัวชี้วัดย่อย", "All items by sub-indicator"))"]
    for section in outline.sections {
      let title = [
        SiteText.line(section.id, limit: 12), section.part.map { SiteText.line($0.title, limit: 120) } ?? "",
      ]
      let range = section.part.map { ": \(figures.range($0.score, $0.high))" } ?? ""
      lines += ["", "### \(escaped(title.joined(separator: " ")))\(range)", ""]
      lines.append(
        MarkdownText.row([
          say("ข้อ", "Item"), say("รายการ", "Title"), say("ผลการตรวจ", "Verdict"), say("หลักฐาน", "Evidence"),
          say("ทางเข้า", "Way"),
        ]))
      lines.append(MarkdownText.rule(5))
      lines += section.items.map(row)
    }
    return lines
  }

  private func row(_ item: ItemReport) -> String {
    let words = ItemWords(item, report, figures)
    let address = words.proof.map { ShownAddress($0.url, site: report.site.url, longest: 80) }
    return MarkdownText.row([
      escaped(words.number), escaped(words.title), escaped("\(item.verdict.symbol) \(words.verdict)"),
      address.map { MarkdownText.link($0.short, $0) } ?? "", escaped(words.proof.flatMap(words.way) ?? ""),
    ])
  }

  private var unseen: [String] {
    var lines = ["", "## \(say("สิ่งที่ตรวจไม่ได้ และเพราะอะไร", "What could not be looked at, and why"))", ""]
    lines.append(escaped(CoverageWords(report, figures).line))
    if !outline.unjudged.isEmpty { lines.append("") }
    for item in outline.unjudged {
      let words = ItemWords(item, report, figures)
      lines.append("- " + escaped("\(words.number) \(words.title): \(words.reason) → \(words.remedy)"))
    }
    return lines
  }

  private var declared: [String] {
    guard !report.declared.isEmpty else { return [] }
    var lines = ["", "## \(say("สิ่งที่เว็บไซต์ประกาศไว้ เทียบกับที่พบ", "Declared against found"))", ""]
    lines.append(
      MarkdownText.row([say("ข้อ", "Item"), say("ผล", "Result"), say("สาเหตุ", "Why"), say("ที่อยู่", "Address")]))
    lines.append(MarkdownText.rule(4))
    for answer in report.declared.prefix(Self.mostFindings) {
      let address = ShownAddress(answer.urls.first ?? answer.page, site: report.site.url, longest: 80)
      lines.append(
        MarkdownText.row([
          escaped(SiteText.line(answer.item, limit: 12)), escaped(answer.status.name(report.language)),
          escaped(SiteText.line(answer.why)), MarkdownText.link(address.short, address),
        ]))
    }
    return lines
  }

  private var findings: [String] {
    guard !report.findings.isEmpty else { return [] }
    var lines = ["", "## \(say("ข้อสังเกตเกี่ยวกับเว็บไซต์", "Noticed about the site"))", ""]
    for finding in report.findings.prefix(Self.mostFindings) {
      let address = ShownAddress(finding.url, site: report.site.url, longest: 80)
      let text = "\(finding.kind.name(report.language)): \(SiteText.line(finding.detail))"
      lines.append("- \(escaped(text)) \(MarkdownText.link(address.short, address))")
    }
    let rest = report.findings.count - Self.mostFindings
    if rest > 0 { lines.append("- \(say("และอีก \(figures.count(rest)) รายการ", "and \(figures.count(rest)) more"))") }
    return lines
  }

  private var nextSteps: [String] {
    let steps = NextSteps(report, figures, outline).sentences
    guard !steps.isEmpty else { return [] }
    return ["", "## \(say("ขั้นต่อไป", "Next steps"))", ""]
      + steps.enumerated().map { "\($0.offset + 1). \(escaped($0.element))" }
  }
}

import AuditCore

/// What every part of the page needs: the report, its words and figures, and how much to show.
struct HTMLContext {
  let report: AuditReport
  let figures: Figures
  let outline: ReportOutline
  let scoring: Scoring?
  let edition: Edition?
  let previous: AuditReport?
  let detail: HTMLDetail
  /// The fragment of each item, by its place in the report.
  private let anchors: [String: String]

  init(_ report: AuditReport, _ options: ReportOptions, _ outline: ReportOutline, _ detail: HTMLDetail) {
    self.report = report
    figures = Figures(report, options)
    self.outline = outline
    scoring = options.scoring
    edition = options.edition
    previous = options.previous
    self.detail = detail
    anchors = Self.anchors(report.items)
  }

  func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  /// A text of the site, harmless and as long as the page has room for; still to be escaped.
  func text(_ text: String) -> String { SiteText.line(text, limit: detail.text) }

  func words(_ item: ItemReport) -> ItemWords { ItemWords(item, report, figures) }

  func anchor(_ item: ItemReport) -> String { anchors[item.number] ?? "items" }

  /// An address as a link that tells the other site nothing, or as text where it may not be followed.
  func link(_ address: String, short: Bool = false) -> HTML {
    let shown = ShownAddress(address, site: report.site.url, longest: min(detail.text, 160))
    let text = short ? shown.short : shown.full
    guard let target = shown.link, target.utf8.count <= detail.link else {
      return "<span class=\"address\">\(text)</span>"
    }
    return "<a class=\"address\" href=\"\(target)\" rel=\"noopener noreferrer\">\(text)</a>"
  }

  func verdict(_ verdict: Verdict, count: Int? = nil) -> HTML {
    let name = verdict.name(report.language)
    let number: HTML? = count.map { " <b>\(figures.count($0))</b>" }
    return
      "<span class=\"verdict \(verdict.rawValue)\"><span aria-hidden=\"true\">\(verdict.symbol)</span> \(name)\(number)</span>"
  }

  /// "and 12 more in report.json", where the page left some out.
  func rest(_ all: Int, shown: Int) -> HTML? {
    guard all > shown else { return nil }
    let more = figures.count(all - shown)
    return "<p class=\"quiet\">\(say("และอีก \(more) รายการใน report.json", "and \(more) more in report.json"))</p>"
  }

  /// The item's own number where it is plain letters and digits, else its place.
  private static func anchors(_ items: [ItemReport]) -> [String: String] {
    var anchors: [String: String] = [:]
    for (place, item) in items.enumerated() where anchors[item.number] == nil {
      let isPlain =
        !item.number.isEmpty && item.number.utf8.count <= 12
        && item.number.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      anchors[item.number] = isPlain ? item.number : "item-\(place + 1)"
    }
    return anchors
  }
}

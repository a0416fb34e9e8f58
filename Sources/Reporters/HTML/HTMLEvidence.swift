import AuditCore

/// The quotations of an item: what was read, where it stands, how to click there, when, and the hash of the bytes.
struct HTMLEvidence {
  private let context: HTMLContext
  private let item: ItemReport
  private let words: ItemWords

  init(_ item: ItemReport, _ context: HTMLContext) {
    self.item = item
    self.context = context
    words = context.words(item)
  }

  private func say(_ th: String, _ en: String) -> String { context.say(th, en) }

  /// Nil where the item has no evidence.
  var html: HTML? {
    let shown = item.evidence.prefix(context.detail.evidence)
    guard !shown.isEmpty else { return nil }
    let count = context.figures.count(item.evidence.count)
    return """
      <details open="open"><summary>\(say("หลักฐาน \(count) รายการ", "Evidence (\(count))"))</summary>
      <ol class="proof">
      \(places(Array(shown)).map(place))
      </ol></details>\(context.rest(item.evidence.count, shown: shown.count))
      """
  }

  /// Quotations of the same bytes are told together, in the order of the first.
  private func places(_ evidence: [Evidence]) -> [[Evidence]] {
    var places: [[Evidence]] = []
    for piece in evidence {
      let same = places.firstIndex { $0.first.map { isSamePlace($0, piece) } ?? false }
      if let same { places[same].append(piece) } else { places.append([piece]) }
    }
    return places
  }

  private func isSamePlace(_ one: Evidence, _ other: Evidence) -> Bool {
    one.url == other.url && one.sha256 == other.sha256 && one.fetchedAt == other.fetchedAt
      && one.clickPath == other.clickPath
  }

  private func place(_ quotations: [Evidence]) -> HTML {
    guard let first = quotations.first else { return "" }
    let way: HTML? = words.way(to: first).map { way in
      "<p>\(say("ทางเข้า:", "Way:")) <span lang=\"th\">\(SiteText.line(way, limit: context.detail.way))</span></p>"
    }
    let quotes: [HTML] = quotations.map(quotation)
    return "<li><p>\(context.link(first.url))</p>\(way)\(quotes)\(origin(first))</li>"
  }

  private func quotation(_ evidence: Evidence) -> HTML {
    let quote: HTML? = evidence.quote.isEmpty ? nil : "<q lang=\"th\">\(context.text(evidence.quote))</q>"
    let element: HTML? = evidence.element.map { " <span class=\"quiet\">(\(SiteText.line($0, limit: 60)))</span>" }
    return quote == nil && element == nil ? "" : "<p>\(quote)\(element)</p>"
  }

  /// When it was fetched, what it is, and the digest of its bytes.
  private func origin(_ evidence: Evidence) -> HTML? {
    let day =
      evidence.fetchedAt.isEmpty
      ? say("เปิดไม่ได้", "not delivered") : say("เปิดเมื่อ ", "fetched ") + time(evidence.fetchedAt)
    let media = SiteText.line(evidence.mediaType, limit: 80)
    let digest: HTML? = evidence.sha256.isEmpty ? nil : "<br/><code>\(SiteText.line(evidence.sha256, limit: 80))</code>"
    let facts = [day, media].filter { !$0.isEmpty }.joined(separator: " · ")
    return "<p class=\"quiet\">\(facts)\(digest)</p>"
  }

  /// The Thai day and the exact moment.
  private func time(_ moment: String) -> String {
    "\(context.figures.dayOfMoment(moment)) (\(SiteText.line(moment, limit: 40)))"
  }
}

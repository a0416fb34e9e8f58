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
    var quotes: [String] = []
    for piece in quotations where !quotes.contains(piece.quote) { quotes.append(piece.quote) }
    let lines: [HTML] = quotes.map { quote in
      quotation(quote, proving: quotations.filter { $0.quote == quote }.compactMap(\.element))
    }
    return "<li><p>\(context.link(first.url))</p>\(way)\(lines)\(origin(first))</li>"
  }

  /// A quotation once, with everything that it proves.
  private func quotation(_ quote: String, proving elements: [String]) -> HTML {
    let words: HTML? = quote.isEmpty ? nil : "<q lang=\"th\">\(context.text(quote))</q>"
    let names = elements.map { self.words.element($0, in: context.edition) }.joined(separator: ", ")
    let proved: HTML? = names.isEmpty ? nil : " <span class=\"quiet\">(\(names))</span>"
    return words == nil && proved == nil ? "" : "<p>\(words)\(proved)</p>"
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

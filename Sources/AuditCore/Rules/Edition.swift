/// One fiscal year's official list of OIT items with everything needed to judge and score it: a file in `Rules/oit/`.
package struct Edition: Sendable {
  /// Buddhist-era fiscal year, e.g. 2566.
  package var year: Int
  package var instrument: String
  package var title: Bilingual
  /// `high`, `medium` or `draft`: how sure the list as a whole is.
  package var confidence: String
  package var scoring: Scoring
  package var indicators: [Indicator]
  package var items: [ItemRule]
  package var source: RuleSource

  package init(
    year: Int, instrument: String, title: Bilingual, confidence: String, scoring: Scoring, indicators: [Indicator],
    items: [ItemRule], source: RuleSource
  ) {
    self.year = year
    self.instrument = instrument
    self.title = title
    self.confidence = confidence
    self.scoring = scoring
    self.indicators = indicators
    self.items = items
    self.source = source
  }

  package var subIndicators: [SubIndicator] { indicators.flatMap(\.subIndicators) }

  package func item(numbered number: String) -> ItemRule? {
    items.first { $0.number == number }
  }

  /// What an item is worth of OIT 100: an equal share of its sub-indicator, which is an equal share of its
  /// indicator, which is an equal share of the whole, whatever their sizes (ITA 2566; S2, S3).
  package func points(of item: ItemRule) -> Double {
    guard let indicator = indicators.first(where: { $0.subIndicators.contains { $0.id == item.sub } }) else { return 0 }
    let siblings = items.count { $0.sub == item.sub }
    guard siblings > 0 else { return 0 }
    return 100 / Double(indicators.count) / Double(indicator.subIndicators.count) / Double(siblings)
  }

  /// The items that a concept belongs to, in list order.
  package func items(about concept: ConceptID) -> [ItemRule] {
    items.filter { $0.concepts.contains(concept) }
  }
}

/// A duty that keeps its identity across editions, such as `no_gift_policy`.
package struct ConceptID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  package let description: String

  package init(_ text: String) { description = text }
  package init(stringLiteral text: String) { description = text }
  package init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
  package static func < (a: ConceptID, b: ConceptID) -> Bool { a.description < b.description }
}

/// An indicator ("9", "10") and its sub-indicators ("9.1" …).
package struct Indicator: Sendable {
  package var id: String
  package var title: Bilingual
  package var subIndicators: [SubIndicator]

  package init(id: String, title: Bilingual, subIndicators: [SubIndicator]) {
    self.id = id
    self.title = title
    self.subIndicators = subIndicators
  }
}

package struct SubIndicator: Sendable {
  package var id: String
  package var title: Bilingual
  /// How many items it holds; checked against the list.
  package var itemCount: Int

  package init(id: String, title: Bilingual, itemCount: Int) {
    self.id = id
    self.title = title
    self.itemCount = itemCount
  }
}

/// Where a fact of the rule pack was seen and how sure it is.
package struct RuleSource: Sendable, Hashable {
  /// Keys of the sources, such as `S2` or `GH66`.
  package var seen: [String]
  /// `high`, `medium`, `low`, `inferred`.
  package var confidence: String
  package var note: String?

  package init(seen: [String], confidence: String, note: String? = nil) {
    self.seen = seen
    self.confidence = confidence
    self.note = note
  }
}

import AuditCore

/// Editions with nothing but numbers and sub-indicators, for arithmetic.
enum EditionSketch {
  static let of2566 = edition(
    year: 2566,
    [("9", [("9.1", 10), ("9.2", 8), ("9.3", 4), ("9.4", 4), ("9.5", 4)]), ("10", [("10.1", 8), ("10.2", 5)])])

  static func edition(year: Int, _ plan: [(String, [(String, Int)])]) -> Edition {
    let source = RuleSource(seen: [], confidence: "high")
    var items: [ItemRule] = []
    var indicators: [Indicator] = []
    for (id, subs) in plan {
      indicators.append(
        Indicator(
          id: id, title: Bilingual(th: id, en: id),
          subIndicators: subs.map { SubIndicator(id: $0.0, title: Bilingual(th: $0.0, en: $0.0), itemCount: $0.1) }))
      for (sub, count) in subs {
        for _ in 0..<count { items.append(item("O\(items.count + 1)", sub: sub, source)) }
      }
    }
    return Edition(
      year: year, instrument: "OIT", title: Bilingual(th: "", en: ""), confidence: "high",
      scoring: Scoring(item: "all-or-nothing", weights: [], bands: [], source: source), indicators: indicators,
      items: items, source: source)
  }

  /// Everything met but what failed.
  static func verdicts(_ edition: Edition, failed: Set<String>) -> [String: Verdict] {
    Dictionary(uniqueKeysWithValues: edition.items.map { ($0.number, failed.contains($0.number) ? .missing : .met) })
  }

  private static func item(_ number: String, sub: String, _ source: RuleSource) -> ItemRule {
    ItemRule(
      number: number, key: number.lowercased(), concepts: [ConceptID(number)], title: Bilingual(th: number, en: number),
      sub: sub, kind: .page, period: PeriodRule(covers: .undated), due: nil, elements: [], agreesWith: [],
      emptyStatement: [], signedBy: nil, separateFrom: nil, issuedBySite: false, ownPage: false,
      remedy: Bilingual(th: "", en: ""), responsible: "", source: source)
  }
}

import AuditCore

/// `oit/2566.yml` → the edition as its file says it.
enum EditionReader {
  /// Written `or`, not optional, so that one missing value does not hide the faults after it.
  private static let nothing = Bilingual(th: "", en: "")

  static func edition(_ root: RuleNode) -> EditionDraft? {
    let keys = [
      "edition", "instrument", "title", "confidence", "source", "like", "due", "scoring", "indicators", "items",
    ]
    guard let map = root.mapping(of: keys) else { return nil }
    let year = map.required("edition")?.integer()
    let title = map.required("title")?.bilingual() ?? nothing
    let instrument = map.required("instrument")?.choice(of: ["OIT"]) ?? ""
    let confidence = map.required("confidence")?.choice(of: ["high", "medium", "draft"]) ?? ""
    let source = map.required("source").flatMap(source) ?? RuleSource(seen: [], confidence: "")
    let scoring = map.required("scoring").flatMap(ScoringReader.scoring)
    let indicatorsNode = map.required("indicators")
    let indicators = (indicatorsNode?.list() ?? []).compactMap(indicator)
    let items = (map.required("items")?.list() ?? []).compactMap(ItemReader.item)
    guard let year, let scoring, let indicatorsNode else { return nil }
    return EditionDraft(
      year: year, instrument: instrument, title: title, confidence: confidence, scoring: scoring,
      indicators: indicators, source: source, like: (map["like"]?.list() ?? []).compactMap { $0.integer() },
      due: map["due"].flatMap(due), items: items, node: root, indicatorsNode: indicatorsNode)
  }

  private static func indicator(_ node: RuleNode) -> Indicator? {
    guard let map = node.mapping(of: ["id", "title", "subIndicators"]) else { return nil }
    let id = map.required("id")?.text()
    let title = map.required("title")?.bilingual() ?? nothing
    let subs = (map.required("subIndicators")?.list() ?? []).compactMap(subIndicator)
    return id.map { Indicator(id: $0, title: title, subIndicators: subs) }
  }

  private static func subIndicator(_ node: RuleNode) -> SubIndicator? {
    guard let map = node.mapping(of: ["id", "title", "items"]) else { return nil }
    let id = map.required("id")?.text()
    let title = map.required("title")?.bilingual() ?? nothing
    let count = map.required("items")?.integer()
    guard let id, let count else { return nil }
    return SubIndicator(id: id, title: title, itemCount: count)
  }

  /// Where a fact was seen: `{seen: [S2, GH66], confidence: high, note: …}`.
  static func source(_ node: RuleNode) -> RuleSource? {
    guard let map = node.mapping(of: ["seen", "confidence", "note"]) else { return nil }
    let seen = map.required("seen")?.texts() ?? []
    let confidence = map.required("confidence")?.choice(of: ["high", "medium", "medium-low", "low", "inferred"])
    return confidence.map { RuleSource(seen: seen, confidence: $0, note: map["note"]?.text()) }
  }

  /// A day of every year: `{day: 04-30, confidence: inferred}`.
  static func due(_ node: RuleNode) -> DueDate? {
    guard let map = node.mapping(of: ["day", "confidence"]) else { return nil }
    let confidence = map.required("confidence")?.choice(of: ["seen", "inferred"])
    guard let day = map.required("day"), let text = day.text() else { return nil }
    let longest = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let bytes = Array(text.utf8)
    if bytes.count == 5, bytes[2] == UInt8(ascii: "-"), let month = Int(text.prefix(2)),
      let number = Int(text.suffix(2)),
      longest.indices.contains(month - 1), (1...longest[month - 1]).contains(number)
    {
      return confidence.map { DueDate(month: month, day: number, confidence: $0) }
    }
    day.report(
      .badValue, th: "“\(text)” ไม่ใช่วันของทุกปีแบบ เดือน-วัน เช่น 04-30",
      en: "“\(text)” is not a day of every year as month-day, such as 04-30")
    return nil
  }
}

import ThaiText

/// What `oitcheck rules match` answers for one line: the item by topic, and whether its year is the one asked for.
package struct LineAnswer: Sendable, Hashable {
  /// `O31`, nil where the line is about no item of the edition.
  package var item: String?
  package var concepts: [ConceptID]
  /// 0…1; below `TopicMatch.accepted` it is that of the nearest miss.
  package var confidence: Double
  /// The fiscal year the text speaks for, nil where it names none.
  package var fiscalYear: Int?
  /// Whether that is the year the item asks for; nil without a year or an item.
  package var current: Bool?
  /// For people, in Thai.
  package var why: String

  package init(
    item: String?, concepts: [ConceptID], confidence: Double, fiscalYear: Int?, current: Bool?, why: String
  ) {
    self.item = item
    self.concepts = concepts
    self.confidence = confidence
    self.fiscalYear = fiscalYear
    self.current = current
    self.why = why
  }
}

/// Matches single lines, without a page around them, to the items of one edition.
package struct LineMatcher: Sendable {
  private let edition: Edition
  private let fiscalYear: FiscalYear
  private let matcher: TopicMatcher
  private let itemByConcept: [ConceptID: ItemRule]

  /// Topics as sure as the best one but for this are named beside it.
  private static let beside = 0.1
  /// A topic that is no item of the edition hands on to one as sure as itself, or to one of the same name.
  private static let tie = 0.02

  /// Nil where the pack has no such edition.
  ///
  /// - Parameters:
  ///   - fiscalYear: the judged year, Buddhist era; periods of the edition are relative to it.
  ///   - matcher: one built with the pack's vocabulary and numbering, to share it between editions.
  package init?(pack: RulePack, edition year: Int, fiscalYear: Int, matcher: TopicMatcher? = nil) {
    guard let edition = pack.edition(year) else { return nil }
    self.edition = edition
    self.fiscalYear = FiscalYear(fiscalYear)
    self.matcher =
      matcher ?? TopicMatcher(vocabulary: pack.vocabulary, numbering: ItemNumbering.lists(of: pack.editions))
    var byConcept: [ConceptID: ItemRule] = [:]
    for item in edition.items {
      for concept in item.concepts where byConcept[concept] == nil { byConcept[concept] = item }
    }
    itemByConcept = byConcept
  }

  /// - Parameters:
  ///   - url: address as written, if known: it may support what the words say.
  ///   - context: what stands around the line: row, heading, page.
  package func answer(text: String, url: String? = nil, context: String? = nil) -> LineAnswer {
    // A line is taken for an entry of a menu: a name that is general may stand there alone.
    let opinion = matcher.opinion(
      on: Mention(
        text: text, surroundings: [context].compactMap { $0 }, address: url,
        numberingYear: ItemNumbering.year(in: [text, context ?? ""].joined(separator: " ")), region: .navigation))
    let item = item(for: opinion)
    let period = period(of: text, for: item?.rule)
    let best = opinion.matches.first?.confidence ?? 0
    let near = opinion.matches.filter { $0.isAccepted && best - $0.confidence <= Self.beside }
    return LineAnswer(
      item: item?.rule.number, concepts: near.map(\.concept), confidence: item?.match.confidence ?? best,
      fiscalYear: period.year, current: period.current, why: why(opinion, item: item, period: period.words))
  }

  private func item(for opinion: TopicOpinion) -> (rule: ItemRule, match: TopicMatch)? {
    guard let best = opinion.topic else { return nil }
    for match in opinion.matches where match.isAccepted {
      guard best.confidence - match.confidence <= Self.tie || match.name == best.name else { continue }
      if let rule = itemByConcept[match.concept] { return (rule, match) }
    }
    return nil
  }

  // MARK: Year

  private func period(of text: String, for item: ItemRule?) -> (year: Int?, current: Bool?, words: String) {
    guard let reading = PeriodReader.covered(in: text), !reading.fiscalYears.isEmpty else { return (nil, nil, "") }
    let wanted = wantedYears(by: item?.period)
    let matching = wanted.first { reading.speaks(for: $0) }
    let year = (matching ?? reading.fiscalYears.last)?.year
    guard item != nil, let year else { return (year, nil, "") }
    let words = matching != nil ? "ปี \(year) ตรงกับที่ข้อนี้ต้องการ" : "ปี \(year) ไม่ใช่ปีที่ข้อนี้ต้องการ"
    return (year, matching != nil, words)
  }

  /// The fiscal years a text of an item may speak for.
  private func wantedYears(by period: PeriodRule?) -> [FiscalYear] {
    guard let period else { return [fiscalYear] }
    return ([period.covers] + [period.orElse].compactMap { $0 }).map {
      $0 == .previousYear ? fiscalYear.previous : fiscalYear
    }
  }

  // MARK: Reasons

  private func why(_ opinion: TopicOpinion, item: (rule: ItemRule, match: TopicMatch)?, period: String) -> String {
    if let item {
      let named = item.match.name.isEmpty ? "" : "“\(item.match.name)”"
      return ([named] + item.match.reasons + [period]).filter { !$0.isEmpty }.joined(separator: "; ")
    }
    if let topic = opinion.topic { return "“\(topic.name)” ไม่เป็นข้อใดของรายการปี \(edition.year)" }
    if let beside = opinion.besideName { return "อ่านว่าเป็นเรื่องอื่น (“\(beside)”)" }
    if let miss = opinion.matches.first { return "ใกล้เคียง “\(miss.name)” แต่คำอื่นในข้อความเปลี่ยนความหมาย" }
    return "ไม่พบชื่อของข้อใด"
  }
}

import ThaiText

/// Tells a page that lists items from any other, and reads its rows: number, name, addresses, explanation.
///
/// Indexes come as tables (ข้อ | ข้อมูล | การเชื่อมโยง | คำอธิบาย), as lines with several links that all read "เปิด", or as
/// lists of links. Official criteria text is often pasted into a cell; it is kept as explanation, never as name.
package struct ItemIndexReader: Sendable {
  private let matcher: TopicMatcher
  private let lists: [Int: [Int: [ConceptID]]]
  private let otherBodies: [(word: String, folded: [UInt8])]
  private let numbers = ItemNumberReader()

  /// Entries with different numbers from which on a page is a list of items.
  private static let fewestNumbers = 4
  /// Of the entries that name an item so many must be there where the page has no numbers.
  private static let fewestNames = 8

  /// - Parameters:
  ///   - matcher: built with the same numbering.
  ///   - numbering: for every edition's year the concepts of each item number.
  package init(vocabulary: Vocabulary, matcher: TopicMatcher, numbering: [Int: [Int: [ConceptID]]]) {
    self.matcher = matcher
    lists = numbering
    otherBodies = vocabulary.otherBodies.map { ($0, ThaiFolding.fold($0)) }
  }

  /// The list on a page, nil where it shows none.
  package func index(of document: Document) -> ItemIndex? {
    let titles = Self.titles(of: document)
    let entries = IndexEntry.entries(of: document) { matcher.saysNothing($0) && numbers.reading(in: $0) == nil }
    let rows = entries.compactMap { row(of: $0) }
    let stated = titles.lazy.compactMap { ItemNumbering.year(in: $0) }.first
    let numbered = Set(rows.compactMap(\.number)).count
    let named = Set(rows.compactMap { $0.topics.first?.concept }).count
    let isList =
      numbered >= Self.fewestNumbers && (named >= Self.fewestNumbers || stated != nil)
      || stated != nil && named >= Self.fewestNames
    guard isList else { return nil }
    let year = stated ?? fittingYear(for: rows)
    let kept = rows.filter { $0.number != nil || (stated != nil && !$0.topics.isEmpty) }
    return ItemIndex(
      year: year, isYearStated: stated != nil, body: body(titles: titles, entries: entries),
      rows: kept.map { compared($0, with: year.flatMap { lists[$0] }) })
  }

  // MARK: Rows

  private func row(of entry: IndexEntry) -> ItemIndex.Row? {
    let number = entry.cells.lazy.compactMap { numbers.reading(in: $0) }.first
    var best: (cell: Int, topics: [TopicMatch])?
    for (cell, text) in entry.cells.enumerated() {
      let topics = matcher.topics(of: Mention(text: text, surroundings: ["-"])).filter(\.isAccepted)
      guard let topic = topics.first else { continue }
      if topic.confidence > best?.topics.first?.confidence ?? 0 { best = (cell, topics) }
    }
    guard number != nil || best != nil else { return nil }
    let name = best.map { entry.cells[$0.cell] } ?? entry.cells.max { $0.utf8.count < $1.utf8.count } ?? ""
    let explanation = entry.cells.enumerated().filter {
      $0.offset != best?.cell && !entry.linkTexts.contains($0.element) && !matcher.saysNothing($0.element)
    }
    return ItemIndex.Row(
      number: number?.number, name: name, topics: best?.topics ?? [], agreement: .unknown, links: entry.links,
      explanation: explanation.map(\.element).max { $0.utf8.count < $1.utf8.count } ?? "")
  }

  private func compared(_ row: ItemIndex.Row, with list: [Int: [ConceptID]]?) -> ItemIndex.Row {
    var row = row
    row.agreement = agreement(of: row, with: list)
    return row
  }

  private func agreement(of row: ItemIndex.Row, with list: [Int: [ConceptID]]?) -> ItemIndex.Row.Agreement {
    guard let number = row.number else { return .nameOnly }
    guard let topic = row.topics.first else { return .numberOnly }
    guard let list else { return .unknown }
    let sure = row.topics.filter { topic.confidence - $0.confidence < 0.05 }.map(\.concept)
    if let expected = list[number], sure.contains(where: expected.contains) { return .agrees }
    let places = list.filter { $0.value.contains(topic.concept) }.keys
    return places.min { abs($0 - number) < abs($1 - number) }.map { .shifted(to: $0) } ?? .foreignName
  }

  // MARK: Year and body

  /// The year whose list most rows fit, if it fits clearly better than any other.
  private func fittingYear(for rows: [ItemIndex.Row]) -> Int? {
    let scores = lists.map { year, list in
      (year, rows.count { agreement(of: $0, with: list) == .agrees })
    }.sorted { ($1.1, $1.0) < ($0.1, $0.0) }
    guard let best = scores.first, best.1 >= Self.fewestNumbers, best.1 * 2 >= rows.count else { return nil }
    return scores.dropFirst().first.map { $0.1 < best.1 } ?? true ? best.0 : nil
  }

  /// Words of another kind of body in the titles, or its labels on most entries ("MOIT 2", "EB 5").
  private func body(titles: [String], entries: [IndexEntry]) -> ItemIndex.Body {
    for title in titles {
      let folded = ThaiFolding.fold(title)
      if let word = otherBodies.first(where: { ByteSearch.contains(folded, $0.folded) }) { return .other(word.word) }
    }
    let cells = entries.map { ThaiFolding.fold($0.cells.joined(separator: " ")) }
    for (word, folded) in otherBodies where folded.allSatisfy({ $0 < 0x80 }) {
      let labelled = cells.count {
        $0.starts(with: folded) && $0.dropFirst(folded.count).first.map(Self.isDigit) == true
      }
      if labelled >= Self.fewestNumbers, 2 * labelled >= cells.count { return .other(word) }
    }
    return .local
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// What the page says of itself, surest first: breadcrumb, headings of its content, title.
  private static func titles(of document: Document) -> [String] {
    let headings = document.blocks.filter { block in
      if case .heading = block.kind { block.region == .main } else { false }
    }
    return (headings.prefix(6).map(\.text) + document.breadcrumb.reversed() + [document.title]).filter { !$0.isEmpty }
  }
}

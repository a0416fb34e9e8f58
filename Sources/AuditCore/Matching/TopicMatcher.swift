import ThaiText

/// Decides which duties a mention is about: by its own words first, then by what stands around it.
///
/// An item number only counts with the numbering of its page's year, and never against the words.
package struct TopicMatcher: TopicRecognizer {
  private let reader: TextTopicReader
  private let loose: LooseTopicReader
  private let slugs: [String: [Int]]
  private let numbering: [Int: [Int: [ConceptID]]]
  private let numbers = ItemNumberReader()

  /// - Parameter numbering: for every edition's year the concepts of each item number.
  package init(vocabulary: Vocabulary, numbering: [Int: [Int: [ConceptID]]] = [:]) {
    let book = NameBook(vocabulary, fold: { ThaiFolding.fold($0) })
    reader = TextTopicReader(book: book)
    loose = LooseTopicReader(vocabulary: vocabulary)
    var slugs: [String: [Int]] = [:]
    for (index, names) in vocabulary.concepts.enumerated() {
      for slug in names.slugs { slugs[Slug(slug).plain, default: []].append(index) }
    }
    self.slugs = slugs
    self.numbering = numbering
  }

  package func topics(of mention: Mention) -> [TopicMatch] { opinion(on: mention).matches }

  /// The whole opinion: the topics, and what stands beside the items and took the words.
  package func opinion(on mention: Mention) -> TopicOpinion {
    let allows = { (pattern: NamePattern) in Self.isContextRight(pattern, of: mention) }
    let own = reader.topics(of: mention.text, allows: allows)
    var tally = TopicTally(concepts: reader.book.concepts)
    tally.add(own.candidates, from: .text)
    var beside = own.beside
    if own.best < TopicMatch.accepted, beside == nil, own.openLetters > 3 || own.saysNothing {
      tally.add(loose.candidates(in: mention.text), from: .damagedText)
    }
    if own.saysNothing {
      for place in surroundings(of: mention) where tally.best < TopicMatch.accepted && beside == nil {
        let around = reader.topics(of: place.text, allows: allows)
        tally.add(around.candidates, from: place.source)
        beside = around.beside
      }
    }
    let address = mention.address.map(AddressWords.init)
    if let address { weigh(address, of: mention, own: own, beside: beside, in: &tally) }
    weighNumber(of: mention, own: own, beside: beside, in: &tally)
    if let item = address?.item, item.year != mention.numberingYear {
      weigh(item.number, of: item.year, own: own, beside: beside, in: &tally)
    }
    weighPlace(of: mention, in: &tally)
    return TopicOpinion(
      matches: tally.matches, besideTopic: beside.map { reader.book.concepts[$0.pattern.concept] },
      besideName: beside?.pattern.name)
  }

  /// Whether a text names nothing of its own ("เปิด", "ดาวน์โหลด (1).pdf").
  package func saysNothing(_ text: String) -> Bool {
    reader.topics(of: text, allows: { _ in true }).saysNothing
  }

  // MARK: Around the text

  /// What to read where the text itself says nothing, nearest first.
  private func surroundings(of mention: Mention) -> [(text: String, source: TopicSource)] {
    var places: [(text: String, source: TopicSource)] = [(mention.label, .label)]
    places += mention.surroundings.map { ($0, .row) }
    if let name = mention.fileName { places.append((name, .fileName)) }
    places += mention.menuPath.reversed().map { ($0, .menu) }
    if let heading = mention.headings.last { places.append((heading, .heading)) }
    return places.filter { !$0.text.isEmpty && $0.text != mention.text }
  }

  /// Whether a generic name stands where it may.
  private static func isContextRight(_ pattern: NamePattern, of mention: Mention) -> Bool {
    pattern.context.isEmpty
      || pattern.context.contains { context in
        switch context {
        case .menu: mention.address != nil || mention.region == .navigation || !mention.menuPath.isEmpty
        case .heading: mention.address == nil
        case .row: !mention.surroundings.isEmpty
        case .index: mention.numberingYear != nil
        }
      }
  }

  // MARK: Address

  /// An address supports what the words say; it decides alone only where the words say nothing.
  private func weigh(
    _ address: AddressWords, of mention: Mention, own: TextTopics, beside: NameFinding?, in tally: inout TopicTally
  ) {
    var pointed: Set<Int> = []
    for word in address.latin { pointed.formUnion(slugs[word] ?? []) }
    for concept in pointed.sorted() where tally.knows(concept) { tally.support(concept, by: .address) }
    guard beside == nil, tally.best < TopicMatch.accepted, own.saysNothing || TitleText(mention.text).isFileName else {
      return
    }
    if own.saysNothing, let last = address.lastLatin {
      for concept in slugs[last] ?? [] { tally.add(concept, score: 0.55, name: last, from: .address) }
    }
    if let phrase = address.slugs.last?.phrase, address.lastLatin != nil, tally.best < TopicMatch.accepted {
      tally.add(reader.topics(of: phrase) { $0.context.isEmpty }.candidates, from: .address)
    }
    for segment in address.thai.suffix(2).reversed() where tally.best < TopicMatch.accepted {
      let around = reader.topics(of: segment, mayBreakOff: true) { $0.context.isEmpty }
      tally.add(around.candidates, from: .address)
      if around.candidates.isEmpty { tally.add(loose.candidates(in: segment), from: .address) }
    }
  }

  // MARK: Number and place

  private func weighNumber(
    of mention: Mention, own: TextTopics, beside: NameFinding?, in tally: inout TopicTally
  ) {
    guard let year = mention.numberingYear,
      let reading = numbers.reading(in: mention.text)
        ?? around(mention, own).lazy.compactMap({ numbers.reading(in: $0) }).first
    else { return }
    let isCertain = reading.certainty >= .zeroPrefixed
    weigh(reading.number, of: year, isCertain: isCertain, own: own, beside: beside, in: &tally)
  }

  /// Where a number may stand that belongs to the link: in its row, and over it where it says nothing itself
  /// (the head of an accordion).
  private func around(_ mention: Mention, _ own: TextTopics) -> [String] {
    guard own.saysNothing else { return mention.surroundings }
    return [mention.label] + mention.surroundings + mention.headings.suffix(1)
  }

  private func weigh(
    _ number: Int, of year: Int, isCertain: Bool = true, own: TextTopics, beside: NameFinding?,
    in tally: inout TopicTally
  ) {
    guard let named = numbering[year]?[number] else { return }
    for id in named {
      guard let concept = reader.book.concepts.firstIndex(of: id) else { continue }
      if tally.knows(concept) {
        tally.support(concept, by: .number(number, year))
      } else if tally.isEmpty, beside == nil, own.saysNothing, isCertain {
        tally.add(concept, score: 0.6, name: "", from: .number(number, year))
      }
    }
    if !tally.isEmpty, !named.contains(where: { id in tally.leader == id }) {
      tally.note(.otherNumber(number, year))
    }
  }

  /// A heading or menu of the same topic supports a weak name.
  private func weighPlace(of mention: Mention, in tally: inout TopicTally) {
    guard !tally.isEmpty, tally.best < 0.9 else { return }
    for place in (mention.headings.suffix(2) + mention.menuPath.suffix(2)) where !place.isEmpty {
      for candidate in reader.topics(of: place, allows: { _ in true }).candidates
      where candidate.score >= TopicMatch.accepted && tally.knows(candidate.finding.pattern.concept) {
        tally.support(candidate.finding.pattern.concept, by: .heading)
      }
    }
  }
}

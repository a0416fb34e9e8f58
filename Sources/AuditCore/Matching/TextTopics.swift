import ThaiText

/// What one text by itself is about: the findings that stand, scored, best first, and what explains it away.
struct TextTopics {
  struct Candidate {
    let finding: NameFinding
    let score: Double
  }

  /// Candidates of duties.
  var candidates: [Candidate] = []
  /// What stands beside the items and takes the text: the name found.
  var beside: NameFinding?
  /// Letters that nothing explains and no candidate covers: 0 for "เปิด", "ดาวน์โหลด (1).pdf".
  var openLetters = 0
  /// The text was cut where pasted criteria begin.
  var isCriteria = false

  /// It names nothing: its surroundings must say what it is.
  var saysNothing: Bool { candidates.isEmpty && beside == nil && !isCriteria && openLetters <= 3 }

  var best: Double { candidates.first?.score ?? 0 }
}

/// Reads what a text is about from the exact names, then, where these leave it open, from names that are nearly there.
struct TextTopicReader: Sendable {
  let book: NameBook
  private let nearby: NearNames
  /// Letters of a name that says at the head of a text what all of it is about.
  private static let tellingHead = 18

  init(book: NameBook) {
    self.book = book
    nearby = NearNames(book: book)
  }

  /// - Parameters:
  ///   - mayBreakOff: the text may end inside a word, as slugs do.
  ///   - allows: whether a name may stand where the text stands.
  func topics(
    of text: String, mayBreakOff: Bool = false, allows: (NamePattern) -> Bool
  ) -> TextTopics {
    let title = TitleText(text)
    let folded = FoldedText(title.text, keepingOffsets: false)
    var reading = TextReading(bytes: folded.bytes, book: book, isWholeWord: folded.isWholeWord)
    var topics = TextTopics()
    if let criteria = criteriaStart(in: reading) {
      topics.isCriteria = true
      guard criteria > 0 else { return topics }
      reading = TextReading(bytes: Array(folded.bytes[..<criteria]), book: book, isWholeWord: folded.isWholeWord)
    }
    let finder = NameFinder(book: book)
    var found = finder.findings(in: reading).filter { allows($0.pattern) }
    rank(found, in: reading, &topics)
    if topics.best < TopicMatch.accepted, topics.beside == nil {
      found += nearby.findings(in: reading, mayBreakOff: mayBreakOff || title.mayBreakOff).filter {
        allows($0.pattern) && finder.isCompanyRight($0.pattern, standingAt: $0.parts, in: reading)
      }
      rank(found, in: reading, &topics)
    }
    topics.openLetters = reading.openLetters
    return topics
  }

  private func criteriaStart(in reading: TextReading) -> Int? {
    guard let concept = book.criteriaConcept else { return nil }
    return reading.hits.first { hit in
      book.patternsByPhrase[hit.phrase].contains { index in
        let pattern = book.patterns[index]
        let mayStand = pattern.strength == .strong || !reading.bytes[..<hit.range.lowerBound].contains { $0 >= 0x80 }
        return pattern.concept == concept && mayStand
      }
    }?.range.lowerBound
  }

  /// Longer names win over those inside them; what stands beside the items takes its words or the whole text.
  private func rank(_ found: [NameFinding], in reading: TextReading, _ topics: inout TextTopics) {
    let standing = found.filter { finding in !found.contains { finding.yields(to: $0) } }
    let duties = withoutTwins(standing.filter { !book.isBeside[$0.pattern.concept] })
    let besides = standing.filter { beside in
      book.isBeside[beside.pattern.concept] && !duties.contains { $0.cutsInto(beside) }
    }
    var best: [Int: TextTopics.Candidate] = [:]
    for finding in duties {
      let others = duties.filter { !$0.range.overlaps(finding.range) }
      let score = TopicScore(of: finding, among: others, in: reading).value
      guard score > 0, score > best[finding.pattern.concept]?.score ?? 0 else { continue }
      best[finding.pattern.concept] = TextTopics.Candidate(finding: finding, score: score)
    }
    topics.candidates = best.values.sorted { Self.isBefore($0, $1) }
    topics.beside = nil
    if let taker = besides.first(where: { takes($0, topics.candidates) }) {
      topics.beside = taker
      topics.candidates = []
    }
  }

  /// One finding for each concept and place: names that fold alike are found at once.
  private func withoutTwins(_ findings: [NameFinding]) -> [NameFinding] {
    findings.enumerated().filter { place, finding in
      !findings[..<place].contains { $0.pattern.concept == finding.pattern.concept && $0.range == finding.range }
    }.map(\.element)
  }

  /// Whether a neighbour takes the text from the duties: a strong one always, unless a telling name
  /// stands at the head; a weak one where it covers more than they do or stands before them.
  private func takes(_ beside: NameFinding, _ candidates: [TextTopics.Candidate]) -> Bool {
    guard let first = candidates.first?.finding else { return true }
    if beside.pattern.strength == .strong { return !isHead(first, before: beside) }
    if beside.range.lowerBound < first.range.lowerBound { return 2 * beside.evidence >= first.evidence }
    return beside.evidence > first.evidence && beside.range.lowerBound == first.range.lowerBound
  }

  /// Whether a name at the head of the text holds against an event or a vacancy that is only mentioned behind it.
  private func isHead(_ name: NameFinding, before beside: NameFinding) -> Bool {
    guard name.range.upperBound <= beside.range.lowerBound || name.pattern.isOpenBehind else { return false }
    guard name.range.lowerBound < beside.range.lowerBound else { return false }
    return name.pattern.isOpenBehind || (name.evidence >= Self.tellingHead && name.wrongLetters == 0)
  }

  private static func isBefore(_ left: TextTopics.Candidate, _ right: TextTopics.Candidate) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.finding.range.lowerBound != right.finding.range.lowerBound {
      return left.finding.range.lowerBound < right.finding.range.lowerBound
    }
    if left.finding.evidence != right.finding.evidence { return left.finding.evidence > right.finding.evidence }
    // Of two concepts with the same name the later one of the vocabulary is the narrower.
    return left.finding.pattern.concept > right.finding.pattern.concept
  }
}

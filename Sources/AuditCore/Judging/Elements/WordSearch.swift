import ThaiText

/// A `WordRule` with its words folded, ready to be asked of many texts.
struct WordSearch: Sendable {
  private let all: [[[UInt8]]]
  private let any: [[UInt8]]
  private let atLeast: Int
  private let none: [[UInt8]]
  private let except: [[UInt8]]
  /// Words in what a paper is called are passed over.
  private let isBelowTitle: Bool

  init(_ rule: WordRule, isBelowTitle: Bool = false) {
    all = rule.all.map { $0.map { ThaiFolding.fold($0) } }
    any = rule.any.map { ThaiFolding.fold($0) }
    atLeast = rule.atLeast
    none = rule.none.map { ThaiFolding.fold($0) }
    except = rule.except.map { ThaiFolding.fold($0) }
    self.isBelowTitle = isBelowTitle
  }

  /// Whether the rule holds in a folded text.
  func holds(in folded: [UInt8]) -> Bool {
    guard !none.contains(where: { ByteSearch.contains(folded, $0) }) else { return false }
    guard all.allSatisfy({ $0.contains { stands($0, in: folded) } }) else { return false }
    return any.isEmpty || any.count { stands($0, in: folded) } >= atLeast
  }

  /// The first place that proves the rule, or nil where it does not hold. With `across`, every condition may be
  /// met by any of the parts; otherwise one part must meet them all.
  func find(in parts: [EvidenceBundle.Part], across: Bool) -> (page: Int, quote: String)? {
    guard !across else { return find(in: parts[...]) }
    for at in parts.indices {
      if let found = find(in: parts[at...at]) { return found }
    }
    return nil
  }

  private func find(in parts: ArraySlice<EvidenceBundle.Part>) -> (page: Int, quote: String)? {
    guard !parts.contains(where: { part in none.contains { part.text.contains($0) } }) else { return nil }
    var proof: (page: Int, quote: String)?
    for group in all {
      guard let place = firstPlace(of: group, in: parts) else { return nil }
      proof = proof ?? place
    }
    guard !any.isEmpty else { return proof ?? parts.first.map { ($0.page, "") } }
    var hits = 0
    var firstHit: (page: Int, quote: String)?
    for word in any {
      guard let place = firstPlace(of: [word], in: parts) else { continue }
      hits += 1
      firstHit = firstHit ?? place
      if hits >= atLeast { return firstHit }
    }
    return nil
  }

  private func firstPlace(
    of words: [[UInt8]], in parts: ArraySlice<EvidenceBundle.Part>
  ) -> (page: Int, quote: String)? {
    for part in parts {
      for word in words {
        if let range = firstRange(of: word, in: part.text) {
          return (part.page, part.text.quote(at: range.lowerBound))
        }
      }
    }
    return nil
  }

  /// Papers made by bad printer drivers are read a second time for the word as those write it.
  private func firstRange(of word: [UInt8], in text: JudgedText) -> Range<Int>? {
    let passing = { isBelowTitle && text.isTitle(at: $0) }
    if let range = firstRange(of: word, in: text.folded, passing: passing) { return range }
    guard text.isPaged else { return nil }
    for written in DamagedWord.writings(of: word) {
      if let range = firstRange(of: written, in: text.folded, passing: passing) { return range }
    }
    return nil
  }

  private func stands(_ word: [UInt8], in folded: [UInt8]) -> Bool {
    firstRange(of: word, in: folded) { _ in false } != nil
  }

  /// The first place of a word that is not part of a phrase that says another thing.
  private func firstRange(of word: [UInt8], in folded: [UInt8], passing: (Int) -> Bool) -> Range<Int>? {
    var at = 0
    while let range = ByteSearch.firstRange(of: word, in: folded, from: at) {
      if !passing(range.lowerBound), !except.contains(where: { isPart(range, of: $0, in: folded) }) { return range }
      at = range.upperBound
    }
    return nil
  }

  /// Whether a phrase stands around the place.
  private func isPart(_ range: Range<Int>, of phrase: [UInt8], in folded: [UInt8]) -> Bool {
    guard phrase.count >= range.count else { return false }
    return (0...(phrase.count - range.count)).contains { before in
      let start = range.lowerBound - before
      guard start >= 0, start + phrase.count <= folded.count else { return false }
      return folded[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }
}

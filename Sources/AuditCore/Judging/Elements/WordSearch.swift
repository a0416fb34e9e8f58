import ThaiText

/// A `WordRule` with its words folded, ready to be asked of many texts.
struct WordSearch: Sendable {
  private let all: [[[UInt8]]]
  private let any: [[UInt8]]
  private let atLeast: Int
  private let none: [[UInt8]]

  init(_ rule: WordRule) {
    all = rule.all.map { $0.map { ThaiFolding.fold($0) } }
    any = rule.any.map { ThaiFolding.fold($0) }
    atLeast = rule.atLeast
    none = rule.none.map { ThaiFolding.fold($0) }
  }

  /// Whether the rule holds in a folded text.
  func holds(in folded: [UInt8]) -> Bool {
    guard !none.contains(where: { ByteSearch.contains(folded, $0) }) else { return false }
    guard all.allSatisfy({ $0.contains { ByteSearch.contains(folded, $0) } }) else { return false }
    return any.isEmpty || any.count { ByteSearch.contains(folded, $0) } >= atLeast
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
        if let range = part.text.firstRange(of: word) {
          return (part.page, part.text.quote(at: range.lowerBound))
        }
      }
    }
    return nil
  }
}

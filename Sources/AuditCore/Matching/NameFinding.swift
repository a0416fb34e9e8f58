/// A name found in a text.
struct NameFinding {
  let pattern: NamePattern
  /// From the beginning of its first part to the end of its last one, in bytes.
  let range: Range<Int>
  let parts: [Range<Int>]
  /// Letters that differ from the name as written; 0 for an exact find.
  let wrongLetters: Int
  /// The text breaks off inside the name.
  let isCutOff: Bool

  init(
    pattern: NamePattern, range: Range<Int>, parts: [Range<Int>], wrongLetters: Int = 0, isCutOff: Bool = false
  ) {
    self.pattern = pattern
    self.range = range
    self.parts = parts
    self.wrongLetters = wrongLetters
    self.isCutOff = isCutOff
  }

  /// Letters that speak for the name.
  var evidence: Int { max(1, pattern.letters - 2 * wrongLetters) }

  /// Whether another name says the same words and more.
  func yields(to other: NameFinding) -> Bool {
    guard other.evidence > evidence else { return false }
    return parts.allSatisfy { part in
      other.range.lowerBound <= part.lowerBound && part.upperBound <= other.range.upperBound
    }
  }

  /// Whether another name begins inside a part of this one and ends behind it: letters of two words that only look
  /// like a third ("มีส่วนร่วม ประชุม…" holds no "ร่วมประชุม").
  func cutsInto(_ other: NameFinding) -> Bool {
    parts.contains { part in
      part.lowerBound < other.range.lowerBound && other.range.lowerBound < part.upperBound
        && part.upperBound < other.range.upperBound
    }
  }
}

/// Finds the names of the book in a text that has been read.
struct NameFinder {
  let book: NameBook

  /// Bytes that may stand where a name has "…": about fifty Thai letters.
  private static let gap = 150

  /// Every name of which all parts stand in order and whose words of company are there, exact finds only.
  func findings(in reading: TextReading) -> [NameFinding] {
    var found: [NameFinding] = []
    for (place, hit) in reading.hits.enumerated() {
      for index in book.patternsByPhrase[hit.phrase] {
        let pattern = book.patterns[index]
        guard let parts = parts(of: pattern, from: place, in: reading),
          isCompanyRight(pattern, standingAt: parts, in: reading)
        else { continue }
        let range = hit.range.lowerBound..<(parts.last?.upperBound ?? hit.range.upperBound)
        found.append(NameFinding(pattern: pattern, range: range, parts: parts))
      }
    }
    return found
  }

  /// Whether the words a name asks for are there, and those that forbid it are not, but for what the name itself holds.
  func isCompanyRight(_ pattern: NamePattern, standingAt parts: [Range<Int>], in reading: TextReading) -> Bool {
    guard pattern.with.isEmpty || reading.holdsAny(of: pattern.with), !reading.holdsAny(of: pattern.without) else {
      return false
    }
    let never = book.never[pattern.concept]
    guard reading.holdsAny(of: never) else { return true }
    return !reading.hits.contains { hit in
      never.contains(hit.phrase)
        && !parts.contains { $0.lowerBound <= hit.range.lowerBound && hit.range.upperBound <= $0.upperBound }
    }
  }

  private func parts(of pattern: NamePattern, from first: Int, in reading: TextReading) -> [Range<Int>]? {
    var parts = [reading.hits[first].range]
    for part in pattern.parts.dropFirst() {
      guard let last = parts.last,
        let next = reading.hits.first(where: { hit in
          hit.phrase == part && hit.range.lowerBound >= last.upperBound
            && hit.range.lowerBound - last.upperBound <= Self.gap
        })
      else { return nil }
      parts.append(next.range)
    }
    return parts
  }
}

/// Finds a pattern in a text with at most so many letters wrong: missing, extra or other ones.
///
/// Pattern and text are folded UTF-8; a Thai letter, vowel or mark counts as one letter. The search takes time
/// proportional to the text for patterns of up to 64 letters and once more for every further 64.
package struct ApproximateMatcher: Sendable {
  private let pattern: [UInt8]
  private let maxDistance: Int

  /// - Parameter maxDistance: how many letters may be wrong.
  package init(pattern: [UInt8], maxDistance: Int) {
    self.pattern = pattern.withUnsafeBufferPointer { LetterSymbols.symbols(of: $0).symbols }
    self.maxDistance = max(maxDistance, 0)
  }

  /// How many letters the pattern has.
  package var letterCount: Int { pattern.count }

  /// The best place in a text: the fewest letters wrong, of several such places the first.
  ///
  /// - Returns: the letters wrong and the offset just behind the match, or nil if more than allowed are wrong
  ///   everywhere.
  package func bestMatch(in text: some Sequence<UInt8>) -> (distance: Int, endOffset: Int)? {
    guard let found = text.withContiguousStorageIfAvailable(scan) else {
      return Array(text).withUnsafeBufferPointer(scan)
    }
    return found
  }

  /// As `bestMatch(in:)`, with the place where the match begins.
  package func bestRange(in text: [UInt8]) -> (distance: Int, range: Range<Int>)? {
    guard let match = bestMatch(in: text) else { return nil }
    guard match.distance < pattern.count else { return (match.distance, match.endOffset..<match.endOffset) }
    let (symbols, ends) = text[..<match.endOffset].withUnsafeBufferPointer { LetterSymbols.symbols(of: $0) }
    var column = EditColumn(pattern: pattern.reversed())
    var place = symbols.count
    while place > 0, column.distance != match.distance {
      place -= 1
      column.advance(over: symbols[place], from: .atBeginning)
    }
    return (match.distance, (place > 0 ? ends[place - 1] : 0)..<match.endOffset)
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>) -> (distance: Int, endOffset: Int)? {
    var best: (distance: Int, endOffset: Int)? = pattern.count <= maxDistance ? (pattern.count, 0) : nil
    guard !pattern.isEmpty else { return best }
    var column = EditColumn(pattern: pattern)
    var offset = 0
    while offset < text.count {
      let (symbol, end) = LetterSymbols.next(in: text, at: offset)
      column.advance(over: symbol, from: .anywhere)
      offset = end
      if column.distance <= maxDistance, column.distance < best?.distance ?? .max {
        best = (column.distance, end)
        if column.distance == 0 { break }
      }
    }
    return best
  }
}

extension ApproximateMatcher {
  /// How many letters must be inserted, deleted or replaced to make one folded text the other (Levenshtein).
  package static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let left = left.withUnsafeBufferPointer { LetterSymbols.symbols(of: $0).symbols }
    let right = right.withUnsafeBufferPointer { LetterSymbols.symbols(of: $0).symbols }
    return distance(ofSymbols: left, right)
  }

  /// How alike two folded texts are as wholes: 1 for equal ones, 0 where no letter could stay.
  package static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let left = left.withUnsafeBufferPointer { LetterSymbols.symbols(of: $0).symbols }
    let right = right.withUnsafeBufferPointer { LetterSymbols.symbols(of: $0).symbols }
    let longer = max(left.count, right.count)
    return longer == 0 ? 1 : 1 - Double(distance(ofSymbols: left, right)) / Double(longer)
  }

  private static func distance(ofSymbols left: [UInt8], _ right: [UInt8]) -> Int {
    let (pattern, text) = left.count <= right.count ? (left, right) : (right, left)
    guard !pattern.isEmpty else { return text.count }
    var column = EditColumn(pattern: pattern)
    for symbol in text { column.advance(over: symbol, from: .atBeginning) }
    return column.distance
  }
}

import ThaiText

/// Names that are nearly in a text: misspelt, with letters lost, or cut off at its end.
///
/// Only names long enough to survive an error take part. Pairs of neighbouring letters that name and text share decide
/// which names are worth the bounded approximate search (Myers, 1999), so that a text costs a handful of searches.
struct NearNames: Sendable {
  private struct Entry: Sendable {
    let pattern: Int
    let bytes: [UInt8]
    let letters: Int
    let allowedErrors: Int
    let pairCount: Int
    let matcher: ApproximateMatcher
  }

  private let book: NameBook
  private let entries: [Entry]
  private let entriesByPair: [UInt32: [Int32]]

  private static let shortestName = 8
  private static let longestText = 110
  /// One wrong letter for so many letters of a name.
  private static let lettersPerError = 8
  private static let mostErrors = 5
  private static let shortestCutOff = 11
  /// The head of a name must be sound: its first two Thai letters.
  private static let soundBytes = 6

  init(book: NameBook) {
    self.book = book
    var entries: [Entry] = []
    for (index, pattern) in book.patterns.enumerated() {
      guard pattern.parts.count == 1, pattern.strength != .weak, pattern.letters >= Self.shortestName,
        !book.isBeside[pattern.concept], !pattern.isWhole
      else { continue }
      let bytes = book.phrases[pattern.parts[0]]
      let allowed = min(pattern.letters / Self.lettersPerError, Self.mostErrors)
      entries.append(
        Entry(
          pattern: index, bytes: bytes, letters: pattern.letters, allowedErrors: allowed,
          pairCount: Set(Self.pairs(of: bytes)).count,
          matcher: ApproximateMatcher(pattern: bytes, maxDistance: allowed)))
    }
    var byPair: [UInt32: [Int32]] = [:]
    for (index, entry) in entries.enumerated() {
      for pair in Set(Self.pairs(of: entry.bytes)) { byPair[pair, default: []].append(Int32(index)) }
    }
    self.entries = entries
    entriesByPair = byPair
  }

  /// - Parameter mayBreakOff: the text may end inside a name.
  func findings(in reading: TextReading, mayBreakOff: Bool) -> [NameFinding] {
    let letters = reading.bytes.letterCount
    guard letters >= Self.shortestName, letters <= Self.longestText else { return [] }
    var shared = [Int32](repeating: 0, count: entries.count)
    for pair in Set(Self.pairs(of: reading.bytes)) {
      for entry in entriesByPair[pair] ?? [] { shared[Int(entry)] += 1 }
    }
    var found: [NameFinding] = []
    for (index, entry) in entries.enumerated() where Int(shared[index]) >= entry.pairCount - 2 * entry.allowedErrors {
      guard let match = entry.matcher.bestRange(in: reading.bytes),
        reading.bytes[match.range].starts(with: entry.bytes.prefix(Self.soundBytes))
      else { continue }
      let pattern = book.patterns[entry.pattern]
      found.append(
        NameFinding(pattern: pattern, range: match.range, parts: [match.range], wrongLetters: match.distance))
    }
    return found.isEmpty && mayBreakOff ? cutOff(in: reading) : found
  }

  /// Names of which the text's last words are the beginning ("สรุปผลการจัดซื้อจัดจ้").
  private func cutOff(in reading: TextReading) -> [NameFinding] {
    guard let start = reading.firstOpenOffset else { return [] }
    let rest = reading.bytes[start...]
    let letters = rest.letterCount
    guard letters >= Self.shortestCutOff else { return [] }
    return entries.filter { $0.letters > letters && $0.letters <= 2 * letters && $0.bytes.starts(with: rest) }.map {
      let range = start..<reading.bytes.count
      return NameFinding(
        pattern: book.patterns[$0.pattern], range: range, parts: [range], wrongLetters: 0, isCutOff: true)
    }
  }

  /// Two letters that follow each other, as one number.
  private static func pairs(of bytes: [UInt8]) -> [UInt32] {
    var pairs: [UInt32] = []
    pairs.reserveCapacity(bytes.count / 3 + 1)
    var last: UInt32 = 0
    var index = 0
    while index < bytes.count {
      let isThai = bytes[index] == 0xE0 && index + 2 < bytes.count
      let letter =
        isThai ? UInt32(bytes[index + 1] & 1) << 6 | UInt32(bytes[index + 2] & 0x3F) | 0x80 : UInt32(bytes[index])
      index += isThai ? 3 : 1
      if last != 0 { pairs.append(last << 8 | letter) }
      last = letter
    }
    return pairs
  }
}

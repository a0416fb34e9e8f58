/// The second, looser key: folded text without its marks.
///
/// Dropped are U+0E31, U+0E34–U+0E3A and U+0E47–U+0E4E, exactly what Google Sites drops from addresses, and U+FFFD; ำ
/// becomes า, because PDF text loses the circle ("ตาบล") or writes ำ for every า ("กำรบริหำร"). Doubled vowels that
/// this brings together are joined again and misspellings corrected, so that the loose key of a loose key is itself.
enum LooseKey {
  /// The loose form of folded bytes, misspellings uncorrected.
  static func letters(of folded: [UInt8]) -> [UInt8] {
    letters(of: FoldedBytes(bytes: folded, spans: [])).bytes
  }

  /// The loose form of a folded text with its origins.
  static func letters(of folded: FoldedBytes) -> FoldedBytes {
    var result = FoldedBytes(bytes: [], spans: [])
    result.bytes.reserveCapacity(folded.bytes.count)
    result.spans.reserveCapacity(folded.spans.count)
    var last: UInt8 = 0
    var offset = 0
    while offset < folded.bytes.count {
      let length = self.length(of: folded.bytes[offset])
      let scalar = offset..<min(offset + length, folded.bytes.count)
      offset = scalar.upperBound
      guard let letter = thaiLetter(in: folded.bytes[scalar]) else {
        if isReplacement(folded.bytes[scalar]) { continue }
        last = 0
        result.append(folded, scalar)
        continue
      }
      if ThaiLetter.isAboveOrBelow(letter) { continue }
      let kept = letter == ThaiLetter.saraAM ? ThaiLetter.saraAA : letter
      if joins(last, kept) {
        result.closeDoubled(as: pair(kept) ? ThaiLetter.saraAE : kept, at: folded.spans.last(in: scalar))
        last = pair(kept) ? ThaiLetter.saraAE : kept
      } else {
        last = kept
        result.append(folded, scalar)
        if kept != letter { result.bytes[result.bytes.count - 1] = 0x80 | kept & 0x3F }
      }
    }
    return result
  }

  private static func length(of lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  private static func thaiLetter(in scalar: ArraySlice<UInt8>) -> UInt8? {
    guard scalar.count == 3, scalar[scalar.startIndex] == 0xE0 else { return nil }
    let middle = scalar[scalar.startIndex + 1]
    guard middle & 0xFE == 0xB8 else { return nil }
    return (middle & 1) << 6 | scalar[scalar.startIndex + 2] & 0x3F
  }

  private static func isReplacement(_ scalar: ArraySlice<UInt8>) -> Bool {
    scalar.elementsEqual([0xEF, 0xBF, 0xBD])
  }

  private static func pair(_ letter: UInt8) -> Bool {
    letter == ThaiLetter.saraE || letter == ThaiLetter.saraAE
  }

  private static func joins(_ last: UInt8, _ letter: UInt8) -> Bool {
    let once = letter == ThaiLetter.saraA || letter == ThaiLetter.saraAA || (0x40...0x44).contains(letter)
    return once && (last == letter || (pair(last) && pair(letter)))
  }
}

extension FoldedBytes {
  fileprivate mutating func append(_ other: FoldedBytes, _ range: Range<Int>) {
    bytes.append(contentsOf: other.bytes[range])
    if !other.spans.isEmpty { spans.append(contentsOf: other.spans[range]) }
  }

  /// Lets the last letter stand for one more, written at `span`.
  fileprivate mutating func closeDoubled(as letter: UInt8, at span: SourceSpan?) {
    let start = bytes.count - 3
    bytes[start + 1] = 0xB8 | letter >> 6
    bytes[start + 2] = 0x80 | letter & 0x3F
    guard let span, !spans.isEmpty else { return }
    for index in start..<spans.count { spans[index].end = max(spans[index].end, span.end) }
  }
}

extension Array where Element == SourceSpan {
  fileprivate func last(in range: Range<Int>) -> SourceSpan? {
    isEmpty ? nil : self[range.upperBound - 1]
  }
}

/// The pieces of a text with the questions that the grammar of periods asks of them. Places outside are no piece.
struct PeriodTokens {
  let text: ReadableText
  let all: [PeriodToken]

  init(_ original: String) {
    text = ReadableText(original)
    all = PeriodToken.tokens(of: text)
  }

  var count: Int { all.count }

  subscript(index: Int) -> PeriodToken.Kind? {
    all.indices.contains(index) ? all[index].kind : nil
  }

  func word(_ index: Int) -> PeriodWord? {
    if case .word(let word) = self[index] { word } else { nil }
  }

  func number(_ index: Int) -> (value: Int, digits: Int)? {
    if case .number(let value, let digits) = self[index] { (value, digits) } else { nil }
  }

  func isMark(_ index: Int, _ marks: StaticString) -> Bool {
    guard case .mark(let mark) = self[index] else { return false }
    return marks.withUTF8Buffer { $0.contains(mark) }
  }

  /// The next place that is no line break, none of these marks and none of these words, at most six further on.
  func skipping(_ index: Int, marks: StaticString = "", words: (PeriodWord) -> Bool = { _ in false }) -> Int {
    var index = index
    let limit = index + 6
    while index < limit {
      switch self[index] {
      case .lineBreak: break
      case .mark where isMark(index, marks): break
      case .word(let word) where words(word): break
      default: return index
      }
      index += 1
    }
    return index
  }

  /// Whether a piece follows the one before it without a space.
  func isGlued(_ index: Int) -> Bool {
    guard all.indices.contains(index - 1), all.indices.contains(index) else { return false }
    return all[index - 1].place.upperBound == all[index].place.lowerBound
  }

  /// Whether digits are joined to a piece by a mark without space, as in phone numbers, decimals and codes.
  func isJoinedToNumber(after index: Int, marks: StaticString) -> Bool {
    isMark(index + 1, marks) && isGlued(index + 1) && number(index + 2) != nil && isGlued(index + 2)
  }

  /// As `isJoinedToNumber(after:marks:)`, before the piece.
  func isJoinedToNumber(before index: Int, marks: StaticString) -> Bool {
    isMark(index - 1, marks) && isGlued(index) && number(index - 2) != nil && isGlued(index - 1)
  }

  /// Whether the number at a place counts something: "2566 บาท", "50 ราย", "60%".
  func isCounted(_ index: Int) -> Bool {
    switch self[index + 1] {
    case .word(.unit): true
    case .word(.every): number(index + 2) == nil && !text[all[index + 1].place.upperBound].isThaiLetter
    default: isMark(index + 1, "%")
    }
  }

  /// The UTF-8 range in the original of a range of pieces.
  func originalRange(of range: Range<Int>) -> Range<Int> {
    guard let first = all[range].first, let last = all[range].last else { return 0..<0 }
    return text.originalRange(of: first.place.lowerBound..<last.place.upperBound)
  }

  /// The digits of a range of pieces.
  func digits(in range: Range<Int>) -> PeriodReading.Digits {
    var thai = false
    var arabic = false
    for token in all[range] {
      guard case .number = token.kind else { continue }
      for place in token.place {
        if text.isThaiDigit(at: place) { thai = true } else { arabic = true }
      }
    }
    return thai ? arabic ? .mixed : .thai : .arabic
  }
}

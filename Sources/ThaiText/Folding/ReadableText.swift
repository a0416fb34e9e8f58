/// A text made plain for reading numbers and dates in it: lower-case ASCII digits, letters and punctuation, Thai letters
/// in canonical order, single spaces and line breaks; one symbol a letter (see `LetterSymbols`), each with its origin.
struct ReadableText {
  /// One byte a letter.
  let symbols: [UInt8]
  /// For every symbol its UTF-8 range in the original.
  private let spans: [SourceSpan]

  init(_ original: String) {
    let folded = FoldingPass.fold(original, style: .readable, keepingOffsets: true)
    let (symbols, ends) = folded.bytes.withUnsafeBufferPointer { LetterSymbols.symbols(of: $0) }
    var start = 0
    spans = ends.map { end in
      defer { start = end }
      return SourceSpan(start: folded.spans[start].start, end: folded.spans[end - 1].end)
    }
    self.symbols = symbols
  }

  /// The UTF-8 range in the original of a range of symbols that is not empty.
  func originalRange(of range: Range<Int>) -> Range<Int> {
    guard let first = spans[range].first, let last = spans[range].last else { return 0..<0 }
    return Int(first.start)..<max(Int(first.start), Int(last.end))
  }

  /// Whether the digit at a place is a Thai one in the original.
  func isThaiDigit(at place: Int) -> Bool {
    spans[place].end - spans[place].start == 3
  }

  /// The symbol at a place, 0 outside the text.
  subscript(place: Int) -> UInt8 {
    symbols.indices.contains(place) ? symbols[place] : 0
  }
}

/// What a symbol of a readable text is.
extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLatinLetter: Bool { (0x61...0x7A).contains(self) }
  var isThaiLetter: Bool { self > 0x80 }
  var isSpaceSymbol: Bool { self == 0x20 || self == 0x0A }
}

/// The visible text of a page in reading order, as one run of UTF-8 with single spaces, in which every element is a
/// range. White space is all that is changed.
struct FlowText {
  private(set) var bytes: [UInt8] = []
  private var owesSpace = false
  private var breakBeforeLink = false

  var count: Int { bytes.count }

  /// The next text does not stick to what is there.
  mutating func breakWord() { owesSpace = true }

  /// The next link does not stick to the one that ends here; other text may.
  mutating func breakAfterLink() { breakBeforeLink = true }

  /// A link begins.
  mutating func beginLink() {
    if breakBeforeLink { owesSpace = true }
  }

  /// Appends a text node. Returns whether it holds a letter or digit.
  @discardableResult
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    var holdsLetter = false
    while at < text.count {
      let space = Self.spaceLength(text, at)
      if space > 0 {
        owesSpace = true
        at += space
        continue
      }
      let start = at
      while at < text.count, Self.spaceLength(text, at) == 0 {
        holdsLetter = holdsLetter || Self.isLetter(text[at])
        at += 1
      }
      if owesSpace, !bytes.isEmpty { bytes.append(0x20) }
      owesSpace = false
      breakBeforeLink = false
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
    }
    return holdsLetter
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { _ = append($0) }
  }

  /// The text of a range without the space before it, cut between letters at a number of bytes.
  func text(_ range: Range<Int>, limit: Int = .max) -> String {
    var start = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while start < end, bytes[start] == 0x20 { start += 1 }
    guard start < end else { return "" }
    var stop = end
    if end - start > limit {
      stop = start + limit
      while stop > start, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[start..<stop]), as: UTF8.self)
    }
  }

  /// The last so many bytes of a range.
  func tail(_ range: Range<Int>, limit: Int) -> String {
    guard range.count > limit else { return text(range) }
    var start = range.upperBound - limit
    while start < range.upperBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return text(start..<range.upperBound)
  }

  /// ASCII control characters and spaces, U+00A0, U+2000…200A, U+3000.
  private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = text[at]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xE3, at + 2 < text.count, text[at + 1] == 0x80 else { return 0 }
    return byte == 0xE3 ? (text[at + 2] == 0x80 ? 3 : 0) : ((0x80...0x8A).contains(text[at + 2]) ? 3 : 0)
  }

  /// Whether the byte begins a letter or digit of a script; punctuation beyond ASCII begins with C2 or E2.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter || (byte >= 0xC3 && byte != 0xE2)
  }
}

/// Makes a page safe for the parser before it sees it: NUL bytes, which end the parse, become spaces, and what
/// exceeds the allowed number of attributes in one tag is blanked, because parsing attributes is quadratic.
enum MarkupGuard {
  /// Returns whether a tag had too many attributes.
  static func clean(_ bytes: inout [UInt8]) -> Bool {
    let blanks = bytes.withUnsafeBufferPointer { excess(in: $0) }
    for range in blanks {
      for at in range { bytes[at] = 0x20 }
    }
    if bytes.withUnsafeBufferPointer({ $0.contains(0) }) {
      for at in bytes.indices where bytes[at] == 0 { bytes[at] = 0x20 }
    }
    return !blanks.isEmpty
  }

  /// The parts of tags after their last allowed attribute.
  private static func excess(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let rest = UnsafeBufferPointer(rebasing: bytes[at...])
      if rest[1] == UInt8(ascii: "!"), rest.begins(withLowercase: "<!--") {
        at = end(of: "-->", in: bytes, from: at + 2)
      } else if rest[1].isASCIILetter {
        let tag = tagEnd(bytes, from: at + 1)
        if let excess = tag.excess { found.append(excess) }
        at = tag.end
        if rest.begins(withLowercase: "<script") { at = end(of: "</script", in: bytes, from: at) }
        if rest.begins(withLowercase: "<style") { at = end(of: "</style", in: bytes, from: at) }
      } else {
        at += 1
      }
    }
    return found
  }

  /// Where text that is no markup ends; the end of the page where its end tag is missing.
  private static func end(of word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let first = word.utf8Start.pointee
    var at = start
    while at < bytes.count {
      if bytes[at] == first, UnsafeBufferPointer(rebasing: bytes[at...]).begins(withLowercase: word) { return at }
      at += 1
    }
    return at
  }

  /// The end of a tag, quotes respected, and what is too much of it. A quote that is never closed does not count.
  private static func tagEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, excess: Range<Int>?) {
    var at = start
    var words = 0
    var isInWord = true
    var excessStart: Int?
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), !isInWord || bytes[at - 1] == UInt8(ascii: "=") {
        var close = at + 1
        while close < bytes.count, bytes[close] != byte { close += 1 }
        if close == bytes.count { break }
        at = close
        isInWord = false
      } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
        isInWord = false
      } else if !isInWord {
        isInWord = true
        words += 1
        if words > PageLimits.attributes, excessStart == nil { excessStart = at }
      }
      at += 1
    }
    return (at, excessStart.map { $0..<at })
  }
}

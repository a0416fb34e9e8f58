/// Plain search of folded bytes in folded bytes.
package enum ByteSearch {
  package static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    firstRange(of: phrase, in: text) != nil
  }

  /// The first place of a phrase at or after an offset.
  package static func firstRange(of phrase: [UInt8], in text: [UInt8], from: Int = 0) -> Range<Int>? {
    guard let first = phrase.first, text.count >= phrase.count else { return nil }
    return text.withUnsafeBufferPointer { text in
      phrase.withUnsafeBufferPointer { phrase in
        var at = max(0, from)
        let last = text.count - phrase.count
        while at <= last {
          if text[at] == first {
            var k = 1
            while k < phrase.count, text[at + k] == phrase[k] { k += 1 }
            if k == phrase.count { return at..<(at + phrase.count) }
          }
          at += 1
        }
        return nil
      }
    }
  }
}

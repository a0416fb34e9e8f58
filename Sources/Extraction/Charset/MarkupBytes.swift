/// The bytes that HTML and HTTP give a meaning to.
extension UInt8 {
  /// Tab, line feed, form feed, carriage return, space (HTML "ASCII whitespace").
  var isMarkupSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

  var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) && self < 0x80 }

  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Collection<UInt8> {
  /// Whether the bytes begin with an ASCII word, whatever its case; the word is given in lower case.
  func begins(withLowercase word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      zip(self, wanted).allSatisfy { $0.asciiLowercased == $1 }
    }
  }
}

extension [UInt8] {
  /// Where an ASCII word stands, from a position on, whatever its case; the word is given in lower case.
  func position(ofLowercase word: StaticString, from start: Int = 0, before end: Int? = nil) -> Int? {
    let limit = Swift.min(end ?? count, count) - word.utf8CodeUnitCount
    guard start <= limit, word.utf8CodeUnitCount > 0 else { return nil }
    return word.withUTF8Buffer { wanted in
      withUnsafeBufferPointer { bytes in
        var at = start
        while at <= limit {
          if bytes[at].asciiLowercased == wanted[0] {
            var matched = 1
            while matched < wanted.count, bytes[at + matched].asciiLowercased == wanted[matched] { matched += 1 }
            if matched == wanted.count { return at }
          }
          at += 1
        }
        return nil
      }
    }
  }
}

import ThaiText

/// The number on a Thai identity card: 13 digits, the first 1–8, the last a check digit. Numbers that begin with 0
/// belong to juristic persons and are public.
///
/// Written in one run, in groups (1-2345-67890-12-3), or digit by digit as in the boxes of a form. Broken elsewhere –
/// by the end of a line, by spaces – only where words before it call it an identity number.
package enum CitizenNumber {
  private static let length = 13
  /// Digits before which a group of the printed form begins.
  private static let groupStarts: Set<Int> = [1, 5, 10, 12]
  /// Scalars between two digits of one number, and before a number in which it is called by its name.
  private static let longestGap = 4
  private static let namedWithin = 60

  /// The numbers in a text, as ranges of its scalars.
  package static func ranges(in text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    guard holdsEnoughDigits(scalars) else { return [] }
    var found: [Range<String.Index>] = []
    var at = scalars.startIndex
    var previousIsDigit = false
    while at < scalars.endIndex {
      guard let first = digit(scalars[at]) else {
        previousIsDigit = false
        at = scalars.index(after: at)
        continue
      }
      if !previousIsDigit, (1...8).contains(first), let end = end(of: scalars, from: at) {
        found.append(at..<end)
        at = end
      } else {
        at = scalars.index(after: at)
      }
      previousIsDigit = true
    }
    return found
  }

  /// The text with every number hidden but for its last three digits.
  package static func masked(_ text: String) -> String {
    let ranges = ranges(in: text)
    guard !ranges.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    var at = text.unicodeScalars.startIndex
    for range in ranges {
      result.append(contentsOf: text.unicodeScalars[at..<range.lowerBound])
      var seen = 0
      for scalar in text.unicodeScalars[range] {
        guard digit(scalar) != nil else {
          result.append(scalar)
          continue
        }
        seen += 1
        result.append(seen <= length - 3 ? "x" : scalar)
      }
      at = range.upperBound
    }
    result.append(contentsOf: text.unicodeScalars[at...])
    return String(result)
  }

  /// An address with every number hidden, also one written with percent signs; it no longer leads anywhere then.
  package static func masked(address: String) -> String {
    let plain = masked(address)
    guard plain == address, address.utf8.contains(UInt8(ascii: "%")) else { return plain }
    let decoded = percentDecoded(address)
    let hidden = masked(decoded)
    return hidden == decoded ? address : hidden
  }

  // MARK: One number

  /// Where a number that begins here ends, nil where it is none.
  private static func end(of scalars: String.UnicodeScalarView, from start: String.Index) -> String.Index? {
    var digits: [Int] = []
    var at = start
    var gaps: [Int] = []
    while at < scalars.endIndex, digits.count < length {
      if let value = digit(scalars[at]) {
        digits.append(value)
        at = scalars.index(after: at)
        continue
      }
      var gap = 0
      while at < scalars.endIndex, separates(scalars[at]), gap < longestGap {
        gap += 1
        at = scalars.index(after: at)
      }
      guard gap > 0, at < scalars.endIndex, digit(scalars[at]) != nil else { return nil }
      gaps.append(digits.count)
    }
    guard digits.count == length, at == scalars.endIndex || digit(scalars[at]) == nil else { return nil }
    let sum = digits.prefix(length - 1).enumerated().reduce(0) { $0 + $1.element * (length - $1.offset) }
    guard (11 - sum % 11) % 10 == digits[length - 1] else { return nil }
    let isPrinted = gaps.isEmpty || Set(gaps) == groupStarts || gaps.count == length - 1
    return isPrinted || isNamed(scalars, before: start) ? at : nil
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "‑", " ", "\u{A0}", "\n", "\r", "\t", "|", ".", "\u{200B}", "\u{AD}": true
    default: false
    }
  }

  private static let names = ["ประจำตัวประชาชน", "บัตรประชาชน", "ประจำตัว", "เลขบัตร", "id card", "identification"]
    .map { ThaiFolding.looseKey($0) }

  private static func isNamed(_ scalars: String.UnicodeScalarView, before start: String.Index) -> Bool {
    let from = scalars.index(start, offsetBy: -namedWithin, limitedBy: scalars.startIndex) ?? scalars.startIndex
    let key = ThaiFolding.looseKey(String(scalars[from..<start]))
    return names.contains { ByteSearch.contains(key, $0) }
  }

  // MARK: Letters

  private static func holdsEnoughDigits(_ scalars: String.UnicodeScalarView) -> Bool {
    var count = 0
    for scalar in scalars where digit(scalar) != nil {
      count += 1
      if count == length { return true }
    }
    return false
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x0E50...0x0E59: Int(scalar.value - 0x0E50)
    // Full-width digits.
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  private static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

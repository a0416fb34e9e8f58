/// The number on a Thai identity card: 13 digits, the first 1–8, the last a check digit. Numbers that begin with 0
/// belong to juristic persons and are public. Written in one run, or as 1-2345-67890-12-3.
package enum CitizenNumber {
  /// The numbers in a text, as ranges of its scalars.
  package static func ranges(in text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
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
        previousIsDigit = true
      } else {
        previousIsDigit = true
        at = scalars.index(after: at)
      }
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
        result.append(seen <= 10 ? "x" : scalar)
      }
      at = range.upperBound
    }
    result.append(contentsOf: text.unicodeScalars[at...])
    return String(result)
  }

  /// Where a number that begins here ends, nil where it is none.
  private static func end(of scalars: String.UnicodeScalarView, from start: String.Index) -> String.Index? {
    var digits: [Int] = []
    var at = start
    var separators = 0
    while at < scalars.endIndex, digits.count < 13 {
      if let value = digit(scalars[at]) {
        digits.append(value)
      } else if scalars[at] == "-" || scalars[at] == " " || scalars[at] == "–" {
        // Groups of 1, 4, 5, 2 and 1 digits; other hyphens separate other numbers.
        guard [1, 5, 10, 12].contains(digits.count), separators < 8 else { return nil }
        separators += 1
      } else {
        return nil
      }
      at = scalars.index(after: at)
    }
    guard digits.count == 13, at == scalars.endIndex || digit(scalars[at]) == nil else { return nil }
    guard separators == 0 || separators >= 4 else { return nil }
    let sum = digits.prefix(12).enumerated().reduce(0) { $0 + $1.element * (13 - $1.offset) }
    return (11 - sum % 11) % 10 == digits[12] ? at : nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x0E50...0x0E59: Int(scalar.value - 0x0E50)
    default: nil
    }
  }
}

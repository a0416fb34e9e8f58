/// The width of text on a terminal, in columns.
///
/// Thai vowels above and below and tone marks take no column, ำ takes one (its circle stands over the letter before),
/// Chinese, Japanese, Korean and emoji two, controls and invisible characters none. Terminals differ on emoji sequences;
/// each code point is counted by itself.
package enum ThaiWidth {
  /// The columns a text takes on one line.
  package static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text with spaces behind it up to so many columns; a wider text stays as it is.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  /// The text cut to at most so many columns, the last one then "…". A letter keeps its marks and a leading vowel its
  /// consonant.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard columns(text) > width else { return text }
    guard width > 0 else { return "" }
    let scalars = text.unicodeScalars
    let reach = QuotationReach(in: scalars)
    var end = scalars.startIndex
    var used = 1
    while end < scalars.endIndex {
      let next = reach.boundary(atOrAfter: scalars.index(after: end))
      let letter = scalars[end..<next].reduce(0) { $0 + columns(of: $1) }
      guard used + letter <= width else { break }
      used += letter
      end = next
    }
    return String(scalars[..<end]) + "…"
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0..<0xA0, 0xAD: 0
    case 0xE31, 0xE34...0xE3A, 0xE47...0xE4E: 0
    case 0xE00...0xE7F: 1
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F: 2
    case 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF: 2
    case 0x20000...0x3FFFD: 2
    default: scalar.properties.isGraphemeExtend ? 0 : 1
    }
  }
}

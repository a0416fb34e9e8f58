/// What a folding is for.
enum FoldingStyle {
  /// A key to find words with: white space, punctuation and decoration are gone.
  case key
  /// A text to read numbers and dates in: runs of white space are one space or one line break, punctuation is ASCII.
  case readable
}

/// What becomes of one code point outside the Thai block.
enum FoldedSymbol {
  case nothing
  /// A space or, if `true`, a line break.
  case whiteSpace(lineBreak: Bool)
  /// One ASCII byte, already folded except for case and punctuation.
  case ascii(UInt8)
  /// Up to three ASCII letters (ligatures, ß, æ).
  case letters(StaticString)
  /// A Thai letter behind a private-use glyph.
  case thai(UInt8)
  /// Kept as it is.
  case itself
  /// A sign that carries no letter: left out of keys, kept in readable text.
  case decoration
}

/// The tables of the folding: ASCII, Latin letters with marks, private-use glyphs of Thai fonts, punctuation.
enum FoldingTable {
  /// The unit separator. It survives folding, so that texts joined with it are never matched across.
  static let separator: UInt8 = 0x1F

  /// ASCII for keys: letters in lower case, digits, the separator; 0 stands for a byte that is dropped.
  static let asciiKey: [UInt8] = (0..<128).map { index in
    let byte = UInt8(index)
    switch byte {
    case 0x30...0x39, 0x61...0x7A, separator: return byte
    case 0x41...0x5A: return byte + 0x20
    default: return 0
    }
  }

  /// ASCII for reading: as for keys, with punctuation, space and line break.
  static let asciiReadable: [UInt8] = (0..<128).map { index in
    let byte = UInt8(index)
    switch byte {
    case 0x41...0x5A: return byte + 0x20
    case 0x21...0x7E, separator: return byte
    case 0x20, 0x09: return 0x20
    case 0x0A...0x0D: return 0x0A
    default: return 0
    }
  }

  /// U+F700–U+F71A: glyph variants that Thai fonts for Windows kept in the private-use area.
  private static let privateGlyphs: [UInt8] = [
    0x10, 0x34, 0x35, 0x36, 0x37, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x0D, 0x31, 0x4D, 0x47,
    0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x38, 0x39, 0x3A,
  ]

  /// U+00C0–U+017F without their marks; `*` is a sign, `?` a letter of several (see `several`).
  private static let latin = Array(
    ("aaaaaa?ceeeeiiiidnooooo*ouuuuy??aaaaaa?ceeeeiiiidnooooo*ouuuuy?y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
      + "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static func several(_ value: UInt32) -> StaticString {
    switch value {
    case 0xC6, 0xE6: "ae"
    case 0xDE, 0xFE: "th"
    case 0xDF: "ss"
    case 0x132, 0x133: "ij"
    default: "oe"
    }
  }

  /// The fold of a code point from U+0080 on that is not Thai.
  static func symbol(for value: UInt32) -> FoldedSymbol {
    switch value {
    case 0x80...0x84, 0x86...0x9F, 0xAD, 0x300...0x36F, 0x61C, 0x180E: .nothing
    case 0x85, 0x2028, 0x2029: .whiteSpace(lineBreak: true)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .whiteSpace(lineBreak: false)
    case 0xA1...0xBF: .decoration
    case 0xC0...0x17F: latinSymbol(for: value)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: .nothing
    case 0x2010...0x2015, 0x2212: .ascii(0x2D)
    case 0x2018...0x201B, 0x2032: .ascii(0x27)
    case 0x201C...0x201F, 0x2033: .ascii(0x22)
    case 0x2026: .ascii(0x2E)
    case 0x2000...0x2BFF, 0x3001...0x303F, 0x1F000...0x1FAFF: .decoration
    case 0xF700...0xF71A: .thai(privateGlyphs[Int(value - 0xF700)])
    case 0xE000...0xF8FF: .decoration
    case 0xFB00: .letters("ff")
    case 0xFB01: .letters("fi")
    case 0xFB02: .letters("fl")
    case 0xFB03: .letters("ffi")
    case 0xFB04: .letters("ffl")
    case 0xFF01...0xFF5E: .ascii(UInt8(value - 0xFEE0))
    default: .itself
    }
  }

  private static func latinSymbol(for value: UInt32) -> FoldedSymbol {
    switch latin[Int(value - 0xC0)] {
    case UInt8(ascii: "*"): .decoration
    case UInt8(ascii: "?"): .letters(several(value))
    case let letter: .ascii(letter)
    }
  }
}

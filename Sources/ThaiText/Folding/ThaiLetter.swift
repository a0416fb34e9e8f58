/// The Thai block U+0E00–U+0E7F, letter by letter, as folding sees it.
///
/// A letter is named by the low seven bits of its code point (`0x01` is ก, `0x32` is า), which is also what its
/// last two UTF-8 bytes carry: `E0 B8 80+n` for the lower half and `E0 B9 80+(n-64)` for the upper one.
enum ThaiLetter {
  static let saraA: UInt8 = 0x30
  static let saraAA: UInt8 = 0x32
  static let saraAM: UInt8 = 0x33
  static let saraI: UInt8 = 0x34
  static let saraUE: UInt8 = 0x36
  static let saraE: UInt8 = 0x40
  static let saraAE: UInt8 = 0x41
  static let lakkhangyao: UInt8 = 0x45
  static let nikhahit: UInt8 = 0x4D

  /// What folding does with a letter.
  enum Role: UInt8 {
    /// A consonant or another letter that stands by itself: copied.
    case base
    /// ฯ ๆ ฿ and the old section marks, and code points without a letter: left out of keys.
    case sign
    /// ๐–๙: becomes an ASCII digit.
    case digit
    /// A vowel or mark above or below, or the า/ำ that closes such a group: kept in canonical order, once.
    case mark
    /// A vowel that is never written twice in a row: เ แ โ ใ ไ ะ.
    case vowel
  }

  /// Marks in the order in which Thai is stored: vowels above and below, nikhahit, tone marks, thanthakhat, then the
  /// า or ำ of the syllable. The place in this list is the mark's bit in a group.
  static let canonicalMarks: [UInt8] = [
    0x31, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x47, 0x4E, 0x4D, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x32, 0x33,
  ]

  /// The roles of all 128 letters.
  static let roles: [UInt8] = (0..<128).map { index in
    let letter = UInt8(index)
    let role: Role =
      switch letter {
      case 0x00, 0x2F, 0x3B...0x3F, 0x46, 0x4F, 0x5A...0x7F: .sign
      case 0x50...0x59: .digit
      case saraA, saraE...0x44: .vowel
      case lakkhangyao: .mark
      case _ where canonicalMarks.contains(letter): .mark
      default: .base
      }
    return role.rawValue
  }

  /// The group bit of every mark, 0 for other letters. ๅ is read as the า it is typed for.
  static let markBits: [UInt32] = (0..<128).map { index in
    let letter = UInt8(index) == lakkhangyao ? saraAA : UInt8(index)
    return canonicalMarks.firstIndex(of: letter).map { 1 << UInt32($0) } ?? 0
  }

  static let nikhahitBit = markBits[Int(nikhahit)]
  static let saraAABit = markBits[Int(saraAA)]
  static let saraAMBit = markBits[Int(saraAM)]
  static let saraIBit = markBits[Int(saraI)]
  static let saraUEBit = markBits[Int(saraUE)]

  /// A group of marks with its split forms joined: ํ and า are ำ, ิ and ํ are ึ, an า beside ำ is the same vowel.
  static func joined(_ group: UInt32) -> UInt32 {
    var group = group
    if group & nikhahitBit != 0 {
      if group & (saraAABit | saraAMBit) != 0 {
        group = group & ~(nikhahitBit | saraAABit) | saraAMBit
      } else if group & saraIBit != 0 {
        group = group & ~(nikhahitBit | saraIBit) | saraUEBit
      }
    }
    if group & saraAMBit != 0 { group &= ~saraAABit }
    return group
  }

  /// Whether a letter is written above or below another one: U+0E31, U+0E34–U+0E3A, U+0E47–U+0E4E.
  static func isAboveOrBelow(_ letter: UInt8) -> Bool {
    letter == 0x31 || (0x34...0x3A).contains(letter) || (0x47...0x4E).contains(letter)
  }
}

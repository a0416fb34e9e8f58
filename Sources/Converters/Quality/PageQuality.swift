import ThaiText

/// Whether the letters of a page are language. Fonts without a table of their letters give Greek, symbols, control
/// characters or other Thai letters for those on the paper; scans give nothing, or the scanner's advertisement.
struct PageQuality: Sendable {
  enum Kind: Sendable {
    case readable
    /// Too few letters to say that this is what stands on the page.
    case sparse
    /// Letters, but no language.
    case garbled
  }

  private(set) var thai = 0
  private(set) var latin = 0
  private(set) var digits = 0
  /// Letters of scripts in which no Thai document is written, control and unassigned characters.
  private(set) var strange = 0
  private var vowels = 0
  /// Share of the Thai letters that belong to common words.
  let wordShare: Double

  init(of page: String) {
    var counts: (thai: Int, latin: Int, digits: Int, strange: Int, vowels: Int) = (0, 0, 0, 0, 0)
    for scalar in page.unicodeScalars {
      switch scalar.value {
      case 0x0E50...0x0E59, 0x30...0x39: counts.digits += 1
      case 0x0E01...0x0E3A, 0x0E40...0x0E4F, 0xF700...0xF71A: counts.thai += 1
      case 0x41...0x5A, 0x61...0x7A:
        counts.latin += 1
        if Self.latinVowels.contains(scalar.value | 0x20) { counts.vowels += 1 }
      default: if Self.isStrange(scalar.value) { counts.strange += 1 }
      }
    }
    (thai, latin, digits, strange, vowels) = counts
    wordShare = thai < Self.judgedFrom ? 1 : ThaiWords.share(in: ThaiFolding.looseKey(page))
  }

  private static let latinVowels: Set<UInt32> = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79]

  /// Thai letters from which their words are counted; fewer may be a name.
  static let judgedFrom = 60

  /// Of 30 real documents the least share on a page that can be read was 0.11; letters drawn at random reach 0.02.
  static let leastWordShare = 0.05

  static func isStrange(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0...0x1F, 0x7F...0x9F, 0xFFFD: true
    case 0x20...0x7E, 0xA0...0xBF, 0xD7, 0xF7, 0x0E3F, 0x0E5A, 0x0E5B: false
    // Punctuation, currency, signs, arrows, mathematics, boxes, dingbats; icons of symbol fonts.
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xF000...0xF0FF, 0xFE00...0xFE0F, 0xFEFF, 0xFF01...0xFF65: false
    case 0x1F000...0x1FAFF: false
    default: true
    }
  }

  var kind: Kind {
    if strange >= 8, Double(strange) > 0.3 * Double(thai + latin + strange) { return .garbled }
    if thai >= Self.judgedFrom, wordShare < Self.leastWordShare, latin < 2 * thai { return .garbled }
    if thai < 16, latin + digits < 60 { return .sparse }
    if latin >= 100, thai < latin / 10, vowels * 5 < latin { return .garbled }
    return .readable
  }
}

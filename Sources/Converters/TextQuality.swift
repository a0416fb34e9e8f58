/// Whether extracted text is text: fonts without a proper table give Greek letters, symbols or nothing for Thai.
struct TextQuality: Sendable {
  let letters: Int
  let pages: Int
  /// Share of scalars that belong to no script a Thai document is written in.
  let strangeShare: Double

  init(of pages: [String]) {
    var letters = 0
    var strange = 0
    for page in pages {
      for scalar in page.unicodeScalars {
        switch scalar.value {
        case 0x0E01...0x0E5B, 0x41...0x5A, 0x61...0x7A, 0x30...0x39: letters += 1
        case 0xF700...0xF71A: letters += 1
        case 0...0x40, 0x5B...0x60, 0x7B...0x7F, 0xA0, 0xAD, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x25FF, 0xFEFF,
          0x0E3F, 0xF000...0xF0FF:
          continue
        default: strange += 1
        }
      }
    }
    self.letters = letters
    self.pages = pages.count
    strangeShare = letters + strange == 0 ? 0 : Double(strange) / Double(letters + strange)
  }

  /// Fewer letters than half a line a page, or mostly letters of other scripts.
  var isUnreadable: Bool { letters < max(16, 20 * pages) || strangeShare > 0.3 }
}

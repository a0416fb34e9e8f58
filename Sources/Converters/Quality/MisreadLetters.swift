import ThaiText

/// Thai letters that came out as others one to one, and the way back.
///
/// Two kinds are undone: bytes of windows-874 shown as Latin-1 ("¡ÒÃ"), and fonts without a table, whose letters follow
/// one another as in Unicode but begin elsewhere ("ΣϔΣ"). A font may keep the shifted tone marks (U+F700…) before ก, and
/// has none or some of the four places between ฺ and ฿.
struct MisreadLetters: Sendable, Equatable {
  /// Where the font's ก stands.
  let base: UInt32
  /// By how much the letters from เ on stand nearer to ก than in Unicode.
  let gap: UInt32

  private static let latin1 = MisreadLetters(base: 0xA1, gap: 0)

  /// The page as it was meant, nil where no way back leads to Thai.
  /// - Parameter known: what helped on a page before, tried first; holds what helped here afterwards.
  static func restored(_ page: String, known: inout MisreadLetters?) -> String? {
    let strange = page.unicodeScalars.lazy.map(\.value).filter { isLetterLike($0) }
    let sample = Array(strange.prefix(500))
    guard sample.count >= PageQuality.judgedFrom, let low = sample.min(), let high = sample.max(), high - low < 0x80
    else { return nil }
    var best: (way: MisreadLetters, share: Double)?
    for way in ([known].compactMap { $0 } + candidates(low, high)) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: sample.lazy.compactMap { way.letter($0) })
      let share = ThaiWords.share(in: ThaiFolding.looseKey(String(text)))
      if share > best?.share ?? 0 { best = (way, share) }
      if way == known, share > 0.15 { break }
    }
    guard let best, best.share > 0.12 else { return nil }
    known = best.way
    var restored = String.UnicodeScalarView()
    for scalar in page.unicodeScalars {
      switch scalar.value {
      case 0x03...0x08, 0x0B, 0x0E...0x1F: restored.append(asciiGlyph(scalar.value) ?? scalar)
      case let value: restored.append(isLetterLike(value) ? best.way.letter(value) ?? scalar : scalar)
      }
    }
    return String(restored)
  }

  /// TrueType fonts for Windows begin with ASCII at glyph 3, which is the space; digits are glyphs 19 to 28.
  private static func asciiGlyph(_ glyph: UInt32) -> Unicode.Scalar? { Unicode.Scalar(glyph + 0x1D) }

  private static func isLetterLike(_ value: UInt32) -> Bool {
    (0xA1...0xFB).contains(value) || (value > 0xFF && PageQuality.isStrange(value) && value != 0xFFFD)
  }

  private static func candidates(_ low: UInt32, _ high: UInt32) -> [MisreadLetters] {
    let bases = (low > 0x30 ? low - 0x30 : 0)...(low + 0x20)
    return [latin1] + bases.flatMap { base in [3, 4, 0, 1, 2].map { MisreadLetters(base: base, gap: $0) } }
  }

  /// The Thai letter that a place in the font stands for.
  private func letter(_ value: UInt32) -> Unicode.Scalar? {
    if value < base { return value + 24 < base ? nil : Unicode.Scalar(0xF718 - (base - value)) }
    let place = 0x0E01 + value - base
    if place <= 0x0E3A { return Unicode.Scalar(place) }
    return (0x0E3F...0x0E5B).contains(place + gap) ? Unicode.Scalar(place + gap) : nil
  }
}

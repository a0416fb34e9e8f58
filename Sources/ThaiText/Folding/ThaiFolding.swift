/// Folding: what a Thai text is compared by.
///
/// Words on real sites are typed, scanned and exported in many spellings of the same letters. A text and the names
/// sought in it are folded alike, then compared byte by byte. In this order:
///
/// 1. **White space, controls, zero-width and bidirectional characters, soft hyphens** are removed. Thai writes no space
///    between words and damaged PDFs write some inside them, so a key has none: "No Gift Policy" is `nogiftpolicy`.
///    Where a Latin word or number ends is asked of the original: `FoldedText.isWholeWord(_:)`.
/// 2. **Punctuation and decoration** are removed: ASCII and general punctuation, quotes and dashes of every shape, ๆ ฯ ฿
///    and the old section marks, arrows, bullets, emoji, icons from the private-use area.
///    The unit separator U+001F alone stays: no name matches across it.
/// 3. **Thai digits** become ASCII digits, **full-width** forms ASCII, **Latin letters** lower case without diacritics
///    (U+00C0–U+017F and U+0300–U+036F), ligatures their letters. This is all that NFC and NFKC would do for Latin and
///    Thai: no Thai letter has a canonical composition, and their combining classes are subsumed by step 5.
///    Other scripts pass unchanged, neither composed nor lower-cased.
/// 4. **Private-use glyphs** U+F700–U+F71A become the Thai letters they draw.
/// 5. **Marks** of a syllable are sorted (vowel, nikhahit, tone, thanthakhat, then า or ำ) and written once; ํ with า in
///    any order is ำ, ิ with ํ is ึ; เเ is แ; โโ ไไ ใใ ะะ are one; ๅ is า.
/// 6. **Known misspellings** (`knownVariants`) are corrected.
///
/// Folding is idempotent and takes any text.
package enum ThaiFolding {
  /// The misspellings corrected in every text.
  package static var knownVariants: [SpellingVariant] { SpellingVariant.known }

  /// The exact key of a text, as UTF-8.
  package static func fold(_ text: String) -> [UInt8] {
    exact(text, keepingOffsets: false).bytes
  }

  /// The loose key of a text, as UTF-8: without vowels above and below and tone marks, ำ as า.
  package static func looseKey(_ text: String) -> [UInt8] {
    loose(text, keepingOffsets: false).bytes
  }

  static func exact(_ text: String, keepingOffsets: Bool) -> FoldedBytes {
    SpellingCorrection.exact.corrected(FoldingPass.fold(text, style: .key, keepingOffsets: keepingOffsets))
  }

  static func loose(_ text: String, keepingOffsets: Bool) -> FoldedBytes {
    SpellingCorrection.loose.corrected(LooseKey.letters(of: exact(text, keepingOffsets: keepingOffsets)))
  }
}

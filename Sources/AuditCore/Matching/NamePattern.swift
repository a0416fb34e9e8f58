/// One name of the vocabulary, ready to be found: its parts as phrases of the automaton, with what it asks of the
/// text around it.
struct NamePattern: Sendable {
  enum Strength: Sendable {
    case strong, narrow, weak
  }

  /// Place in `NameBook.concepts`.
  let concept: Int
  let strength: Strength
  /// As written in the vocabulary.
  let name: String
  /// Phrases that follow each other; more than one where the name holds "…".
  let parts: [Int]
  /// "…" at the beginning: whatever precedes, the text is about this.
  let isOpenBefore: Bool
  /// "…" at the end: whatever follows, the text is about this.
  let isOpenBehind: Bool
  let context: [Name.Context]
  /// Phrases of which one must stand in the text.
  let with: [Int]
  /// Phrases none of which may stand in the text.
  let without: [Int]
  let isWhole: Bool
  /// Letters of all parts.
  let letters: Int
}

/// A phrase at a place of a folded text, in bytes.
struct PhraseHit: Sendable {
  let phrase: Int
  let range: Range<Int>
}

extension Sequence where Element == UInt8 {
  /// Code points of well-formed UTF-8.
  var letterCount: Int {
    var count = 0
    for byte in self where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

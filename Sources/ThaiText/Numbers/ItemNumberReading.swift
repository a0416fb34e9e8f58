/// A label read as the number of an item in a list of disclosures ("O12").
package struct ItemNumberReading: Hashable, Sendable {
  /// How the number is written.
  package enum Style: String, Hashable, Sendable {
    /// "O12", "o 16", "(O16)", "โอ12".
    case letter
    /// "OIT 34".
    case instrument
    /// "012", "๐๑๒": a zero that stands for the letter.
    case zero
    /// "12.", "17 รายงาน…": a number and nothing that says what it counts.
    case bare
  }

  /// How sure it is that the number is an item's at all. Whose list it belongs to is another question.
  package enum Certainty: Int, Comparable, Hashable, Sendable {
    case bare
    case zeroPrefixed
    case explicit

    package static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
  }

  package let number: Int
  package let style: Style
  /// The label in the original text, UTF-8 offsets, without the punctuation around it.
  package let range: Range<Int>

  package var certainty: Certainty {
    switch style {
    case .letter, .instrument: .explicit
    case .zero: .zeroPrefixed
    case .bare: .bare
    }
  }
}

import ThaiText

/// How the text layers of bad PDF files write a word: "จานวน" and "จ านวน" for จำนวน, where ำ lost its ring, and
/// "กำรบริหำร" for การบริหาร, where every า was given one. Marks in a wrong order and spaces are folded away before.
enum DamagedWord {
  private static let am = ThaiFolding.fold("ำ")
  private static let aa = ThaiFolding.fold("า")

  /// The writings that differ from the word itself, which is folded.
  static func writings(of word: [UInt8]) -> [[UInt8]] {
    [replacing(am, with: aa, in: word), replacing(aa, with: am, in: word)].filter { $0 != word }
  }

  private static func replacing(_ letter: [UInt8], with other: [UInt8], in word: [UInt8]) -> [UInt8] {
    var written: [UInt8] = []
    var at = 0
    while let range = ByteSearch.firstRange(of: letter, in: word, from: at) {
      written += word[at..<range.lowerBound] + other
      at = range.upperBound
    }
    return written + word[at...]
  }
}

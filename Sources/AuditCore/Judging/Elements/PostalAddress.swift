/// A Thai postal address in the short forms of envelopes: `ต.` and `อ.` before names, with `จ.`, `ม.`, `ถ.` or a postcode.
enum PostalAddress {
  /// The first block that holds one. Folding takes the points away, so that the text itself is read.
  static func firstBlock(in text: JudgedText) -> Int? {
    text.blocks.firstIndex { isAddress($0.text) }
  }

  static func isAddress(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= 600 else { return false }
    let words = shortForms(in: Array(text.unicodeScalars))
    return words.isSuperset(of: ["ต", "อ"]) && (!words.isDisjoint(with: ["จ", "ม", "ถ"]) || hasPostcode(text))
  }

  /// Letters that stand alone before a point and a name: `ต.ทดสอบ`, `อ. เมือง`.
  private static func shortForms(in scalars: [Unicode.Scalar]) -> Set<Unicode.Scalar> {
    var found: Set<Unicode.Scalar> = []
    for at in scalars.indices where at + 2 < scalars.count && scalars[at + 1] == "." {
      let isAlone = at == 0 || !isThai(scalars[at - 1]) && scalars[at - 1] != "."
      let next = scalars[at + 2] == " " && at + 3 < scalars.count ? scalars[at + 3] : scalars[at + 2]
      let isFollowed = isThai(next) || isDigit(next)
      if isAlone, isFollowed { found.insert(scalars[at]) }
    }
    return found
  }

  /// Five digits that stand alone.
  private static func hasPostcode(_ text: String) -> Bool {
    text.unicodeScalars.split { !isDigit($0) }.contains { $0.count == 5 }
  }

  private static func isThai(_ scalar: Unicode.Scalar) -> Bool { (0x0E01...0x0E4E).contains(scalar.value) }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
  }
}

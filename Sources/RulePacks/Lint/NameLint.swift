import ThaiText

/// Names that are compared after folding: one of which folding leaves nothing can never be found, and a generic
/// word alone names nothing.
struct NameLint {
  private let genericWords: Set<[UInt8]>

  init(genericWords: [String]) {
    self.genericWords = Set(genericWords.map(Self.folded))
  }

  /// Checks a text that is looked for. True if it can be found at all.
  @discardableResult
  func checkMatches(_ node: RuleNode, text: String) -> Bool {
    guard Self.folded(text).isEmpty else { return true }
    node.report(
      .neverMatches, th: "“\(text)” ไม่เหลืออักษรใดหลังปรับรูปคำ จึงค้นไม่พบเสมอ",
      en: "nothing is left of “\(text)” after folding: it can never be found")
    return false
  }

  /// Checks a strong name: a generic word needs a context, or words that stand with it.
  func checkStrong(_ node: RuleNode, text: String, hasSurroundings: Bool) {
    guard checkMatches(node, text: text), !hasSurroundings, genericWords.contains(Self.folded(text)) else { return }
    node.report(
      .genericName, th: "“\(text)” เป็นคำทั่วไป ต้องกำหนด context หรือ with",
      en: "“\(text)” is a generic word: it needs a context, or words with it")
  }

  private static func folded(_ text: String) -> [UInt8] { FoldedText(text, keepingOffsets: false).bytes }
}

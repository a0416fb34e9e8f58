import ThaiText

/// Names that are compared after folding: one of which folding leaves nothing can never be found, and a generic
/// word alone names nothing.
struct NameLint {
  private let genericWords: Set<[UInt8]>

  init(genericWords: [String]) {
    self.genericWords = Set(genericWords.map(Self.folded))
  }

  /// Checks a text that is looked for; "…" stands between parts of which each is looked for. True if it can be
  /// found at all, and not everywhere.
  @discardableResult
  func checkMatches(_ node: RuleNode, text: String) -> Bool {
    let parts = text.split(separator: "…").map { Self.folded(String($0)) }
    guard let shortest = parts.map(\.count).min(), shortest > 0 else {
      node.report(
        .neverMatches, th: "“\(text)” ไม่เหลืออักษรใดหลังปรับรูปคำ จึงค้นไม่พบเสมอ",
        en: "nothing is left of “\(text)” after folding: it can never be found")
      return false
    }
    guard parts.contains(where: { String(decoding: $0, as: UTF8.self).unicodeScalars.count > 1 }) else {
      node.report(
        .genericName, th: "“\(text)” เหลืออักษรเดียวหลังปรับรูปคำ จึงพบทุกที่",
        en: "a single letter is left of “\(text)” after folding: it is found everywhere")
      return false
    }
    return true
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

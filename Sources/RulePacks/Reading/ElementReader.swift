import AuditCore

/// One entry of `elements`: what the page or document of an item must hold.
enum ElementReader {
  /// The elements of a list; those that name no source of their own have the item's usual one.
  static func elements(_ node: RuleNode, usualSource: RuleSource?) -> [ElementRule] {
    var seen: Set<String> = []
    return (node.list() ?? []).compactMap { entry in
      guard let element = element(entry, usualSource: usualSource) else { return nil }
      if !seen.insert(element.id).inserted {
        entry.report(
          .duplicate, th: "องค์ประกอบ “\(element.id)” มีแล้วในข้อนี้",
          en: "element “\(element.id)” is in this item already")
      }
      return element
    }
  }

  private static func element(_ node: RuleNode, usualSource: RuleSource?) -> ElementRule? {
    let keys = ["id", "need", "type", "per", "across", "where", "th", "en", "words", "source"]
    guard let map = node.mapping(of: keys) else { return nil }
    let id = map.required("id")?.text()
    let need = map.required("need")?.choice(of: ElementRule.Need.self)
    let type = map.required("type")?.choice(of: ElementRule.Kind.self)
    let th = map.required("th")?.text()
    let en = map.required("en")?.text()
    let words = map["words"].map(words) ?? WordRule()
    guard let id, let need, let type, let th, let en else { return nil }
    // Nothing but its words can be looked for in an element of this type.
    if type == .words, need != .cannotCheck { _ = map.required("words") }
    return ElementRule(
      id: id, need: need, type: type, per: map["per"]?.choice(of: ElementRule.Per.self),
      acrossFiles: map["across"]?.choice(of: ["files", "one-file"]) != "one-file",
      isBelowTitle: map["where"]?.choice(of: ["anywhere", "below-title"]) == "below-title",
      name: Bilingual(th: th, en: en), words: words, source: map["source"].flatMap(EditionReader.source) ?? usualSource)
  }

  private static func words(_ node: RuleNode) -> WordRule {
    guard let map = node.mapping(of: ["all", "any", "none", "atLeast", "except"]) else { return WordRule() }
    let any = map["any"]?.texts() ?? []
    let atLeast = map["atLeast"]?.integer() ?? 1
    if let node = map["atLeast"], !(1...max(any.count, 1)).contains(atLeast) {
      node.report(
        .badValue, th: "ต้องอยู่ระหว่าง 1 ถึงจำนวนคำใน any", en: "must be from 1 to the number of words in any")
    }
    return WordRule(
      all: (map["all"]?.list() ?? []).map { $0.texts() }, any: any, atLeast: atLeast, none: map["none"]?.texts() ?? [],
      except: map["except"]?.texts() ?? [])
  }
}

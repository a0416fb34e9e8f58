import AuditCore

/// One entry of `items`.
enum ItemReader {
  private static let keys = [
    "number", "key", "concepts", "joins", "title", "sub", "kind", "period", "due", "elements", "elementsSource",
    "agreesWith",
    "emptyStatement", "signedBy", "separateFrom", "issuer", "ownPage", "remedy", "responsible", "source",
    "titleByBodyType",
  ]

  static func item(_ node: RuleNode) -> ItemDraft? {
    guard let map = node.mapping(of: keys) else { return nil }
    let number = map.required("number").flatMap(number)
    let key = map.required("key").flatMap(key)
    let concepts = map.required("concepts")?.texts().map { ConceptID($0) } ?? []
    if let list = map["concepts"], concepts.isEmpty || concepts.count > 3 {
      list.report(.badValue, th: "ข้อหนึ่งมีได้ 1–3 แนวคิด", en: "an item has one to three concepts")
    }
    let title = map.required("title")?.bilingual() ?? Bilingual(th: "", en: "")
    let sub = map.required("sub")?.text() ?? ""
    let source = map.required("source").flatMap(EditionReader.source) ?? RuleSource(seen: [], confidence: "")
    let draft = ItemDraft(
      number: number ?? "", key: key ?? "", concepts: concepts,
      joins: map["joins"]?.choice(of: ItemRule.Joins.self) ?? .all, title: title, sub: sub,
      kind: map["kind"]?.choice(of: ItemRule.Kind.self), period: map["period"].flatMap(period),
      due: map["due"].flatMap(EditionReader.due), elements: elements(of: map),
      agreesWith: (map["agreesWith"]?.list() ?? []).compactMap(agreement),
      emptyStatement: map["emptyStatement"]?.texts(),
      signedBy: map["signedBy"]?.choice(of: ["executives.chief"]),
      separateFrom: map["separateFrom"]?.text().map { $0 == "none" ? nil : ConceptID($0) },
      issuedBySite: map["issuer"]?.choice(of: ["site", "any"]).map { $0 == "site" },
      ownPage: map["ownPage"]?.flag(), remedy: map["remedy"]?.bilingual(), responsible: map["responsible"]?.text(),
      source: source, titleByBodyType: titles(map["titleByBodyType"]), map: map)
    return number == nil ? nil : draft
  }

  /// `O` and a number from 1 to 99 without leading zeros.
  private static func number(_ node: RuleNode) -> String? {
    guard let text = node.text() else { return nil }
    if text.utf8.first == UInt8(ascii: "O"), let value = Int(text.dropFirst()), (1...99).contains(value),
      text == "O\(value)"
    {
      return text
    }
    node.report(.badValue, th: "“\(text)” ไม่ใช่เลขข้อแบบ O12", en: "“\(text)” is not a number such as O12")
    return nil
  }

  /// Small Latin letters, digits and hyphens.
  private static func key(_ node: RuleNode) -> String? {
    guard let text = node.text() else { return nil }
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    if isPlain { return text }
    node.report(
      .badValue, th: "คีย์ “\(text)” ใช้ได้เฉพาะ a–z 0–9 และ -", en: "key “\(text)” may hold only a–z, 0–9 and -")
    return nil
  }

  private static func period(_ node: RuleNode) -> PeriodRule? {
    guard let map = node.mapping(of: ["covers", "madeOf", "orElse"]) else { return nil }
    let parts = (map["madeOf"]?.list() ?? []).compactMap { $0.choice(of: PeriodRule.Part.self) }
    let orElse = map["orElse"]?.choice(of: PeriodRule.Covers.self)
    return map.required("covers")?.choice(of: PeriodRule.Covers.self).map {
      PeriodRule(covers: $0, madeOf: parts.isEmpty ? [.whole] : parts, orElse: orElse)
    }
  }

  private static func elements(of map: RuleMapping) -> ItemDraft.Elements {
    let usual = map["elementsSource"].flatMap(EditionReader.source)
    guard let node = map["elements"] else {
      return .takenOver(ItemDraft.Takeover(must: .only([]), drop: [], add: [], map: nil))
    }
    if node.node.sequence != nil { return .own(ElementReader.elements(node, usualSource: usual)) }
    guard let inner = node.mapping(of: ["must", "drop", "add"]) else { return .own([]) }
    let isAll = inner["must"]?.node.scalar?.string == "all"
    return .takenOver(
      ItemDraft.Takeover(
        must: isAll ? .all : .only(inner["must"]?.texts() ?? []), drop: inner["drop"]?.texts() ?? [],
        add: inner["add"].map { ElementReader.elements($0, usualSource: usual) } ?? [], map: inner))
  }

  private static func agreement(_ node: RuleNode) -> AgreementRule? {
    guard let map = node.mapping(of: ["item", "on", "need", "minShare", "name"]) else { return nil }
    let item = map.required("item")?.text()
    let subject = map.required("on")?.choice(of: AgreementRule.Subject.self)
    let need = map["need"]?.choice(of: ElementRule.Need.self) ?? .must
    let share = map.required("minShare")?.number()
    let name = map.required("name")?.bilingual()
    if let share, !(0...1).contains(share) {
      map["minShare"]?.report(.badValue, th: "ต้องอยู่ระหว่าง 0 ถึง 1", en: "must be from 0 to 1")
    }
    guard let item, let subject, let share, let name else { return nil }
    return AgreementRule(item: item, on: subject, need: need, minShare: share, name: name)
  }

  private static func titles(_ node: RuleNode?) -> [String: String] {
    var titles: [String: String] = [:]
    for (key, value) in node?.entries() ?? [] { titles[key.name] = value.text() }
    return titles
  }
}

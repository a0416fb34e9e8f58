import AuditCore

/// `vocabulary.yml` → `Vocabulary`: the names of each concept, and the words that belong to no concept.
///
///     concepts:
///       no_gift_policy:
///         title: {th: …, en: …}
///         strong: [งดรับงดให้, {text: โครงสร้าง, context: [menu, heading], whole: true}]
///         narrow: […]
///         weak: […]
///         never: […]
///         slugs: [operation_pgn]
enum VocabularyReader {
  static func vocabulary(_ root: RuleNode) -> Vocabulary? {
    guard let map = root.mapping(of: ["genericWords", "otherBodies", "bodyTypes", "concepts"]) else { return nil }
    return Vocabulary(
      concepts: (map.required("concepts")?.entries() ?? []).compactMap { concept($0.key.name, $0.value) },
      genericWords: map.required("genericWords")?.texts() ?? [],
      otherBodies: map["otherBodies"]?.texts() ?? [],
      bodyTypes: (map["bodyTypes"]?.entries() ?? []).compactMap { bodyType($0.key.name, $0.value) })
  }

  private static func concept(_ id: String, _ node: RuleNode) -> ConceptNames? {
    guard let map = node.mapping(of: ["title", "strong", "narrow", "weak", "never", "slugs"]) else { return nil }
    guard let title = map.required("title")?.bilingual() else { return nil }
    return ConceptNames(
      id: ConceptID(id), title: title, strong: names(map["strong"]), narrow: names(map["narrow"]),
      weak: names(map["weak"]), never: names(map["never"]), slugs: map["slugs"]?.texts() ?? [])
  }

  private static func names(_ node: RuleNode?) -> [Name] { (node?.list() ?? []).compactMap(name) }

  /// A name is its text, or a mapping where it needs surroundings.
  private static func name(_ node: RuleNode) -> Name? {
    guard node.node.mapping != nil else { return node.text().map { Name($0) } }
    guard let map = node.mapping(of: ["text", "context", "with", "without", "whole"]),
      let text = map.required("text")?.text()
    else { return nil }
    return Name(
      text, context: (map["context"]?.list() ?? []).compactMap { $0.choice(of: Name.Context.self) },
      with: map["with"]?.texts() ?? [], without: map["without"]?.texts() ?? [], whole: map["whole"]?.flag() ?? false)
  }

  private static func bodyType(_ key: String, _ node: RuleNode) -> BodyType? {
    guard let map = node.mapping(of: ["name", "prefixes", "chief", "deputies", "clerk", "council"]),
      let name = map.required("name")?.bilingual()
    else { return nil }
    return BodyType(
      key: key, name: name, prefixes: map.required("prefixes")?.texts() ?? [],
      chief: map.required("chief")?.texts() ?? [], deputies: map["deputies"]?.texts() ?? [],
      clerk: map["clerk"]?.texts() ?? [], council: map["council"]?.texts() ?? [])
  }
}

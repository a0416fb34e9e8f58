/// Walks a rule file for the texts that are looked for, wherever they stand, and has each checked.
///
/// It reads the YAML once more instead of the values made of it, because only the YAML knows the line.
enum WordLint {
  static func checkVocabulary(_ root: RuleNode, with lint: NameLint) {
    guard let map = quiet(root) else { return }
    for key in ["genericWords", "otherBodies"] { checkList(map[key], with: lint) }
    for concept in members(map["concepts"]) {
      guard let names = quiet(concept) else { continue }
      for name in children(names["strong"]) + children(names["narrow"]) { checkName(name, strong: true, with: lint) }
      for key in ["weak", "never"] {
        for name in children(names[key]) { checkName(name, strong: false, with: lint) }
      }
      checkList(names["slugs"], with: lint)
    }
    for body in members(map["bodyTypes"]) {
      for key in ["prefixes", "chief", "deputies", "clerk", "council"] {
        checkList(quiet(body)?[key], with: lint)
      }
    }
  }

  static func checkEdition(_ root: RuleNode, with lint: NameLint) {
    for item in children(quiet(root)?["items"]) {
      guard let map = quiet(item) else { continue }
      checkList(map["emptyStatement"], with: lint)
      let added = map["elements"].flatMap(quiet)?["add"]
      for element in children(map["elements"]) + children(added) {
        guard let words = quiet(element)?["words"].flatMap(quiet) else { continue }
        for key in ["any", "none", "except"] { checkList(words[key], with: lint) }
        for group in children(words["all"]) { checkList(group, with: lint) }
      }
    }
  }

  private static func checkName(_ node: RuleNode, strong: Bool, with lint: NameLint) {
    let map = quiet(node)
    let textNode = map?["text"] ?? node
    guard let text = textNode.node.scalar?.string else { return }
    guard strong else {
      lint.checkMatches(textNode, text: text)
      return
    }
    let surroundings = children(map?["context"]) + children(map?["with"])
    lint.checkStrong(textNode, text: text, hasSurroundings: !surroundings.isEmpty)
    for key in ["with", "without"] { checkList(map?[key], with: lint) }
  }

  private static func checkList(_ node: RuleNode?, with lint: NameLint) {
    for entry in children(node) {
      if let text = entry.node.scalar?.string { lint.checkMatches(entry, text: text) }
    }
  }

  private static func children(_ node: RuleNode?) -> [RuleNode] {
    guard let node, node.node.sequence != nil else { return [] }
    return node.list() ?? []
  }

  private static func members(_ node: RuleNode?) -> [RuleNode] {
    guard let node, node.node.mapping != nil else { return [] }
    return (node.entries() ?? []).map(\.value)
  }

  /// The values of a mapping by key; shapes were judged by the readers and are not reported again.
  private static func quiet(_ node: RuleNode) -> [String: RuleNode]? {
    guard node.node.mapping != nil else { return nil }
    return Dictionary((node.entries() ?? []).map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

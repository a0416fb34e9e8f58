import AuditCore

/// The one topic matcher of a run, built from the rules: it knows the names, and which number meant what in which year.
package enum Recognition {
  package static func recognizer(for pack: RulePack) -> TopicMatcher {
    var numbering: [Int: [Int: [ConceptID]]] = [:]
    for edition in pack.editions {
      for item in edition.items { numbering[edition.year, default: [:]][item.ordinal] = item.concepts }
    }
    return TopicMatcher(vocabulary: pack.vocabulary, numbering: numbering)
  }

  /// Every concept of every edition: what a recording looks for unless told otherwise, so that its snapshot can be
  /// judged under any of them.
  package static func concepts(of pack: RulePack) -> [ConceptID] {
    Set(pack.editions.flatMap(\.items).flatMap(\.concepts)).sorted()
  }
}

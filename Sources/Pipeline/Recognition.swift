import AuditCore

/// The one topic matcher of a run, built from the rules: it knows the names, and which number meant what in which year.
package enum Recognition {
  package static func recognizer(for pack: RulePack) -> TopicMatcher {
    TopicMatcher(vocabulary: pack.vocabulary, numbering: ItemNumbering.lists(of: pack.editions))
  }

  /// Every concept of every edition: what a recording looks for unless told otherwise, so that its snapshot can be
  /// judged under any of them.
  package static func concepts(of pack: RulePack) -> [ConceptID] {
    Set(pack.editions.flatMap(\.items).flatMap(\.concepts)).sorted()
  }
}

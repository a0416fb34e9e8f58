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

  /// What one edition asks for: all that a recording looks for where its user wants no other, and may then stop sooner.
  /// Judged under another edition such a snapshot says "not sought" of the rest, never "missing".
  package static func concepts(of edition: Edition) -> [ConceptID] {
    Set(edition.items.flatMap(\.concepts)).sorted()
  }

  /// Concepts whose disclosure, under the edition of a year, speaks of the year before it.
  package static func aboutYearBefore(_ year: Int, in pack: RulePack) -> Set<ConceptID> {
    let items = pack.edition(year)?.items ?? []
    return Set(items.filter { $0.period.covers == .previousYear }.flatMap(\.concepts))
  }
}

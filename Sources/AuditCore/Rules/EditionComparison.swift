import ThaiText

/// How the list of one edition became that of another: which duties were added, dropped, merged, split,
/// renumbered. Items are the same where they share a concept, whatever their numbers and titles.
package struct EditionComparison: Sendable {
  /// What happened to a group of items that share concepts.
  package enum Kind: String, Sendable, CaseIterable {
    case unchanged, merged, split, regrouped, added, dropped
    /// It carries on under another number, whatever else is different.
    case renumbered
    /// It keeps its number, and something else is different.
    case changed
  }

  /// What is different where one item carries on as one.
  package enum Difference: String, Sendable, CaseIterable {
    case number, title, subIndicator, period, concepts
  }

  package struct Change: Sendable {
    package var kind: Kind
    /// In list order; empty where the duty is new.
    package var old: [ItemRule]
    /// In list order; empty where the duty is gone.
    package var new: [ItemRule]
    /// Filled where both hold one item.
    package var differences: [Difference]
  }

  package let old: Edition
  package let new: Edition
  /// In the order of the new list; what was dropped comes last, in the order of the old one.
  package let changes: [Change]

  package init(from old: Edition, to new: Edition) {
    self.old = old
    self.new = new
    changes = Self.groups(old.items, new.items).map(Self.change)
  }

  package func changes(of kind: Kind) -> [Change] { changes.filter { $0.kind == kind } }

  private struct Group {
    var old: [ItemRule]
    var new: [ItemRule]
    var concepts: Set<ConceptID>

    /// Where it stands in the new list; what is not there comes after everything that is.
    var place: (Int, Int) { (new.first?.ordinal ?? Int.max, old.first?.ordinal ?? Int.max) }
  }

  /// Items of both lists, put together wherever they share a concept, directly or through others.
  private static func groups(_ old: [ItemRule], _ new: [ItemRule]) -> [Group] {
    var groups: [Group] = []
    let single =
      old.map { Group(old: [$0], new: [], concepts: Set($0.concepts)) }
      + new.map { Group(old: [], new: [$0], concepts: Set($0.concepts)) }
    for next in single {
      var joined = next
      let touching = groups.filter { !$0.concepts.isDisjoint(with: next.concepts) }
      groups.removeAll { !$0.concepts.isDisjoint(with: next.concepts) }
      for group in touching {
        joined.old += group.old
        joined.new += group.new
        joined.concepts.formUnion(group.concepts)
      }
      joined.old.sort { $0.ordinal < $1.ordinal }
      joined.new.sort { $0.ordinal < $1.ordinal }
      groups.append(joined)
    }
    return groups.sorted { $0.place < $1.place }
  }

  private static func change(_ group: Group) -> Change {
    var differences: [Difference] = []
    let kind: Kind
    switch (group.old.count, group.new.count) {
    case (0, _): kind = .added
    case (_, 0): kind = .dropped
    case (1, 1):
      differences = Self.differences(group.old[0], group.new[0])
      kind = differences.isEmpty ? .unchanged : differences.contains(.number) ? .renumbered : .changed
    case (_, 1): kind = .merged
    case (1, _): kind = .split
    default: kind = .regrouped
    }
    return Change(kind: kind, old: group.old, new: group.new, differences: differences)
  }

  private static func differences(_ old: ItemRule, _ new: ItemRule) -> [Difference] {
    Difference.allCases.filter { difference in
      switch difference {
      case .number: old.number != new.number
      case .title:
        FoldedText(old.title.th, keepingOffsets: false).bytes != FoldedText(new.title.th, keepingOffsets: false).bytes
      case .subIndicator: old.sub != new.sub
      case .period: old.period.covers != new.period.covers
      case .concepts: Set(old.concepts) != Set(new.concepts)
      }
    }
  }
}

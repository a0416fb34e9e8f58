import AuditCore

/// What `rules diff 2566 2568` prints: the changes by kind, then how many items carry on as they were.
package enum ComparisonListing {
  package static func text(of comparison: EditionComparison, in language: Language) -> String {
    let (old, new) = (comparison.old, comparison.new)
    let items = Bilingual(th: "ข้อ", en: "items").text(in: language)
    var lines = ["\(old.year) (\(old.items.count) \(items)) → \(new.year) (\(new.items.count) \(items))"]
    for kind in [EditionComparison.Kind.added, .dropped, .merged, .split, .regrouped, .changed, .renumbered] {
      let changes = comparison.changes(of: kind)
      guard !changes.isEmpty else { continue }
      lines += ["", "\(RuleWords.change(kind).text(in: language)) (\(changes.count))"]
      lines += changes.map { "  \(line(of: $0, in: language))" }
    }
    let kept = comparison.changes(of: .unchanged).flatMap(\.new).map(\.number).joined(separator: " ")
    if !kept.isEmpty { lines += ["", "\(RuleWords.change(.unchanged).text(in: language)): \(kept)"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(of change: EditionComparison.Change, in language: Language) -> String {
    switch change.kind {
    case .added: return named(change.new, in: language)
    case .dropped: return named(change.old, in: language)
    case .changed where !change.differences.contains(.title), .renumbered where !change.differences.contains(.title):
      return "\(numbers(change.old)) → \(named(change.new, in: language))\(differences(change, in: language))"
    default:
      // Official titles are Thai: where the English ones do not show a change of wording, the Thai ones do.
      let isShown = change.old.map(\.title.en) != change.new.map(\.title.en)
      let titles = isShown ? language : .th
      let from = named(change.old, in: titles)
      return "\(from) → \(named(change.new, in: titles))\(differences(change, in: language))"
    }
  }

  /// What changed beside the number, which the line shows already.
  private static func differences(_ change: EditionComparison.Change, in language: Language) -> String {
    let words = change.differences.filter { $0 != .number }.map { RuleWords.difference($0).text(in: language) }
    return words.isEmpty ? "" : " [\(words.joined(separator: ", "))]"
  }

  private static func numbers(_ items: [ItemRule]) -> String { items.map(\.number).joined(separator: " + ") }

  private static func named(_ items: [ItemRule], in language: Language) -> String {
    items.map { "\($0.number) \($0.title.text(in: language))" }.joined(separator: " + ")
  }
}

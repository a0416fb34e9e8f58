/// Which items the town's own ITA page stopped declaring, or never came to declare, although they are found.
struct DeclarationComparison {
  private let undeclared: Set<String>

  /// Says nothing where the old run saw no declarations at all: there is nothing to compare with.
  init(from old: AuditReport, to new: AuditReport) {
    let before = Self.undeclaredConcepts(old)
    let after = Self.undeclaredConcepts(new)
    undeclared = old.declared.isEmpty ? [] : after.subtracting(before)
  }

  func contains(_ item: ItemReport) -> Bool { !undeclared.isDisjoint(with: item.concepts) }

  private static func undeclaredConcepts(_ report: AuditReport) -> Set<String> {
    let numbers = Set(report.declared.filter { $0.status == .notDeclared }.map(\.item))
    return Set(report.items.filter { numbers.contains($0.number) }.flatMap(\.concepts))
  }
}

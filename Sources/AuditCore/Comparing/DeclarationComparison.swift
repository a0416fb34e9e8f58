/// What became of the town's declarations: on its own ITA page, and on the answer sheet it hands in. Each is compared
/// with itself; where the old run knew none there is nothing to compare with.
struct DeclarationComparison {
  /// Concepts of what is found and newly on no list of a kind that the old run knew.
  private let undeclared: Set<String>
  private let before: [Place: DeclaredAnswer]
  private let after: [Place: DeclaredAnswer]

  /// An answer by the duty it is about, whatever its number.
  private struct Place: Hashable {
    var concept: String
    var sheet: Bool
  }

  init(from old: AuditReport, to new: AuditReport) {
    before = Self.answers(of: old)
    after = Self.answers(of: new)
    let known = Set(old.declared.map { $0.sheet != nil })
    let then = before.filter { $0.value.status == .notDeclared }.keys
    undeclared = Set(
      after.filter { $0.value.status == .notDeclared && known.contains($0.key.sheet) }.keys
        .filter { !then.contains($0) }.map(\.concept))
  }

  func isNewlyUndeclared(_ item: ItemReport) -> Bool { !undeclared.isDisjoint(with: item.concepts) }

  /// The answers of the sheet about an item that were good and are not, or the other way round; nil where that did
  /// not change or cannot be said.
  func step(of item: ItemReport) -> (kind: ItemChange.Kind, before: DeclaredAnswer, after: DeclaredAnswer)? {
    let places = item.concepts.map { Place(concept: $0, sheet: true) }
    guard let before = places.lazy.compactMap({ before[$0] }).first,
      let after = places.lazy.compactMap({ after[$0] }).first,
      let wasGood = before.status.isGood, let isGood = after.status.isGood, wasGood != isGood
    else { return nil }
    return (isGood ? .answerRegained : .answerLost, before, after)
  }

  private static func answers(of report: AuditReport) -> [Place: DeclaredAnswer] {
    let concepts = Dictionary(report.items.map { ($0.number, $0.concepts) }, uniquingKeysWith: { first, _ in first })
    var answers: [Place: DeclaredAnswer] = [:]
    for answer in report.declared {
      for concept in concepts[answer.item] ?? [] {
        answers[Place(concept: concept, sheet: answer.sheet != nil)] = answer
      }
    }
    return answers
  }
}

extension DeclaredAnswer.Status {
  /// Whether an answer may be handed in as it stands; nil where nothing is declared or it could not be judged.
  var isGood: Bool? {
    switch self {
    case .agrees: true
    case .notDeclared, .notJudged: nil
    case .partial, .broken, .outdated, .offSite, .wrongDocument, .noAddress: false
    }
  }
}

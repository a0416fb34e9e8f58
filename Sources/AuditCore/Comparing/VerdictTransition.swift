/// Names the step from one verdict to another.
struct VerdictTransition {
  var before: Verdict
  var after: Verdict
  /// The judged fiscal year moved on between the two, and the earlier verdict is still of the old year.
  var yearTurned: Bool
  /// An earlier run than the two compared is known to have found the item met.
  var wasMetEarlier: Bool

  /// Nil where the verdict is the same.
  var kind: ItemChange.Kind? {
    guard before != after else { return nil }
    switch (before, after) {
    case (_, .unknown): return .unjudged
    case (.unknown, _): return .judgedAgain
    case (_, .waived): return .waived
    case (.waived, _): return .waiverEnded
    case (.met, .notDue), (.partial, .notDue): return yearTurned ? .awaitedAnew : .lost
    case (_, .notDue): return .awaitedAnew
    case (.missing, .met), (.notDue, .met): return wasMetEarlier ? .regained : .newlyFound
    case (_, .met): return .regained
    case (_, .broken): return .newlyBroken
    case (.notDue, .partial): return .newlyFound
    case (.notDue, _): return .newlyDue
    case (.met, .outdated), (.partial, .outdated): return yearTurned ? .staleAtYearTurn : lossOrWorse
    case (.met, _): return .lost
    default: return lossOrWorse
    }
  }

  private var lossOrWorse: ItemChange.Kind {
    if before == .met { return .lost }
    return after.severity > before.severity ? .worsened : .improved
  }
}

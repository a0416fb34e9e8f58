/// The items of an edition with their verdicts: what each is worth, what mending some brings, and the cheapest way to a
/// target.
package struct ScorePlan: Sendable {
  package let edition: Edition
  package let verdicts: [String: Verdict]
  package let score: Score

  /// An item without a verdict counts as not met (`Scorer`).
  package init(edition: Edition, verdicts: [String: Verdict]) {
    self.edition = edition
    self.verdicts = verdicts
    score = Scorer(edition: edition).score(verdicts)
  }

  /// Of OIT, before rounding the sub-indicators' means to two decimals: from what is met to what may be met.
  package var oit: ScoreRange {
    let earned = edition.items.filter { verdict($0).earnsPoints }.reduce(0) { $0 + edition.points(of: $1) }
    let open = edition.items.filter { verdict($0).leavesPointsOpen }.reduce(0) { $0 + edition.points(of: $1) }
    return ScoreRange(low: earned, high: earned + open)
  }

  package func verdict(_ item: ItemRule) -> Verdict { verdicts[item.number] ?? .missing }

  /// Shortcomings, the costliest first, equal ones in the order of the list.
  package var gaps: [ItemRule] { sorted { $0.isGap } }
  /// Items whose points may still turn out either way.
  package var open: [ItemRule] { sorted { $0.leavesPointsOpen } }

  private func sorted(_ wanted: (Verdict) -> Bool) -> [ItemRule] {
    edition.items.enumerated().filter { wanted(verdict($0.element)) }.sorted { one, other in
      (-edition.points(of: one.element), one.offset) < (-edition.points(of: other.element), other.offset)
    }.map(\.element)
  }

  /// The plan after these items have been mended.
  package func mended(_ numbers: some Sequence<String>) -> ScorePlan {
    ScorePlan(
      edition: edition, verdicts: verdicts.merging(numbers.map { ($0, .met) }, uniquingKeysWith: { $1 }))
  }

  /// The cheapest set of gaps whose mending brings so many points of OIT 100; nil where all of them together do not.
  /// - Parameters:
  ///   - points: needed beyond what is surely earned; none are needed at zero or below.
  ///   - costs: what an item costs by its number, 1 where none is given.
  package func cheapest(bringing points: Double, costs: [String: Int] = [:]) -> [ItemRule]? {
    CheapestChoice(
      edition.items.filter { verdict($0).isGap }.map { item in
        CheapestChoice.Offer(id: item.number, cost: costs[item.number] ?? 1, points: edition.points(of: item))
      }
    ).reaching(points)?.compactMap { edition.item(numbered: $0) }
  }
}

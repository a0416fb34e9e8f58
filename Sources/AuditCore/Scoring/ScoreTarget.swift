/// A score to reach by mending items, and what it asks of OIT.
package struct ScoreTarget: Sendable {
  /// What the target is a target of: the ITA total where IIT and EIT are known, else OIT itself.
  package enum Measure: Sendable { case total, oit }

  package let measure: Measure
  package let target: Double
  /// Points of OIT 100 beyond those that are surely earned; zero where the target is reached already.
  package let needed: Double

  /// A figure that is printed as the target reaches it: 84.995 is printed 85.00.
  private static let rounding = 0.005

  package init(_ target: Double, of plan: ScorePlan, with scores: InstrumentScores) {
    self.target = target
    let weight = plan.edition.scoring.weights.first { $0.instrument == "OIT" }?.percent ?? 0
    if scores.iit != nil, scores.eit != nil, weight > 0 {
      measure = .total
      var others = scores
      others.oit = ScoreRange(plan.oit.low)
      let total = Rating(others, by: plan.edition.scoring).total.low
      needed = max(0, (target - Self.rounding - total) * 100 / weight)
    } else {
      measure = .oit
      needed = max(0, target - Self.rounding - plan.oit.low)
    }
  }
}

/// What is known of the three instruments of ITA: the staff's view (IIT), the public's view (EIT) and disclosure (OIT).
package struct InstrumentScores: Sendable, Hashable {
  /// The public's view: from 2566 on it has two parts, the public that answers by itself and the one that assessors ask
  /// (S2). Published results often print only the mean of both, as three indicators.
  package enum PublicView: Sendable, Hashable {
    case whole(Double)
    case parts(first: Double, second: Double)

    package var mean: Double {
      switch self {
      case .whole(let score): score
      case .parts(let first, let second): (first + second) / 2
      }
    }
  }

  /// Nil where nobody told it.
  package var iit: Double?
  package var eit: PublicView?
  package var oit: ScoreRange?

  package init(iit: Double? = nil, eit: PublicView? = nil, oit: ScoreRange? = nil) {
    self.iit = iit
    self.eit = eit
    self.oit = oit
  }

  /// What is known of one instrument of an edition's weights: `IIT`, `EIT`, `EIT1`, `EIT2`, `OIT`.
  ///
  /// Of a part of EIT whose mean alone is known, only the reach is: two parts with a mean of 92.5 are both at least 85.
  package func score(of instrument: String) -> ScoreRange {
    switch (instrument, eit) {
    case ("IIT", _): iit.map { ScoreRange($0) } ?? .anything
    case ("OIT", _): oit ?? .anything
    case ("EIT", let view?): ScoreRange(view.mean)
    case ("EIT1", .parts(let first, _)): ScoreRange(first)
    case ("EIT2", .parts(_, let second)): ScoreRange(second)
    case ("EIT1", .whole(let mean)), ("EIT2", .whole(let mean)):
      ScoreRange(low: max(0, 2 * mean - 100), high: min(100, 2 * mean))
    default: .anything
    }
  }
}

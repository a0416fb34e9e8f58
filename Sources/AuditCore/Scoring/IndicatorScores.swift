/// Scores of the ten indicators of ITA in per cent: 1–5 are IIT, 6–8 EIT, 9–10 OIT (S0, S2, S3, S4: 2564–2568).
package struct IndicatorScores: Sendable, Hashable {
  package static let groups: [(instrument: String, indicators: ClosedRange<Int>)] = [
    ("IIT", 1...5), ("EIT", 6...8), ("OIT", 9...10),
  ]

  package let scores: [Int: Double]

  package init(_ scores: [Int: Double]) {
    self.scores = scores
  }

  /// An instrument is the plain mean of its indicators; nil where one of them is not known.
  package func mean(of instrument: String) -> Double? {
    guard let group = Self.groups.first(where: { $0.instrument == instrument }) else { return nil }
    let known = group.indicators.compactMap { scores[$0] }
    guard known.count == group.indicators.count else { return nil }
    return known.reduce(0, +) / Double(known.count)
  }

  /// Indicators that are missing from an instrument of which others are known.
  package var gaps: [Int] {
    Self.groups.flatMap { group in
      let known = group.indicators.filter { scores[$0] != nil }
      return known.isEmpty ? [] : group.indicators.filter { scores[$0] == nil }
    }
  }

  /// What changed since an earlier year, for the indicators known in both, in two decimals.
  package func changes(since earlier: IndicatorScores) -> [(indicator: Int, change: Double)] {
    scores.keys.sorted().compactMap { indicator in
      guard let now = scores[indicator], let before = earlier.scores[indicator] else { return nil }
      let change = now - before
      return (indicator, change < 0 ? -ScoreRange.printed(-change) : ScoreRange.printed(change))
    }
  }
}

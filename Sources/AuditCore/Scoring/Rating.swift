/// The ITA total of a year and the rating it means.
///
/// Weights and bands are the edition's: 30/30/40 and AA–F until 2565, 30/15/15/40 and ผ่านดีเยี่ยม–ต้องปรับปรุงโดยด่วน from 2566,
/// where the upper bands also ask that every instrument reaches 85 (S2, S3). What is not known is a range, and with it
/// the rating: it is told only where it comes out the same whatever the unknown turns out to be.
package struct Rating: Sendable {
  /// What one instrument brings to the total.
  package struct Share: Sendable {
    package var instrument: String
    package var percent: Double
    /// False where no source of that year shows the weight.
    package var seen: Bool
    package var score: ScoreRange
    package var points: ScoreRange
  }

  /// Why the rating is open.
  package enum Doubt: Sendable, Hashable {
    case iit, eit, oit
    /// EIT is known as a whole, and the rating asks what each part is.
    case parts
    /// OIT is a range, as items could not be judged.
    case openItems
  }

  package let shares: [Share]
  package let total: ScoreRange
  /// Every rating that is still possible, the best first; one where it is settled, none where the bands are not known.
  package let possible: [Scoring.Band]
  package let doubts: [Doubt]

  package var settled: Scoring.Band? { possible.count == 1 ? possible.first : nil }

  package init(_ scores: InstrumentScores, by scoring: Scoring) {
    shares = scoring.weights.map { weight in
      let score = scores.score(of: weight.instrument)
      return Share(
        instrument: weight.instrument, percent: weight.percent, seen: weight.seen, score: score,
        points: score.weighted(weight.percent))
    }
    total = Self.total(shares, scores)
    possible = Self.bands(scoring.bands, total.printed, Self.weakest(shares, scores).printed)
    doubts = possible.count > 1 ? Self.doubts(scores) : []
  }

  /// Two parts of one mean that weigh the same bring that mean, whatever each of them is.
  private static func total(_ shares: [Share], _ scores: InstrumentScores) -> ScoreRange {
    let parts = shares.filter { $0.instrument == "EIT1" || $0.instrument == "EIT2" }
    let isWhole = Set(parts.map(\.percent)).count == 1
    return shares.reduce(ScoreRange(0)) { sum, share in
      guard isWhole, parts.contains(where: { $0.instrument == share.instrument }), let eit = scores.eit else {
        return sum + share.points
      }
      return sum + ScoreRange(eit.mean).weighted(share.percent)
    }
  }

  /// The lowest instrument. Of two parts with a known mean the lower one is at most that mean.
  private static func weakest(_ shares: [Share], _ scores: InstrumentScores) -> ScoreRange {
    let ranges = shares.map { share in
      guard share.instrument == "EIT1" || share.instrument == "EIT2", case .whole(let mean)? = scores.eit else {
        return share.score
      }
      return ScoreRange(low: share.score.low, high: mean)
    }
    return ScoreRange(low: ranges.map(\.low).min() ?? 0, high: ranges.map(\.high).min() ?? 100)
  }

  /// The bands that come out for some total and some weakest instrument within their ranges. Bands are cut at figures
  /// of two decimals, so the ends of the ranges and both sides of every cut show them all.
  private static func bands(
    _ bands: [Scoring.Band], _ total: ScoreRange, _ weakest: ScoreRange
  ) -> [Scoring.Band] {
    let totals = figures(in: total, cuts: bands.map(\.from))
    let lowest = figures(in: weakest, cuts: bands.compactMap(\.everyInstrument))
    var found: Set<Int> = []
    for total in totals {
      for weakest in lowest {
        let place = bands.firstIndex { total >= $0.from && weakest >= $0.everyInstrument ?? 0 }
        if let place { found.insert(place) }
      }
    }
    return found.sorted().map { bands[$0] }
  }

  private static func figures(in range: ScoreRange, cuts: [Double]) -> [Double] {
    let sides = cuts.flatMap { [$0, $0 - 0.01] }.filter { $0 > range.low && $0 < range.high }
    return [range.low, range.high] + sides
  }

  private static func doubts(_ scores: InstrumentScores) -> [Doubt] {
    var doubts: [Doubt] = []
    if scores.iit == nil { doubts.append(.iit) }
    if scores.eit == nil { doubts.append(.eit) }
    if scores.oit == nil { doubts.append(.oit) }
    if let oit = scores.oit, !oit.isSettled { doubts.append(.openItems) }
    if case .whole? = scores.eit, doubts.isEmpty { doubts.append(.parts) }
    return doubts
  }
}

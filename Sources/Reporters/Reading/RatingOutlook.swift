import AuditCore

/// What the OIT score means for the ITA total and its rating.
///
/// The total also takes IIT and EIT, which no website shows: a rating cannot be told from OIT alone, but the best one
/// still possible can, by counting the other instruments as full.
struct RatingOutlook {
  /// Points of the ITA total that OIT brings now, at most, and could bring.
  let earned: Double
  let earnedAtMost: Double
  let whole: Double
  /// The best rating that is still possible; nil where the edition's ratings are not known.
  let best: Scoring.Band?

  /// Nil where the edition has no weights, or where the score is of another year than its list.
  init?(_ report: AuditReport, _ scoring: Scoring?) {
    guard report.official, let scoring, let weight = scoring.weights.first(where: { $0.instrument == "OIT" }) else {
      return nil
    }
    whole = weight.percent
    earned = whole * report.score.oit / 100
    earnedAtMost = whole * report.score.oitHigh / 100
    let total = 100 - whole + earnedAtMost
    best = scoring.bands.first { band in
      total >= band.from && report.score.oitHigh >= band.everyInstrument ?? 0
    }
  }
}

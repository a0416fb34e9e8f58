import AuditCore

/// The two scales of the seeds: letters until 2565 (003), words from 2566 (002).
enum RatingRules {
  static let lettersScoring = scoring(
    [("IIT", 30), ("EIT", 30), ("OIT", 40)],
    [
      ("AA", "AA", 95, nil), ("A", "A", 85, nil), ("B", "B", 75, nil), ("C", "C", 65, nil), ("D", "D", 55, nil),
      ("E", "E", 50, nil), ("F", "F", 0, nil),
    ])

  static let wordsScoring = scoring(
    [("IIT", 30), ("EIT1", 15), ("EIT2", 15), ("OIT", 40)],
    [
      ("ผ่านดีเยี่ยม", "excellent", 95, 85), ("ผ่านดี", "well", 85, 85), ("ผ่าน", "passed", 85, nil),
      ("ต้องปรับปรุง", "improve", 70, nil), ("ต้องปรับปรุงโดยด่วน", "urgent", 0, nil),
    ])

  static func scores(_ indicators: IndicatorScores) -> InstrumentScores {
    InstrumentScores(
      iit: indicators.mean(of: "IIT"), eit: indicators.mean(of: "EIT").map { .whole($0) },
      oit: indicators.mean(of: "OIT").map { ScoreRange($0) })
  }

  static func with(_ scoring: Scoring, _ edition: Edition) -> Edition {
    var edition = edition
    edition.scoring = scoring
    return edition
  }

  private static func scoring(
    _ weights: [(String, Double)], _ bands: [(String, String, Double, Double?)]
  ) -> Scoring {
    Scoring(
      item: "all-or-nothing", weights: weights.map { Scoring.Weight(instrument: $0.0, percent: $0.1) },
      bands: bands.map { band in
        Scoring.Band(
          name: Bilingual(th: band.0, en: band.1), from: band.2, everyInstrument: band.3,
          confirmed: band.0 != "ผ่านดีเยี่ยม")
      }, source: RuleSource(seen: [], confidence: "high"))
  }
}

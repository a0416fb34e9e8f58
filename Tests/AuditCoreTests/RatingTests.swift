import AuditCore
import Testing

/// Totals and ratings. The figures are those of published results: seeds 000 (2568), 002 (2566), 003 (2564) and
/// 004 (2567 and 2568); where a paper's own arithmetic does not close, the test says so.
@Suite("Total and rating")
struct RatingTests {
  private let of2564 = RatingRules.lettersScoring
  private let of2566 = RatingRules.wordsScoring

  @Test("Seed 002: ten indicators of 2566 give 75.47, which on the scale of 2566 needs improvement")
  func officialResultOf2566() {
    // The paper prints the letter B beside the table of 2566, which has no letters: 75.47 is B on the scale until 2565.
    let indicators = IndicatorScores([
      1: 90.63, 2: 78.75, 3: 86.25, 4: 78.84, 5: 76.09, 6: 80.97, 7: 80.91, 8: 75.49, 9: 80.50, 10: 55.00,
    ])
    let scores = RatingRules.scores(indicators)
    #expect(scores.oit?.printed == ScoreRange(67.75))
    let rating = Rating(scores, by: of2566)
    #expect(rating.total.printed == ScoreRange(75.47))
    #expect(rating.settled?.name.th == "ต้องปรับปรุง")
    #expect(Rating(scores, by: of2564).settled?.name.en == "B")
  }

  @Test("Seed 003: OIT of 2564 weighs 39.56 and the total is 94.99, an A; the paper prints 39.57, 95.01 and AA")
  func officialResultOf2564() {
    let indicators = IndicatorScores([
      1: 96.50, 2: 93.11, 3: 91.31, 4: 89.02, 5: 92.45, 6: 93.93, 7: 89.78, 8: 93.24, 9: 97.78, 10: 100,
    ])
    let rating = Rating(RatingRules.scores(indicators), by: of2564)
    #expect(rating.shares.map(\.points.printed.low) == [27.74, 27.70, 39.56])
    #expect(rating.total.printed == ScoreRange(94.99))
    #expect(rating.settled?.name.en == "A")
    // Even the sum of the printed parts, rounded one by one, is 95.00 and not 95.01.
    #expect(ScoreRange.printed(27.74 + 27.70 + 39.56) == 95)
  }

  @Test("Seed 000: the instruments of 2568 give 97.73, passed with excellence by a cut that is not confirmed")
  func officialResultOf2568() {
    let scores = InstrumentScores(iit: 99.50, eit: .parts(first: 99.89, second: 99.33), oit: ScoreRange(95))
    let rating = Rating(scores, by: of2566)
    #expect(rating.total.printed == ScoreRange(97.73))
    #expect(rating.settled?.name.th == "ผ่านดีเยี่ยม")
    #expect(rating.settled?.confirmed == false)
    let indicators = IndicatorScores([1: 99.11, 2: 99.11, 3: 100, 4: 99.26, 5: 100, 6: 99.83, 7: 99.42, 8: 99.58])
    #expect(indicators.mean(of: "IIT").map(ScoreRange.printed) == 99.50)
    #expect(indicators.mean(of: "EIT").map(ScoreRange.printed) == 99.61)
  }

  @Test("Seed 004: changes from 2567 to 2568; indicator 5 rose by 6.39 where the paper prints 6.41")
  func changes() {
    let before = IndicatorScores([
      1: 94.14, 2: 93.96, 3: 96.55, 4: 76.67, 5: 91.26, 6: 92.40, 7: 89.46, 8: 83.28, 9: 92.14, 10: 61.67,
    ])
    let after = IndicatorScores([
      1: 95.30, 2: 98.82, 3: 98.82, 4: 96.55, 5: 97.65, 6: 93.85, 7: 89.90, 8: 87.86, 9: 67.75, 10: 95.00,
    ])
    let changes = after.changes(since: before)
    #expect(changes.map(\.indicator) == Array(1...10))
    #expect(changes.map(\.change) == [1.16, 4.86, 2.27, 19.88, 6.39, 1.45, 0.44, 4.58, -24.39, 33.33])
  }

  @Test(
    "Seed 004: 61.67, 67.75 and 95.00 come from no items of 0 or 100; 92.14 of the same paper does",
    arguments: [
      ([6, 4], 61.67, false), ([4, 7, 2, 3, 4], 67.75, false), ([4, 4], 95.00, false), ([6, 7, 4, 4, 4], 92.14, true),
      ([10, 8, 4, 4, 4], 80.50, true), ([8, 5], 55.00, true), ([9, 8, 7, 4, 5], 97.78, true),
    ])
  func attainable(items: [Int], score: Double, isAttainable: Bool) {
    let all = AttainableScores(items: items)
    #expect(all.contains(score) == isAttainable, "nearest is \(all.nearest(to: score))")
    #expect(all.printed.first == 0)
    #expect(all.printed.last == 100)
  }

  @Test("Without its parts, EIT leaves the rating open exactly where a part could be below 85")
  func parts() {
    func rating(_ eit: InstrumentScores.PublicView) -> Rating {
      Rating(InstrumentScores(iit: 90, eit: eit, oit: ScoreRange(90)), by: of2566)
    }
    #expect(rating(.whole(90)).possible.map(\.name.th) == ["ผ่านดี", "ผ่าน"])
    #expect(rating(.whole(90)).doubts == [.parts])
    #expect(rating(.whole(90)).total.printed == ScoreRange(90))
    #expect(rating(.whole(92.5)).settled?.name.th == "ผ่านดี")
    #expect(rating(.whole(84)).settled?.name.th == "ผ่าน")
    #expect(rating(.parts(first: 95, second: 85)).settled?.name.th == "ผ่านดี")
    #expect(rating(.parts(first: 96, second: 84.99)).settled?.name.th == "ผ่าน")
    #expect(Rating(InstrumentScores(iit: 90, eit: .whole(90), oit: ScoreRange(90)), by: of2564).settled?.name.en == "A")
  }

  @Test("An unknown instrument leaves the total a range and names what is missing")
  func unknownInstruments() {
    let rating = Rating(InstrumentScores(oit: ScoreRange(67.75)), by: of2566)
    #expect(rating.total.printed == ScoreRange(low: 27.1, high: 87.1))
    #expect(rating.settled == nil)
    #expect(rating.possible.map(\.name.th) == ["ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"])
    #expect(rating.doubts == [.iit, .eit])
  }

  @Test("Items that could not be judged widen the total; a rating that holds either way is settled")
  func openItems() {
    let scores = InstrumentScores(iit: 80, eit: .whole(80), oit: ScoreRange(low: 60, high: 70))
    let rating = Rating(scores, by: of2566)
    #expect(rating.total.printed == ScoreRange(low: 72, high: 76))
    #expect(rating.settled?.name.th == "ต้องปรับปรุง")
    let wide = InstrumentScores(iit: 80, eit: .whole(80), oit: ScoreRange(low: 50, high: 90))
    #expect(Rating(wide, by: of2566).doubts == [.openItems])
  }

  @Test(
    "A band begins at its printed figure",
    arguments: [
      (84.994, "ต้องปรับปรุง"), (84.995, "ผ่านดี"), (85.0, "ผ่านดี"), (69.99, "ต้องปรับปรุงโดยด่วน"), (70.0, "ต้องปรับปรุง"),
      (100, "ผ่านดีเยี่ยม"), (0, "ต้องปรับปรุงโดยด่วน"),
    ])
  func cuts(score: Double, name: String) {
    let scores = InstrumentScores(iit: score, eit: .parts(first: score, second: score), oit: ScoreRange(score))
    #expect(Rating(scores, by: of2566).settled?.name.th == name)
  }

  @Test("An edition without bands has no rating, one without weights no total")
  func nothingKnown() {
    let source = RuleSource(seen: [], confidence: "low")
    let empty = Rating(
      InstrumentScores(iit: 90), by: Scoring(item: "all-or-nothing", weights: [], bands: [], source: source))
    #expect(empty.possible.isEmpty)
    #expect(empty.total == ScoreRange(0))
  }

  @Test("An instrument of which an indicator is missing has no mean, and the gap is named")
  func gaps() {
    let indicators = IndicatorScores([1: 90, 2: 80, 3: 85, 5: 70, 9: 100, 10: 50])
    #expect(indicators.mean(of: "IIT") == nil)
    #expect(indicators.mean(of: "OIT") == 75)
    #expect(indicators.gaps == [4])
  }
}

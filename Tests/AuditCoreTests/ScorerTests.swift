import AuditCore
import Testing

/// The arithmetic of official results (seeds 002 and 003): plain means of items, sub-indicators and indicators.
@Suite("Scores")
struct ScorerTests {
  @Test("The items that one town got nothing for in 2566 give its official 80.50, 55.00 and 67.75")
  func officialResultOf2566() {
    let edition = EditionSketch.of2566
    let failed: Set = ["O10", "O12", "O28", "O29", "O30", "O31", "O35", "O36", "O37", "O42", "O43"]
    let score = Scorer(edition: edition).score(EditionSketch.verdicts(edition, failed: failed))
    #expect(score.byIndicator.map(\.score) == [80.5, 55])
    #expect(score.oit == 67.75)
    #expect(score.oitHigh == 67.75)
  }

  @Test("One of nine items missing gives 97.78 for its indicator, as printed for 2564")
  func officialResultOf2564() {
    let edition = EditionSketch.edition(
      year: 2564,
      [("9", [("9.1", 9), ("9.2", 8), ("9.3", 7), ("9.4", 4), ("9.5", 5)]), ("10", [("10.1", 8), ("10.2", 2)])])
    let score = Scorer(edition: edition).score(EditionSketch.verdicts(edition, failed: ["O1"]))
    #expect(score.byIndicator.map(\.score) == [97.78, 100])
    #expect(score.oit == 98.89)
  }

  @Test(
    "What could not be judged, is not due or is waived widens the score into a range",
    arguments: [
      Verdict.unknown, .notDue, .waived,
    ])
  func openVerdicts(verdict: Verdict) {
    let edition = EditionSketch.of2566
    var verdicts = EditionSketch.verdicts(edition, failed: [])
    verdicts["O39"] = verdict
    let score = Scorer(edition: edition).score(verdicts)
    #expect(score.oit == 95)
    #expect(score.oitHigh == 100)
  }

  @Test("Every item's points add up to 100", arguments: [2566])
  func pointsAddUp(year: Int) {
    let edition = EditionSketch.of2566
    let scorer = Scorer(edition: edition)
    let sum = edition.items.reduce(0) { $0 + scorer.points(ofItemIn: $1.sub) }
    #expect(abs(sum - 100) < 1e-9)
    #expect(scorer.points(ofItemIn: "9.1") == 1)
    #expect(scorer.points(ofItemIn: "10.1") == 3.125)
    #expect(scorer.points(ofItemIn: "10.2") == 5)
    #expect(scorer.points(ofItemIn: "11.1") == 0)
  }
}

import AuditCore
import Testing

/// What mending brings, and the cheapest way to a target.
@Suite("Plans")
struct RatingPlanTests {
  private let edition = EditionSketch.of2566
  private let failed: Set = ["O10", "O12", "O28", "O29", "O30", "O31", "O35", "O36", "O37", "O42", "O43"]

  private var plan: ScorePlan {
    ScorePlan(edition: edition, verdicts: EditionSketch.verdicts(edition, failed: failed))
  }

  @Test("Seed 002: the items that got nothing leave 67.75, and every item's points are told")
  func points() {
    #expect(plan.oit.printed == ScoreRange(67.75))
    #expect(plan.gaps.prefix(2).map(\.number) == ["O42", "O43"])
    #expect(plan.gaps.last?.number == "O10")
    #expect(plan.gaps.reduce(0) { $0 + edition.points(of: $1) } == 32.25)
  }

  @Test("Mending O12 and O31 brings 1.25 and 3.125 points, and leaves the plan as it was")
  func whatIf() {
    #expect(plan.mended(["O12", "O31"]).oit.printed == ScoreRange(72.13))
    #expect(plan.oit.printed == ScoreRange(67.75))
    #expect(plan.mended(["O1"]).oit == plan.oit)
  }

  @Test("The fewest items to OIT 85 are the costliest ones")
  func fewest() {
    let target = ScoreTarget(85, of: plan, with: InstrumentScores(oit: plan.oit))
    #expect(target.measure == .oit)
    #expect(abs(target.needed - 17.245) < 1e-9)
    #expect(plan.cheapest(bringing: target.needed)?.map(\.number) == ["O31", "O35", "O36", "O42", "O43"])
  }

  @Test("A target of the total asks OIT for its share; one that is out of reach is said to be")
  func total() {
    let edition = RatingRules.with(RatingRules.wordsScoring, edition)
    let plan = ScorePlan(edition: edition, verdicts: EditionSketch.verdicts(edition, failed: failed))
    let scores = InstrumentScores(iit: 82.112, eit: .whole(79.12333333), oit: plan.oit)
    let near = ScoreTarget(80, of: plan, with: scores)
    #expect(near.measure == .total)
    let items = plan.cheapest(bringing: near.needed)
    #expect(items?.map(\.number) == ["O31", "O42", "O43"])
    let far = ScoreTarget(90, of: plan, with: scores)
    #expect(plan.cheapest(bringing: far.needed) == nil)
    let reached = ScoreTarget(75.47, of: plan, with: scores)
    #expect(reached.needed == 0)
    #expect(plan.cheapest(bringing: reached.needed)?.isEmpty == true)
  }

  @Test("What could not be judged is no gap to mend and keeps the range open")
  func openItems() {
    var verdicts = EditionSketch.verdicts(edition, failed: ["O1"])
    verdicts["O39"] = .unknown
    let plan = ScorePlan(edition: edition, verdicts: verdicts)
    #expect(plan.oit.printed == ScoreRange(low: 94, high: 99))
    #expect(plan.gaps.map(\.number) == ["O1"])
    #expect(plan.open.map(\.number) == ["O39"])
    #expect(plan.cheapest(bringing: 2) == nil)
  }

  @Test("Costs change the choice: the dear item gives way to cheap ones")
  func costs() {
    let cheap = plan.cheapest(bringing: 5, costs: ["O42": 9, "O43": 9, "O31": 4, "O35": 4, "O36": 4, "O37": 4])
    #expect(cheap?.map(\.number) == ["O28", "O29"])
  }

  @Test("The choice is the cheapest of all subsets", arguments: 1...60)
  func exhaustive(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let worth = [1, 1.25, 2.5, 3.125, 5, 100.0 / 70]
    let offers = (0..<(1 + next(9))).map { place in
      CheapestChoice.Offer(id: "\(place)", cost: 1 + next(4), points: worth[next(worth.count)])
    }
    let needed = Double(next(1_500)) / 100 + 0.01
    var best: (cost: Int, points: Double, count: Int)?
    for set in 0..<(1 << offers.count) {
      let chosen = offers.indices.filter { set >> $0 & 1 == 1 }.map { offers[$0] }
      let points = chosen.reduce(0) { $0 + $1.points }
      guard points >= needed - 1e-9 else { continue }
      let cost = chosen.reduce(0) { $0 + $1.cost }
      let isBetter =
        best.map { known in
          if cost != known.cost { return cost < known.cost }
          if abs(points - known.points) > 1e-9 { return points > known.points }
          return chosen.count < known.count
        } ?? true
      if isBetter { best = (cost, points, chosen.count) }
    }
    let found = CheapestChoice(offers).reaching(needed)
    #expect((found == nil) == (best == nil))
    guard let found, let best else { return }
    let chosen = offers.filter { found.contains($0.id) }
    #expect(chosen.reduce(0) { $0 + $1.cost } == best.cost)
    #expect(abs(chosen.reduce(0) { $0 + $1.points } - best.points) < 1e-9)
    #expect(chosen.count == best.count)
  }

  @Test("Results of items are read as people write them")
  func results() throws {
    let results = try ItemResults(text: "O10=missing, o12 = 0\nข้อ ๓๑:มี; O42=ไม่ครบ;O43", edition: edition)
    #expect(results.verdicts == ["O10": .missing, "O12": .missing, "O31": .met, "O42": .partial, "O43": .missing])
    #expect(results.verdicts(for: edition, others: .met).count == 43)
  }

  @Test(
    "What is no result is refused and named",
    arguments: [
      ("O99=met", ItemResults.Fault.unknownItem("O99")), ("hello", .unknownItem("hello")),
      ("O10=perhaps", .unknownResult(item: "O10", result: "perhaps")), ("O10=met,10=missing", .twice("O10")),
      (" ,;", .nothing), ("", .nothing),
    ])
  func faults(text: String, fault: ItemResults.Fault) {
    #expect(throws: fault) { try ItemResults(text: text, edition: edition) }
  }
}

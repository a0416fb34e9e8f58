import RulePacks
import Testing

struct FixtureTests {
  @Test("A small faultless folder loads")
  func loads() throws {
    let reading = RulePackLoader.read(RuleFixture.files())
    #expect(reading.faults.isEmpty, "\(reading.faults.map { $0.line(in: .en) })")
    let rules = try #require(reading.rules)
    #expect(rules.editions.map(\.year) == [2566])
    #expect(rules.vocabulary.concepts.count == 2)
  }
}

import AuditCore
import RulePacks
import Testing

/// Editions that take over what another edition says of the same concept.
struct TakeoverTests {
  /// An edition of one item that joins both of the fixture's concepts and says little itself.
  private func joined(_ lines: String = "") -> String {
    """
    edition: 2567
    instrument: OIT
    title: {th: รายการ, en: List}
    confidence: draft
    source: {seen: [BG], confidence: low}
    like: [2566]
    due: {day: 04-30, confidence: inferred}
    scoring: {item: partial-unknown, weights: {}, bands: [], source: {seen: [], confidence: low}}
    indicators:
      - {id: "9", title: {th: ก, en: A}, subIndicators: [{id: "9.1", title: {th: ก, en: A}, items: 1}]}
    items:
      - number: O1
        key: joined
        concepts: [structure, news]
        title: {th: โครงสร้างและข่าว, en: Structure and news}
        sub: "9.1"
        source: {seen: [BG], confidence: low}
    \(lines)

    """
  }

  private func item(_ lines: String = "") throws -> ItemRule {
    let reading = RulePackLoader.read(
      RuleFixture.files(editions: ["2566": RuleFixture.edition, "2567": joined(lines)]))
    #expect(reading.faults.isEmpty, "\(reading.faults.map { $0.line(in: .en) })")
    return try #require(reading.rules?.editions.last?.items.first)
  }

  @Test("Elements of joined items keep where they come from and are only told")
  func joinedElements() throws {
    let item = try item()
    #expect(item.elements.map(\.id) == ["structure.chart", "news.news"])
    #expect(item.elements.map(\.concept) == ["structure", "news"])
    #expect(item.elements.allSatisfy { $0.need == .should && $0.source?.confidence == "inferred" })
    #expect(item.kind == .page)
    #expect(item.remedy.en == "Show the chart · Post news")
    #expect(item.responsible == "สำนักปลัด")
  }

  @Test("The period is that of the first concept, and without one nothing is due")
  func period() throws {
    #expect(try item().period.covers == .undated)
    #expect(try item().due == nil)
    let dated = try item("    period: {covers: in-year}")
    #expect(dated.due == DueDate(month: 4, day: 30, confidence: "inferred"))
  }

  @Test("Elements can be kept as needed, dropped and added")
  func changes() throws {
    let item = try item(
      """
          elements:
            must: [structure.chart]
            drop: [news.news]
            add: [{id: extra, need: must, type: date, th: วันที่, en: Date}]
      """)
    #expect(item.elements.map(\.id) == ["structure.chart", "extra"])
    #expect(item.elements.map(\.need) == [.must, .must])
  }

  @Test("An element that is not there to take over is told")
  func unknownElement() {
    let lines = "    elements: {must: [chart]}"
    let files = RuleFixture.files(editions: ["2566": RuleFixture.edition, "2567": joined(lines)])
    let faults = RulePackLoader.read(files).faults
    #expect(faults.map(\.key) == ["items[0].elements.must"])
    #expect(faults.map(\.line) == [18])
  }
}

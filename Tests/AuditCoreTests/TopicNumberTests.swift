import AuditCore
import Testing

/// Item numbers: only with the list of their year, never against the words.
@Suite("Item numbers of topics")
struct TopicNumberTests {
  private func topic(_ text: String, year: Int?, row: [String] = []) -> TopicMatch? {
    let mention = Mention(text: text, surroundings: row, address: "/a", numberingYear: year)
    return TopicRules.matcher.opinion(on: mention).topic
  }

  @Test(
    "A number alone counts with the list of its page's year", arguments: [(2565, "annual_report"), (2566, "action_6m")])
  func readsNumberWithYear(_ year: Int, _ concept: String) {
    #expect(topic("O12", year: year)?.concept == ConceptID(concept))
  }

  @Test("A number without a year says nothing")
  func needsYear() {
    #expect(topic("O12", year: nil) == nil)
  }

  @Test("A number in the row counts for a link that says nothing")
  func readsNumberOfRow() {
    #expect(topic("เปิด", year: 2566, row: ["O31", "เปิด"])?.concept == "no_gift_policy")
  }

  @Test("A number in the head of an accordion counts for a link in it that says nothing")
  func readsNumberOfHead() {
    let mention = Mention(text: "ดูเอกสาร", headings: ["O31 นโยบาย"], address: "/a", numberingYear: 2566)
    #expect(TopicRules.matcher.opinion(on: mention).topic?.concept == "no_gift_policy")
  }

  @Test("The name wins over a number that is another item's, and the answer says so")
  func nameWins() {
    let topic = topic("O12 รายงานผลการดำเนินงานประจำปี", year: 2566)
    #expect(topic?.concept == "annual_report")
    #expect(topic?.reasons.contains { $0.contains("เป็นเรื่องอื่น") } == true)
  }

  @Test("A number that agrees with the name raises its confidence")
  func agreeingNumberSupports() {
    let alone = topic("แผนป้องกันการทุจริตของเทศบาลฉบับทบทวนใหม่", year: nil)?.confidence ?? 0
    let numbered = topic("O36 แผนป้องกันการทุจริตของเทศบาลฉบับทบทวนใหม่", year: 2566)?.confidence ?? 0
    #expect(numbered > alone)
  }

  @Test(
    "The year of a list is read from its title", arguments: [("ITA 2566", 2566), ("OIT ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", 2565)])
  func readsListYear(_ title: String, _ year: Int) {
    #expect(ItemNumbering.year(in: title) == year)
  }

  @Test("A year without the assessment's name is no list's year")
  func plainYearIsNoList() {
    #expect(ItemNumbering.year(in: "ข่าวประชาสัมพันธ์ ปี 2566") == nil)
    #expect(ItemNumbering.year(in: "facilitate 2566 and many other words of a very long english heading") == nil)
  }
}

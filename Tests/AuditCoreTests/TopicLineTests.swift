import AuditCore
import Testing

/// `rules match`: item, fiscal year, and whether it is the year asked for.
@Suite("Line matcher")
struct TopicLineTests {
  @Test("The item is the topic, whatever the year of the text")
  func itemIgnoresYear() throws {
    let answer = try #require(TopicRules.line(2566)).answer(text: "แผนดำเนินงานประจำปีงบประมาณ พ.ศ. 2561")
    #expect(answer.item == "O11")
    #expect(answer.fiscalYear == 2561)
    #expect(answer.current == false)
    #expect(answer.concepts.contains("action_plan"))
  }

  @Test(
    "Current follows the period of the item",
    arguments: [
      ("รายงานผลการดำเนินงานประจำปี 2565", true), ("รายงานผลการดำเนินงานประจำปี 2566", false),
      ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)", true), ("แผนพัฒนาสี่ปี (พ.ศ. 2561-2564)", false),
      ("สรุปผลการจัดซื้อจัดจ้าง เดือนตุลาคม 2565", true), ("สรุปผลการจัดซื้อจัดจ้าง เดือนตุลาคม 2566", false),
      ("ประกาศนโยบาย No Gift Policy ปี ๖๖", true), ("รายงานผลตามนโยบาย No Gift Policy ปีงบประมาณ 2565", true),
    ])
  func currentByPeriod(_ text: String, _ current: Bool) throws {
    #expect(try #require(TopicRules.line(2566)).answer(text: text).current == current)
  }

  @Test("Without a year nothing is said of how current it is; the year of a law is not its year")
  func noYear() throws {
    let matcher = try #require(TopicRules.line(2566))
    #expect(matcher.answer(text: "แผนดำเนินงานประจำปี").current == nil)
    let law = matcher.answer(text: "พระราชบัญญัติเทศบาล พ.ศ. 2496")
    #expect(law.item == "O6")
    #expect(law.current == nil)
    #expect(matcher.answer(text: "งานลอยกระทง ปี 2566").current == nil)
  }

  @Test(
    "The same topic has the number of the asked edition",
    arguments: [(2564, "O12"), (2565, "O12"), (2566, "O13"), (2567, "O9"), (2568, "O7"), (2569, "O7")])
  func numbersByEdition(_ edition: Int, _ item: String) throws {
    #expect(try #require(TopicRules.line(edition)).answer(text: "รายงานผลการดำเนินงานประจำปี").item == item)
  }

  @Test("A topic that is no item of the edition has no item, but its concept")
  func topicWithoutItem() throws {
    let answer = try #require(TopicRules.line(2566)).answer(text: "การเสริมสร้างวัฒนธรรมองค์กร")
    #expect(answer.item == nil)
    #expect(answer.concepts == ["org_culture"])
    #expect(try #require(TopicRules.line(2565)).answer(text: "การเสริมสร้างวัฒนธรรมองค์กร").item == "O38")
  }

  @Test("The judged fiscal year moves the asked years")
  func judgedYearMoves() throws {
    let matcher = try #require(TopicRules.line(2566, fiscalYear: 2567))
    #expect(matcher.answer(text: "แผนดำเนินงาน ปีงบประมาณ 2567").current == true)
    #expect(matcher.answer(text: "รายงานผลการดำเนินงานประจำปี 2566").current == true)
  }

  @Test("The number of the line's own list supports the name", arguments: ["ITA 2566"])
  func contextGivesTheList(_ context: String) throws {
    let matcher = try #require(TopicRules.line(2566))
    #expect(matcher.answer(text: "O31", context: context).item == "O31")
    #expect(matcher.answer(text: "O31").item == nil)
    #expect(matcher.answer(text: "O34", context: "ITA 2565").item == "O31")
  }

  @Test("An edition the pack does not have is no matcher")
  func unknownEdition() {
    #expect(TopicRules.line(2550) == nil)
  }
}

import AuditCore
import Testing

/// Addresses made from titles by content systems, where the link itself says nothing.
@Suite("Words of addresses")
struct TopicSlugTests {
  @Test(
    "A slug says what a link without words leads to, whatever numbers stand around it",
    arguments: [
      ("/files/no-gift-policy-817.pdf", "no_gift_policy"), ("/oit66/action-plan_2566.pdf", "action_plan"),
      ("/anti-corruption-plan-171.pdf", "anticorr_plan"), ("/2566/05/privacy_policy/", "privacy"),
      ("/o31-no-gift-policy-announcement", "no_gift_policy"), ("/page/webboard.php", "qa"),
    ])
  func slugs(_ address: String, _ concept: String) {
    #expect(TopicRules.topic("เปิด", address: address)?.description == concept)
  }

  @Test(
    "An item number counts with the year of its list",
    arguments: [
      ("/ita-2566-o12", "action_6m"), ("/ita-2565-o12", "annual_report"), ("/ita/2566/o31", "no_gift_policy"),
      ("/oit2023/O31.pdf", "no_gift_policy"),
    ])
  func numbers(_ address: String, _ concept: String) {
    #expect(TopicRules.topic("รายละเอียด", address: address)?.description == concept)
  }

  @Test(
    "Without the year, without the list or with two of them a number says nothing",
    arguments: ["/uploads/2566/o12.pdf", "/ita/o12", "/ita-2565-2566-o12", "/ita-2566-o12-o13", "/ita-2566-o120"])
  func unsureNumbers(_ address: String) {
    #expect(TopicRules.topic("เปิด", address: address) == nil)
  }

  @Test("Neither a slug nor a number speaks against the words")
  func wordsFirst() {
    #expect(TopicRules.topic("แข่งขันกีฬาหมู่บ้าน", address: "/no-gift-policy") == nil)
    #expect(TopicRules.topic("แผนการจัดซื้อจัดจ้าง", address: "/ita-2566-o12")?.description == "proc_plan")
  }

  @Test("What counts how often a file was fetched is no name: the row beside it is")
  func counters() {
    let mention = Mention(
      text: "ดาวน์โหลด (ดาวน์โหลด 248 ครั้ง)", surroundings: ["O3", "อำนาจหน้าที่"], address: "/x?id=9")
    #expect(TopicRules.matcher.topics(of: mention).first?.concept == "authority")
  }
}

/// Names of a part or a kin of a duty.
@Suite("Narrow names")
struct TopicNarrowTests {
  @Test("A plan of training is about the personnel plan, less surely than the plan's own name")
  func narrow() throws {
    func match(_ text: String) throws -> TopicMatch {
      try #require(TopicRules.matcher.topics(of: Mention(text: text, address: "/p/1", region: .navigation)).first)
    }
    let kin = try match("แผนพัฒนาบุคลากร 3 ปี")
    let own = try match("แผนการบริหารทรัพยากรบุคคล")
    #expect(kin.concept == own.concept)
    #expect(kin.isAccepted)
    #expect(kin.confidence < 0.75)
    #expect(own.confidence > 0.9)
  }

  @Test("Plan and report of spending are items of their own in 2565 and belong to those of operations in 2566")
  func spending() throws {
    let old = try #require(TopicRules.line(2565))
    let new = try #require(TopicRules.line(2566))
    for (text, own, kin) in [
      ("แผนการใช้จ่ายงบประมาณประจำปี", "O18", "O11"), ("รายงานผลการใช้จ่ายงบประมาณประจำปี", "O20", "O13"),
      ("รายงานการกำกับติดตามการใช้จ่ายงบประมาณประจำปี รอบ 6 เดือน", "O19", "O12"),
    ] {
      #expect(old.answer(text: text).item == own)
      #expect(new.answer(text: text).item == kin)
    }
  }

  @Test(
    "A six-month report on personnel is not the annual one",
    arguments: [
      ("รายงานการดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล รอบ 6 เดือน", "hr_action"),
      ("รายงานความก้าวหน้าการดำเนินการตามแผนบริหารทรัพยากรบุคคล", "hr_action"),
      ("รายงานผลการดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล ประจำปี", "hr_report"),
      ("การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล", "hr_action"),
    ])
  func personnel(_ text: String, _ concept: String) {
    #expect(TopicRules.topic(text)?.description == concept)
  }
}

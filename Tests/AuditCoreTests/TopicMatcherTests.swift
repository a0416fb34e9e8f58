import AuditCore
import Testing

/// What single texts are recognised as.
@Suite("Topics")
struct TopicMatcherTests {
  @Test(
    "A title is recognised as the field writes it",
    arguments: [
      ("โครงสร้างการแบ่งส่วนราชการ", "structure"), ("ทำเนียบผู้บริหาร", "executives"),
      ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)", "strategic_plan"), ("กฏหมายที่เกี่ยวข้อง", "law"),
      ("กระดานถาม-ตอบ", "qa"), ("แผนดําเนินงานประจําปี", "action_plan"), ("แบบ สขร.1 เดือนมกราคม", "proc_monthly"),
      ("ประกาศผู้ชนะการเสนอราคา ซื้อวัสดุสำนักงาน", "proc_announce"), ("งดรับ งดให้", "no_gift_policy"),
      ("ประมวลผลจริยธรรม", "ethics_code"), ("สรุปผลจัดซื้อจัดจ้างเดือนมีนาคม", "proc_monthly"),
      ("รายงานผลดำเนินงานประจำปี", "annual_report"),
    ])
  func recognises(_ text: String, _ concept: String) {
    #expect(TopicRules.topic(text) == ConceptID(concept))
  }

  @Test(
    "A report on a plan is not the plan, and a half year is not the year",
    arguments: [
      ("แผนปฏิบัติการป้องกันการทุจริต", "anticorr_plan"),
      ("รายงานผลตามแผนปฏิบัติการป้องกันการทุจริต", "anticorr_report"),
      ("รายงานผลตามแผนปฏิบัติการป้องกันการทุจริต รอบ 6 เดือน", "anticorr_6m"),
      ("นโยบายการบริหารทรัพยากรบุคคล", "hr_policy"),
      ("การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล", "hr_action"),
      ("รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล", "hr_report"),
      ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "integrity_measures"),
      ("การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", "integrity_measures_result"),
      ("การสร้างวัฒนธรรม No Gift Policy", "no_gift_culture"), ("รายงานผลตามนโยบาย No Gift Policy", "no_gift_report"),
    ])
  func tellsPlanFromReport(_ text: String, _ concept: String) {
    #expect(TopicRules.topic(text) == ConceptID(concept))
  }

  @Test(
    "News and notices that only mention words of an item are no match",
    arguments: [
      "ตรวจโครงสร้างสะพานชำรุด หมู่ที่ 5", "ประกวดคำขวัญต้านการทุจริต", "อบรมจริยธรรมเยาวชนภาคฤดูร้อน",
      "มอบของขวัญวันเด็กแห่งชาติ", "คณะผู้บริหารลงพื้นที่เยี่ยมผู้ประสบภัย", "ประชุมคณะกรรมการพัฒนาแผนพัฒนาท้องถิ่น",
      "รับสมัครบุคคลเพื่อเลือกสรรเป็นพนักงานจ้าง", "แบบสอบถามความพึงพอใจ", "แผนอัตรากำลัง 3 ปี", "คำถามที่พบบ่อย (FAQ)",
      "โครงสร้างพื้นฐาน", "ร้องเรียนร้องทุกข์",
    ])
  func passesOverNews(_ text: String) {
    #expect(TopicRules.topic(text) == nil)
  }

  @Test("A name that is misspelt is still found, and the answer says so")
  func findsMisspelt() throws {
    let mention = Mention(text: "รายงานผลการสำรวจความพึงพอใจการไห้บริการ", address: "/a")
    let topic = try #require(TopicRules.matcher.opinion(on: mention).topic)
    #expect(topic.concept == "satisfaction")
    let near = Mention(text: "หลักเกณฑ์การบริหารเเละพัฒนาทรัพยกรบุคคล", address: "/a")
    let found = try #require(TopicRules.matcher.opinion(on: near).topic)
    #expect(found.concept == "hr_criteria")
  }

  @Test("A file name cut in the middle of a word is completed")
  func completesCutNames() {
    #expect(TopicRules.topic("สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัส....pdf") == "proc_monthly")
  }

  @Test("A slug without upper and lower vowels says what it leads to")
  func readsLooseSlugs() {
    let address = "https://sites.google.com/view/town/ita/o15-คมอหรอมาตรฐานการใหบรการ"
    #expect(TopicRules.topic("เปิด", address: address) == "service_manual")
    #expect(TopicRules.topic("คมอหรอมาตรฐานการใหบรการ", address: nil) == "service_manual")
  }

  @Test("A module name in base64 says what a link without words leads to")
  func readsBase64() {
    #expect(TopicRules.topic("คลิกที่นี่", address: "https://a.example/index.php?_mod=d2ViYm9hcmQ") == "qa")
  }

  @Test("An address never speaks against the words")
  func wordsBeatAddresses() {
    #expect(TopicRules.topic("ประวัติความเป็นมา", address: "/Pages/contact") == nil)
    #expect(TopicRules.topic("แผนพัฒนาท้องถิ่น", address: "/Pages/contact") == "strategic_plan")
  }

  @Test("A file under the news folder is not the news")
  func foldersSayLittle() {
    #expect(TopicRules.topic("1_67809b99.pdf", address: "/storage/news/80-f033/attach/1_67809b99.pdf") == nil)
  }

  @Test("Where the link says nothing, its row does, but not the criteria pasted into it")
  func readsRows() {
    let criteria = "แสดงแผนดำเนินงานที่มีข้อมูลรายละเอียดประกอบด้วย โครงการหรือกิจกรรม งบประมาณที่ใช้ ช่องทางการติดต่อ"
    let row = Mention(
      text: "เปิด", surroundings: ["O4", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", criteria], address: "/view?id=4")
    #expect(TopicRules.matcher.opinion(on: row).topic?.concept == "strategic_plan")
    let bare = Mention(text: "เปิด", surroundings: [criteria], address: "/view?id=4")
    #expect(TopicRules.matcher.opinion(on: bare).topic == nil)
  }

  @Test("Criteria behind an enumeration do not count as the name")
  func cutsEnumerations() {
    let text = "ข้อมูลผู้บริหาร (1) ชื่อ-นามสกุล (2) ตำแหน่ง (3) ช่องทางการติดต่อ"
    #expect(TopicRules.topic(text) == "executives")
  }

  @Test("Hostile and odd texts are answered without a match")
  func survivesOddTexts() {
    for text in ["", " ", "…", "(((((1)(2)", String(repeating: "แผน", count: 5_000), "\u{0}\u{FFFD}%%%", "ำำำ"] {
      #expect(TopicRules.topic(text, address: "%%%E0%B8?=&=/%") == nil)
    }
  }

  @Test("The ranked list gives reasons and falling confidence")
  func ranksWithReasons() {
    let mention = Mention(text: "ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม", address: "/a", region: .navigation)
    let topics = TopicRules.matcher.topics(of: mention)
    #expect(topics.first?.concept == "ethics_code")
    #expect(topics.allSatisfy { !$0.reasons.isEmpty && (0...1).contains($0.confidence) })
    #expect(zip(topics, topics.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
  }
}

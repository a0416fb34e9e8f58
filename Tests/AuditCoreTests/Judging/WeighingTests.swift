import AuditCore
import Testing

/// What the town puts forward this year decides, not whatever satisfies a few words.
@Suite("Weighing what may disclose an item")
struct WeighingTests {
  private static let criteria = [
    "หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล ประจำปีงบประมาณ พ.ศ. 2566", "1. หลักเกณฑ์การสรรหาและคัดเลือกบุคลากร",
    "2. หลักเกณฑ์การบรรจุและแต่งตั้งบุคลากร", "3. หลักเกณฑ์การพัฒนาบุคลากร", "4. หลักเกณฑ์การประเมินผลการปฏิบัติงาน",
    "5. หลักเกณฑ์การให้คุณให้โทษและการสร้างขวัญกำลังใจ",
  ]
  private static let manual = [
    "คู่มือการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "วิธีการร้องเรียน: ยื่นหนังสือหรือโทรศัพท์",
    "ขั้นตอนการจัดการเรื่องร้องเรียน: รับเรื่อง สอบสวน แจ้งผล", "ส่วนงานที่รับผิดชอบ: งานนิติการ", "ระยะเวลาดำเนินการ 30 วัน",
  ]

  @Test("An article whose attached scan cannot be read is unknown, not partial")
  func articleWithScan() {
    var site = SiteSketch()
    let name = "หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล ปี 2566"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "news/1")])
    site.page(
      "news/1", [name, "ขอเชิญสมัครเพื่อสรรหาเป็นพนักงานจ้าง และเรื่องอื่น ๆ ที่เป็นข่าวของเทศบาลในสัปดาห์นี้"],
      links: [SiteSketch.link("เอกสารแนบ", to: "files/1.pdf")])
    site.scan("files/1.pdf")
    #expect(site.item("O25")?.verdict == .unknown)
    #expect(site.item("O25")?.cause == .noText)
  }

  @Test("A manual in last year's list does not stand in for this year's unreadable one")
  func olderListDoesNotShadow() {
    var site = SiteSketch()
    let name = "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [SiteSketch.link("ITA 2566", to: "ita/2566"), SiteSketch.link("ITA 2565", to: "ita/2565")])
    site.page(
      "ita/2566", ["การประเมิน ITA ประจำปี 2566"], links: [SiteSketch.link(name, to: "files/new.pdf", row: ["O27", name])])
    site.page(
      "ita/2565", ["การประเมิน ITA ประจำปี 2565"], links: [SiteSketch.link(name, to: "files/old.pdf", row: ["O29", name])])
    site.scan("files/new.pdf")
    site.file("files/old.pdf", Self.manual)
    #expect(site.item("O27")?.verdict == .unknown)
  }

  @Test("The same manual counts where no list of this year names another")
  func olderListAlone() {
    var site = SiteSketch()
    let name = "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ITA 2565", to: "ita/2565")])
    site.page(
      "ita/2565", ["การประเมิน ITA ประจำปี 2565"], links: [SiteSketch.link(name, to: "files/old.pdf", row: ["O29", name])])
    site.file("files/old.pdf", Self.manual)
    #expect(site.item("O27")?.verdict == .met)
  }

  @Test("Of older versions the newest is named")
  func newestOlderVersion() {
    var site = SiteSketch()
    let links = [2563, 2565, 2564].map {
      SiteSketch.link("หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล ปี \($0)", to: "files/\($0).pdf")
    }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("หลักเกณฑ์การบริหารงานบุคคล", to: "hr")])
    site.page("hr", ["หลักเกณฑ์การบริหารงานบุคคล"], links: links)
    for year in [2563, 2565, 2564] {
      site.file("files/\(year).pdf", Self.criteria.map { $0.replacing("2566", with: "\(year)") })
    }
    let item = site.item("O25")
    #expect(item?.verdict == .outdated)
    #expect(item?.evidence.first?.url == SiteSketch.home + "files/2565.pdf")
  }

  @Test("A broken link outweighs a paper that only shares a word with the item")
  func brokenBeforeNearMiss() {
    var site = SiteSketch()
    let name = "รายงานการรับของขวัญ ปีงบประมาณ พ.ศ. 2566"
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link("เกษตรกรรายงานกีฬาหมู่บ้านประกาศของขวัญป้าย", to: "x"), SiteSketch.link("ITA 2566", to: "ita/2566"),
      ])
    site.page("x", ["เกษตรกรรายงานกีฬาหมู่บ้านประกาศของขวัญป้าย", "ของขวัญ จำนวน รายงาน"])
    site.page(
      "ita/2566", ["การประเมิน ITA ประจำปี 2566"], links: [SiteSketch.link("เปิด", to: "gone", row: ["O33", name, "เปิด"])])
    site.redirect("gone", to: "")
    #expect(site.item("O33")?.verdict == .broken)
  }

  @Test("The day an article was put up says nothing of a plan's years")
  func publicationDay() {
    var site = SiteSketch()
    let name = "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "plan", row: [name, "19 ธันวาคม 2565"])])
    site.page("plan", ["แผนพัฒนาท้องถิ่น", "ยุทธศาสตร์การพัฒนา เป้าหมาย ตัวชี้วัด ประกาศ ณ วันที่ 19 ธันวาคม 2565"])
    let item = site.item("O4")
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id).contains("period") == true)
    #expect(item?.period.found == nil)
  }

  @Test("The report does not depend on the order of recording but for ties")
  func sameBytes() throws {
    var site = SiteSketch()
    let links = Self.criteria.indices.map {
      SiteSketch.link("หลักเกณฑ์การบริหารทรัพยากรบุคคล ฉบับที่ \($0)", to: "f/\($0).pdf")
    }
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: links)
    for (place, line) in Self.criteria.enumerated() { site.file("f/\(place).pdf", [line, "ประจำปีงบประมาณ พ.ศ. 2566"]) }
    let first = try #require(site.report()?.items)
    let second = try #require(site.report()?.items)
    #expect(first.map { "\($0)" } == second.map { "\($0)" })
  }
}

/// A name alone, without anything of what the item asks for.
@Suite("Right name, nothing under it")
struct NameOnlyTests {
  @Test("A menu page that holds none of several elements is a near miss, not the item")
  func nearMiss() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("แผนดำเนินงานและการใช้งบประมาณประจำปี", to: "plan")])
    site.page("plan", ["แผนดำเนินงานและการใช้งบประมาณประจำปี", "ยินดีต้อนรับสู่เว็บไซต์ของเทศบาล ขอบคุณทุกท่านที่แวะมาเยี่ยมชมตลอดเวลา"])
    let item = site.item("O11")
    #expect(item?.verdict == .missing)
    #expect(item?.nearMisses.first?.url == SiteSketch.home + "plan")
  }

  @Test("Another page behind this year's row is a broken answer")
  func anotherPage() {
    var site = SiteSketch()
    let name = "นโยบายคุ้มครองข้อมูลส่วนบุคคล"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ITA 2566", to: "ita")])
    site.page("ita", ["การประเมิน ITA ประจำปี 2566"], links: [SiteSketch.link(name, to: "vision", row: ["O10", name])])
    site.page("vision", ["วิสัยทัศน์", "ประชาชนอยู่ดีมีสุข สิ่งแวดล้อมสะอาด การศึกษาทั่วถึง เศรษฐกิจชุมชนเข้มแข็ง"])
    #expect(site.item("O10")?.verdict == .broken)
  }

  @Test("A plan of the right years without any element is partial, whatever older plans hold")
  func rightYears() {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [SiteSketch.link("แผนพัฒนาท้องถิ่น", to: "new.pdf"), SiteSketch.link("ITA 2565", to: "ita")])
    site.page(
      "ita", ["การประเมิน ITA ประจำปี 2565"],
      links: [SiteSketch.link("แผนพัฒนาท้องถิ่น", to: "old.pdf", row: ["O4", "แผนพัฒนาท้องถิ่น"])])
    site.file("new.pdf", ["แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", "คำนำ สารบัญ และภาพปก"])
    site.file("old.pdf", ["แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)", "ยุทธศาสตร์ เป้าหมาย ตัวชี้วัด"])
    #expect(site.item("O4")?.verdict == .partial)
  }

  @Test("The head of the list of 2566 says nothing against the report of 2565 that it holds")
  func headOfList() {
    var site = SiteSketch()
    let name = "รายงานผลการดำเนินการป้องกันการทุจริตประจำปี"
    let link = Link(
      target: SiteSketch.url("private/r.pdf"), rawTarget: "private/r.pdf", text: name,
      headings: ["การประเมิน ITA ประจำปี 2566"])
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ITA 2566", to: "ita/2566")])
    site.page("ita/2566", ["การประเมิน ITA ประจำปี 2566"], links: [link])
    site.forbidden("private/r.pdf")
    #expect(site.item("O38")?.verdict == .unknown)
    #expect(site.item("O38")?.cause == .robots)
  }

  @Test("News is not dated by the rules that it cites")
  func citedRule() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ข่าวประชาสัมพันธ์", to: "news", menu: ["หน้าแรก"])])
    site.page(
      "news",
      [
        "ข่าวประชาสัมพันธ์", "การปรับปรุงแผนอัตรากำลังพนักงานจ้าง",
        "อาศัยความในประกาศคณะกรรมการพนักงานเทศบาล เรื่อง หลักเกณฑ์และเงื่อนไขเกี่ยวกับการบริหารงานบุคคล ลงวันที่ ๓ ธันวาคม ๒๕๔๕ ข้อ ๑๔",
      ])
    let item = site.item("O7")
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id).contains("period") == true)
    #expect(item?.period.found == nil)
  }

  @Test("A paper of the list that is called by the name of the item and says nothing of it lacks its element")
  func nameAlone() {
    var site = SiteSketch()
    let link = SiteSketch.link("คลิกที่นี่", to: "code.pdf", row: ["O39", "ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ"])
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("ITA 2566", to: "ita/2566")])
    site.page("ita/2566", ["การประเมิน ITA ประจำปี 2566"], links: [link])
    site.file("code.pdf", ["ประมวลจริยธรรมพนักงานของเทศบาลเรา", "เทศบาลขอเผยแพร่ให้ทราบโดยทั่วกัน"])
    #expect(site.item("O39")?.verdict == .partial)
    #expect(site.item("O39")?.missingElements.map(\.id) == ["code"])
  }
}

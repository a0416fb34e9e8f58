import AuditCore
import Testing

@Suite("Items that must agree, and whose paper it is")
struct AgreementTests {
  private static let plan = [
    "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566", "ลำดับที่ 1 โครงการซ่อมแซมถนนสายบ้านเหนือ", "ลำดับที่ 2 โครงการขุดลอกคลองชลประทาน",
    "ลำดับที่ 3 โครงการคัดแยกขยะต้นทาง", "งบประมาณ 550,000 บาท", "ระยะเวลาดำเนินการ ตุลาคม 2565 ถึง กันยายน 2566",
  ]

  private func item(_ number: String, report: [String], readability: Readability = .readable) -> ItemReport? {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link("แผนดำเนินงานและการใช้งบประมาณประจำปี 2566", to: "plan.pdf"),
        SiteSketch.link("รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 6 เดือน", to: "report.pdf"),
      ])
    site.file("plan.pdf", Self.plan)
    site.file("report.pdf", report, readability: readability)
    return site.item(number)
  }

  private static let head = "รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณ รอบ 6 เดือน (1 ตุลาคม 2565 - 31 มีนาคม 2566)"

  @Test("A project of the plan that the report leaves out is named")
  func leftOut() {
    let found = item(
      "O12",
      report: [
        Self.head, "โครงการซ่อมแซมถนนสายบ้านเหนือ ดำเนินการแล้ว เบิกจ่าย 1,000 บาท", "โครงการคัดแยกขยะต้นทาง อยู่ระหว่างดำเนินการ",
      ])
    #expect(found?.verdict == .partial)
    #expect(found?.missingElements.map(\.th) == ["โครงการขุดลอกคลองชลประทาน"])
    #expect(found?.evidence.contains { $0.url.hasSuffix("plan.pdf") } == true)
  }

  @Test("A name with a letter misread is the same name")
  func misread() {
    let found = item(
      "O12",
      report: [
        Self.head, "โครงการซ่อมแซมถนนสายบานเหนือ ดำเนินการแล้ว เบิกจ่าย 1,000 บาท", "โครงการคัดแยกขยะต้นทาง",
        "โครงการขุดลอกคลองชลประทาน",
      ])
    #expect(found?.verdict == .met)
  }

  @Test("Where letters are lost no gap is made of names, and the verdict is less sure")
  func damaged() {
    let found = item("O12", report: [Self.head, "ดำเนินการแล้ว เบิกจ่าย 1,000 บาท"], readability: .damaged)
    #expect(found?.verdict == .met)
    #expect(found.map { $0.confidence < 0.8 } == true)
  }

  @Test("The act itself is not the town's own policy")
  func act() {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("นโยบายคุ้มครองข้อมูลส่วนบุคคล", to: "act.pdf")])
    site.file(
      "act.pdf",
      ["พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562"] + (1...12).map { "มาตรา \($0) การเก็บรวบรวม ใช้ หรือเปิดเผยข้อมูลส่วนบุคคล" })
    #expect(site.item("O10").map { $0.verdict == .met } == false)
  }

  @Test("A page of services whose form is one click deeper is a channel, a form to print is none")
  func forms() {
    func verdict(_ target: String) -> Verdict? {
      var site = SiteSketch()
      site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link("บริการออนไลน์ E-Service", to: "e")])
      site.page("e", ["บริการออนไลน์ E-Service", "ยื่นคำร้องออนไลน์ได้ที่นี่"], links: [SiteSketch.link("คำร้องทั่วไป", to: target)])
      site.page("apply", ["คำร้องทั่วไป", "กรอกข้อมูลให้ครบถ้วน"])
      return site.item("O18")?.verdict
    }
    #expect(verdict("apply") == .met)
    #expect(verdict("form.pdf") == .partial)
  }

  @Test("A paper about a channel is no channel")
  func paperAboutChannel() {
    var site = SiteSketch()
    let name = "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "c.pdf")])
    site.file("c.pdf", [name, "แจ้งเบาะแสการทุจริตได้ทางเว็บไซต์"])
    #expect(site.item("O28")?.verdict == .partial)
  }
}

import AuditCore
import Testing

/// Items of 2567–2569 that join several duties.
@Suite("Items that join several duties")
struct JoinedDutyTests {
  private static let code = ["ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ", "ยึดมั่นในสถาบันหลัก ซื่อสัตย์สุจริต กล้าตัดสินใจ"]
  private static let drive = [
    "การขับเคลื่อนจริยธรรม ประจำปีงบประมาณ พ.ศ. 2568", "คำสั่งแต่งตั้งคณะทำงานขับเคลื่อนจริยธรรม", "แนวปฏิบัติ Dos & Don'ts",
    "กิจกรรมอบรมคุณธรรมจริยธรรม",
  ]

  private func site(code: Bool, drive: Bool) -> SiteSketch {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link("ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ", to: "code.pdf"),
        SiteSketch.link("การขับเคลื่อนจริยธรรม ปีงบประมาณ พ.ศ. 2568", to: "drive.pdf"),
      ])
    if code { site.file("code.pdf", Self.code) } else { site.refused("code.pdf", status: 404) }
    if drive { site.file("drive.pdf", Self.drive) } else { site.refused("drive.pdf", status: 404) }
    return site
  }

  private func item(_ number: String, of site: SiteSketch, _ year: Int = 2568) -> ItemReport? {
    site.report(year: year, asOf: "\(year - 543)-06-15")?.items.first { $0.number == number }
  }

  @Test("Both duties disclosed: met, with proof of both")
  func both() {
    let item = item("O16", of: site(code: true, drive: true))
    #expect(item?.verdict == .met)
    for file in ["code.pdf", "drive.pdf"] { #expect(item?.evidence.contains { $0.url.hasSuffix(file) } == true) }
  }

  @Test("One of two is partial and names the other with its fault")
  func half() {
    let item = item("O16", of: site(code: false, drive: true))
    #expect(item?.verdict == .partial)
    #expect(item?.missingElements.map(\.id) == ["duty-ethics_code"])
    #expect(item?.missingElements.first?.th.contains("ลิงก์เสีย") == true)
    #expect(item?.nearMisses.contains { $0.url.hasSuffix("code.pdf") } == true)
  }

  @Test("None of two is what the first of them is")
  func none() {
    #expect(item("O16", of: site(code: false, drive: false))?.verdict == .broken)
    var empty = SiteSketch()
    empty.page("", ["เทศบาลตำบลตัวอย่าง"])
    #expect(item("O16", of: empty)?.verdict == .missing)
  }

  @Test("A half that could not be looked at leaves the item open")
  func unread() {
    var site = SiteSketch()
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [
        SiteSketch.link("ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ", to: "code.pdf"),
        SiteSketch.link("การขับเคลื่อนจริยธรรม ปีงบประมาณ พ.ศ. 2568", to: "drive.pdf"),
      ])
    site.file("code.pdf", Self.code)
    site.forbidden("drive.pdf")
    #expect(item("O16", of: site)?.verdict == .unknown)
    #expect(item("O16", of: site)?.cause == .robots)
  }

  @Test("One paper that names both duties discloses both")
  func onePaper() {
    var site = SiteSketch()
    let name = "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี พ.ศ. 2568"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "plan.pdf")])
    site.file(
      "plan.pdf", [name, "โครงการซ่อมแซมถนน งบประมาณ 10,000 บาท ความก้าวหน้า ร้อยละ 50 ระยะเวลา ต.ค. 67 - ก.ย. 68"])
    #expect(item("O6", of: site)?.verdict == .met)
  }

  @Test(
    "Of two names of one duty either discloses it",
    arguments: [
      ("รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ ประจำปีงบประมาณ พ.ศ. 2567", "O14"),
      ("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2567", "O14"),
      ("ความก้าวหน้าการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2567", "O16"),
    ])
  func either(_ name: String, _ number: String) {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "list.pdf")])
    site.file("list.pdf", [name, "รายการ จ้างซ่อมถนน วงเงิน 10,000 บาท วิธีเฉพาะเจาะจง"])
    #expect(item(number, of: site, 2567)?.verdict == .met)
  }
}

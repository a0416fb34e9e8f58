import AuditCore
import Testing

@Suite("Declared answers")
struct DeclaredAnswerTests {
  @Test("Each row of this year's list is held against what was found")
  func rows() throws {
    var site = SiteSketch()
    func row(_ number: String, _ name: String, _ path: String) -> Link {
      SiteSketch.link(name, to: path, row: [number, name])
    }
    let qa = "นโยบายคุ้มครองข้อมูลส่วนบุคคล"
    site.page(
      "", ["เทศบาลตำบลตัวอย่าง"],
      links: [SiteSketch.link("ITA 2566", to: "ita"), SiteSketch.link("ประมวลจริยธรรม", to: "ethics")])
    site.page(
      "ita", ["การประเมิน ITA ประจำปี 2566"],
      links: [
        row("O10", qa, "privacy"), row("O22", "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี", "gone"),
        row("O25", "หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล", "old.pdf"),
        row("O27", "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", "privacy"),
        row("O33", "รายงานผลตามนโยบาย No Gift Policy", "scan.pdf"),
      ])
    site.page(
      "privacy",
      [
        qa + " เทศบาลตำบลตัวอย่าง",
        "เทศบาลเก็บรวบรวมข้อมูลส่วนบุคคลของผู้ใช้บริการตามวัตถุประสงค์ ระยะเวลาการเก็บรักษา และสิทธิของเจ้าของข้อมูล",
      ])
    site.refused("gone", status: 404)
    site.scan("scan.pdf")
    site.file(
      "old.pdf",
      ["หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล ประจำปีงบประมาณ พ.ศ. 2564", "สรรหา บรรจุ พัฒนาบุคลากร ประเมินผลการปฏิบัติงาน วินัย"])
    site.page(
      "ethics", ["ประมวลจริยธรรมพนักงานส่วนท้องถิ่น", "ยึดมั่นในสถาบันหลัก ซื่อสัตย์สุจริต กล้าตัดสินใจ คิดถึงประโยชน์ส่วนรวม"])
    let declared = try #require(site.report()).declared
    let status = Dictionary(uniqueKeysWithValues: declared.map { ($0.item, $0.status) })
    #expect(status["O10"] == .agrees)
    #expect(status["O22"] == .broken)
    #expect(status["O25"] == .outdated)
    #expect(status["O27"] == .wrongDocument)
    #expect(status["O33"] == .notJudged)
    #expect(status["O39"] == .notDeclared)
    #expect(status["O1"] == nil)
  }

  @Test("A site without a list of the year declares nothing")
  func none() throws {
    var site = SiteSketch()
    site.page("", ["เทศบาลตำบลตัวอย่าง"])
    #expect(try #require(site.report()).declared.isEmpty)
  }
}

import AuditCore
import Testing

@Suite("What a paper is called")
struct PaperTitleTests {
  private func title(_ lines: [String], property: String = "", isScanned: Bool = false) -> String? {
    let blocks = lines.map { Block(kind: .paragraph, text: $0, page: 1, isScanned: isScanned) }
    return PaperTitle(of: Document(mediaType: .pdf, title: property, blocks: blocks))?.text
  }

  @Test("An announcement is called by its kind and subject, to the rule of dashes")
  func announcement() {
    let lines = [
      "-ร่าง-", "ประกาศเทศบาลตำบลตัวอย่าง", "เรื่อง เจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่",
      "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "----------------", "ด้วยเทศบาลตำบลตัวอย่าง ตระหนักถึงความสำคัญ",
    ]
    #expect(
      title(lines)
        == "ประกาศเทศบาลตำบลตัวอย่าง เรื่อง เจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")
  }

  @Test("A memorandum is called by its subject, not by its letterhead")
  func memorandum() {
    let lines = [
      "บันทึกข้อความ", "ส่วนราชการ สำนักปลัด เทศบาลตำบลตัวอย่าง โทร. ๐ ๒๐๐๐ ๐๐๐๐", "ที่ ตย ๕๒๐๐๑/๑๒๓ วันที่ ๕ เมษายน ๒๕๖๖",
      "เรื่อง รายงานผลการดำเนินงานตามแผน รอบ ๖ เดือน", "เรียน นายกเทศมนตรีตำบลตัวอย่าง",
    ]
    #expect(title(lines) == "บันทึกข้อความ เรื่อง รายงานผลการดำเนินงานตามแผน รอบ ๖ เดือน")
  }

  @Test(
    "Page numbers, form numbers and addresses stand above a title and are none",
    arguments: ["หน้า 1", "- 1 -", "แบบ ปร.4", "1 /7", "www.town.example", "Scanned by CamScanner", "…………………"])
  func noise(line: String) {
    #expect(title([line, "แผนอัตรากำลัง 3 ปี", "คำนำ"]) == "แผนอัตรากำลัง 3 ปี")
  }

  @Test("A heading that a printed sheet gives last is found by how it begins, the dated one first")
  func sheet() {
    let lines =
      ["วิสัยทัศน์", "2579 เป็นเมืองน่าอยู่"]
      + (1...20).map { "\($0)) ร้อยละของผู้รับบริการ" }
      + ["รวมทั้งสิ้น", "ตารางตัวชี้วัดตามคำรับรองการปฏิบัติราชการ", "ประจำปีงบประมาณ พ.ศ. 2566"]
    #expect(title(lines) == "ตารางตัวชี้วัดตามคำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2566")
  }

  @Test("A form is called by its name and the work it is filled in for")
  func form() {
    let lines = [
      "แบบ ปร.4 แผ่นที่ 1/2", "หน่วยงาน กองช่าง", "โครงการก่อสร้างถนน หมู่ที่ 4", "หน่วย : บาท", "รวม",
      "แบบแสดงรายการ ปริมาณงาน และราคา", "ลำดับที่ รายการ",
    ]
    #expect(title(lines) == "แบบแสดงรายการ ปริมาณงาน และราคา โครงการก่อสร้างถนน หมู่ที่ 4")
  }

  @Test("Letters that a PDF lost or gained make no difference")
  func damaged() {
    #expect(title(["คูมือสำหรับประชำชน", "โทรศัพท์ 0 5400 0000"]) == "คูมือสำหรับประชำชน")
    #expect(title(["1", "ประกำศเทศบำลตำบล", "เรือง แผนดำเนินงำน"]) == "ประกำศเทศบำลตำบล เรือง แผนดำเนินงำน")
  }

  @Test("The tab of a sheet is no title")
  func sheetTab() {
    let blocks = [
      Block(kind: .heading(level: 2), text: "แผน 66"), Block(kind: .row, text: "แผนจัดซื้อจัดจ้าง ประจำปี 2566"),
    ]
    #expect(PaperTitle(of: Document(mediaType: .xlsx, blocks: blocks))?.text == "แผนจัดซื้อจัดจ้าง ประจำปี 2566")
  }

  @Test("The properties of a file speak only where its first page has no heading")
  func properties() {
    let stale = "แผนพัฒนาท้องถิ่น พ.ศ. 2558"
    #expect(title(["รายงานผล ประจำปี 2566"], property: stale) == "รายงานผล ประจำปี 2566")
    #expect(title(["องค์การบริหารส่วนตำบลเป็นราชการส่วนท้องถิ่น ซึ่งมีหน้าที่"], property: stale) == stale)
    #expect(title([], property: stale) == stale)
    #expect(title(["ข้าพเจ้าขอแถลงว่า"], property: "Microsoft Word - 59.doc") == "ข้าพเจ้าขอแถลงว่า")
    #expect(title([]) == nil)
  }

  @Test("A title stays short, and says whether OCR read it")
  func bounds() throws {
    let long = "ประกาศ" + String(repeating: "ก", count: 5_000)
    #expect(try #require(title([long])).unicodeScalars.count == 320)
    let blocks = [Block(kind: .paragraph, text: "แผนดำเนินงาน 2566", page: 1, isScanned: true)]
    #expect(PaperTitle(of: Document(mediaType: .pdf, blocks: blocks))?.isScanned == true)
    #expect(PaperTitle(of: Document(mediaType: .pdf, blocks: Array(repeating: blocks[0], count: 100_000))) != nil)
  }

  @Test(
    "A title broken off within brackets or behind a dash goes on in the next line",
    arguments: [
      (["รายงานการกำกับติดตามการดำเนินงาน รอบ ๖ เดือน (ต.ค.๒๕๖๕ –", "มี.ค.๒๕๖๖)", "โครงการซ่อมถนน แล้วเสร็จ"], "มี.ค.๒๕๖๖)"),
      (["สถิติเรื่องร้องเรียน (1 ตุลาคม 2565 - 31 มีนาคม", "2566)", "จำนวนเรื่อง 2"], "31 มีนาคม 2566)"),
      (["รายงานผลการดำเนินงาน 1 ตุลาคม 2565 -", "31 มีนาคม 2566", "จำนวนโครงการ 2"], "31 มีนาคม 2566"),
    ])
  func brokenOff(_ lines: [String], _ end: String) {
    #expect(title(lines)?.hasSuffix(end) == true, "\(title(lines) ?? "")")
  }
}

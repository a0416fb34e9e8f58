import Testing

@testable import AuditCore

@Suite("Citizens' identity numbers")
struct CitizenNumberTests {
  // 1-1017-00230-70-8 and 3-1012-00458-91-5 have right check digits by arithmetic; nobody's.
  @Test(
    "A number with a right check digit is found",
    arguments: [
      "1101700230708", "1-1017-00230-70-8", "เลขประจำตัว 1 1017 00230 70 8 ครับ", "๑๑๐๑๗๐๐๒๓๐๗๐๘",
      "๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘", "1 - 1017 - 00230 - 70 - 8", "1-1017-00230-\n70-8",
      "1 | 1 | 0 | 1 | 7 | 0 | 0 | 2 | 3 | 0 | 7 | 0 | 8",
      "1 1 0 1 7 0 0 2 3 0 7 0 8", "เลขประจำตัวประชาชน 110170\n0230708", "เลขบัตรประชาชน 1101700 230708",
      "บัตรประชาชนเลขที่ ๑๑๐๑๗ ๐๐๒๓๐๗๐๘", "1\u{A0}1017\u{A0}00230\u{A0}70\u{A0}8", "１１０１７００２３０７０８",
      "ลำดับ | นาย ก. | 1101700230708 | 500 บาท",
    ])
  func found(text: String) {
    #expect(CitizenNumber.ranges(in: text).count == 1)
    #expect(!CitizenNumber.masked(text).contains("0230"))
  }

  @Test(
    "Other numbers are left alone",
    arguments: [
      "1101700230709", "0994000123456", "9101700230708", "11017002307081", "เลขที่โครงการ 65117351034", "1-10170023070-8",
      "โทร 02-000-0001 ต่อ 11017", "110170\n0230708", "1101700 230708", "รวม 110170 0230708 บาท",
    ])
  func leftAlone(text: String) {
    #expect(CitizenNumber.ranges(in: text).isEmpty)
    #expect(CitizenNumber.masked(text) == text)
  }

  @Test("Masking keeps the last three digits and the text around")
  func masking() {
    #expect(CitizenNumber.masked("นาย ก. 1-1017-00230-70-8 บ้านเลขที่ 5") == "นาย ก. x-xxxx-xxxxx-70-8 บ้านเลขที่ 5")
  }

  @Test("An address with a number is hidden, also behind percent signs")
  func addresses() {
    let thai = "๑๑๐๑๗๐๐๒๓๐๗๐๘".utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    for number in ["1101700230708", "%31101700230708", thai, "1-1017-00230-70-8"] {
      let hidden = CitizenNumber.masked(address: "http://www.town.example/f/\(number).pdf")
      #expect(hidden.hasSuffix("08.pdf") || hidden.hasSuffix("๐๘.pdf") || hidden.hasSuffix("70-8.pdf"))
      #expect(hidden.contains("xxxx") && hidden.hasPrefix("http://www.town.example/f/"))
    }
    let plain = "http://www.town.example/%E0%B9%81%E0%B8%9C%E0%B8%99?id=12"
    #expect(CitizenNumber.masked(address: plain) == plain)
  }

  @Test("No cut of a quotation leaves a part of a number")
  func cut() {
    for before in stride(from: 200, through: 245, by: 1) {
      let text = String(repeating: "ก", count: before) + " 1101700230708 จบ"
      #expect(!Quotation.of(text).contains("11017"))
    }
  }

  @Test("A file with a number is told, and no text of the report shows it")
  func inReport() throws {
    var site = SiteSketch()
    let name = "ประกาศเจตนารมณ์นโยบาย No Gift Policy 2566"
    site.page("", ["เทศบาลตำบลตัวอย่าง"], links: [SiteSketch.link(name, to: "f.pdf")])
    site.file("f.pdf", [name + " เลขประจำตัว 1101700230708"])
    let report = try #require(site.report())
    #expect(report.findings.filter { $0.kind == .privacy }.map(\.url) == [SiteSketch.home + "f.pdf"])
    #expect(!"\(report)".contains("1101700230708"))
  }

  @Test("A hostile page that writes numbers wherever it can shows none of them in the report")
  func everywhere() throws {
    let number = "1101700230708"
    var site = SiteSketch()
    let name = "ประกาศเจตนารมณ์นโยบาย No Gift Policy 2566"
    site.page(
      "", ["เทศบาลตำบล \(number)"],
      links: [
        SiteSketch.link("\(name) ของ \(number)", to: "\(number).pdf"),
        SiteSketch.link("แผนปฏิบัติการป้องกันการทุจริต \(number)", to: "gone/\(number)"),
        SiteSketch.link("E-Service \(number)", to: "e/\(number)"),
      ])
    site.file(
      "\(number).pdf",
      [name + " \(number)", String(repeating: "ก", count: 215) + " ไม่รับของขวัญ \(number) ประกาศ ณ วันที่ 1 ตุลาคม 2565"])
    site.refused("gone/\(number)", status: 404)
    site.page("e/\(number)", ["E-Service \(number)", "ยื่นคำขอออนไลน์ \(number)"])
    let report = try #require(site.report())
    #expect(!"\(report)".contains("110170023"))
    #expect(report.findings.count { $0.kind == .privacy } == 3)
  }
}

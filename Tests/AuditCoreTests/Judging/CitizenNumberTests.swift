import AuditCore
import Testing

@Suite("Citizens' identity numbers")
struct CitizenNumberTests {
  // 1-1017-00230-70-8 and 3-1012-00458-91-5 have right check digits by arithmetic; nobody's.
  @Test(
    "A number with a right check digit is found",
    arguments: ["1101700230708", "1-1017-00230-70-8", "เลขประจำตัว 1 1017 00230 70 8 ครับ", "๑๑๐๑๗๐๐๒๓๐๗๐๘"])
  func found(text: String) {
    #expect(CitizenNumber.ranges(in: text).count == 1)
    #expect(!CitizenNumber.masked(text).contains("0230"))
  }

  @Test(
    "Other numbers are left alone",
    arguments: [
      "1101700230709", "0994000123456", "9101700230708", "11017002307081", "เลขที่โครงการ 65117351034", "1-10170023070-8",
      "โทร 02-000-0001 ต่อ 11017",
    ])
  func leftAlone(text: String) {
    #expect(CitizenNumber.ranges(in: text).isEmpty)
    #expect(CitizenNumber.masked(text) == text)
  }

  @Test("Masking keeps the last three digits and the text around")
  func masking() {
    #expect(CitizenNumber.masked("นาย ก. 1-1017-00230-70-8 บ้านเลขที่ 5") == "นาย ก. x-xxxx-xxxxx-70-8 บ้านเลขที่ 5")
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
}

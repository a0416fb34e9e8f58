import AuditCore
import Testing

@testable import Reporters

/// Numbers and digits as reports print them.
@Suite("Figures")
struct FiguresTests {
  @Test(
    "A number is printed with as many decimals as asked, rounded half away from zero",
    arguments: [
      (0.5, 0, "1"), (-0.5, 0, "-1"), (67.745, 2, "67.75"), (5, 0, "5"), (0.05, 1, "0.1"), (-1.005, 0, "-1"),
      (Double.nan, 0, "–"), (Double.infinity, 2, "–"), (1e300, 0, "–"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(Figures.fixed(value, decimals: decimals) == text)
  }

  @Test("Thai digits are for the report's own words: quotations, addresses and item numbers keep theirs")
  func own() {
    let figures = Figures(SampleReport.small(), ReportOptions(thaiDigits: true))
    #expect(figures.own("รอบ 6 เดือน (1 ต.ค. 2565)") == "รอบ ๖ เดือน (๑ ต.ค. ๒๕๖๕)")
    #expect(figures.own("ใกล้ที่สุดคือ “แผน ปี 2565 ฉบับที่ 2” (ขาด 3 ข้อ) O12") == "ใกล้ที่สุดคือ “แผน ปี 2565 ฉบับที่ 2” (ขาด ๓ ข้อ) O12")
    let plain = Figures(SampleReport.small(), ReportOptions())
    #expect(plain.own("รอบ 6 เดือน") == "รอบ 6 เดือน")
  }

  @Test("A found element is named by the edition, a missing one by the report, an unknown one by its identifier")
  func elements() throws {
    let report = SampleReport.small()
    let item = try #require(report.items.first { $0.number == "O12" })
    let words = ItemWords(item, report, Figures(report, ReportOptions()))
    #expect(words.element("budget", in: nil) == "งบประมาณที่ใช้")
    #expect(words.element("link", in: nil) == "ลิงก์ที่ชี้มา")
    #expect(words.element("agrees-O11", in: nil) == "ตรงกับข้อ O11")
    #expect(words.element("differs-O27", in: nil) == "ยังไม่ตรงกับข้อ O27")
    #expect(words.element("unheard-of", in: nil) == "unheard-of")
  }
}

import AuditCore
import Foundation
import Reporters
import Testing

/// The official memo: what stands in it, what is left for the pen, and that nothing of a site becomes markup.
@Suite("Memo")
struct MemoReporterTests {
  private func memo(_ report: AuditReport, thaiDigits: Bool = false) -> (markdown: String, page: String) {
    let options = ReportOptions(thaiDigits: thaiDigits, scoring: SampleReport.scoring)
    let files = MemoReporter(options: options).files(for: report)
    #expect(files.map(\.name) == ["memo.md", "memo.html"])
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    return (texts.first ?? "", texts.last ?? "")
  }

  private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

  @Test("The letter has its head in order; number and date are left blank")
  func head() {
    let text = memo(SampleReport.small()).markdown
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.first == "# บันทึกข้อความ")
    #expect(lines[1] == "**ส่วนราชการ** เทศบาลตำบลตัวอย่าง")
    #expect(lines[2].hasPrefix("**ที่** ....") && lines[2].components(separatedBy: " **วันที่** ....").count == 2)
    #expect(lines[3].hasPrefix("**เรื่อง** ") && lines[3].hasSuffix("พ.ศ. 2567"))
    #expect(lines[4] == "**เรียน** นายกเทศมนตรีตำบลตัวอย่าง")
  }

  @Test("Every gap is in the gap table and in the measures, with steps, unit and day")
  func tables() {
    let text = memo(SampleReport.small()).markdown
    for item in ["O31", "O6", "O10", "O12"] { #expect(count("| \(item) |", in: text) == 1, "\(item)") }
    let measures = text.components(separatedBy: "**มาตรการรายข้อ**").last ?? ""
    for item in ["O31", "O6", "O10", "O12", "O8"] { #expect(count("| \(item) ", in: measures) == 1, "\(item)") }
    #expect(count("สำนักปลัดเทศบาล", in: measures) == 5)
    #expect(count("ภายใน 30 เมษายน 2567", in: measures) == 2)
    #expect(count("ภายใน 31 ธันวาคม 2566", in: measures) == 1)
    #expect(count("ภายใน 30 วันนับแต่วันอนุมัติ", in: measures) == 2)
    #expect(count("รวบรวม: งบประมาณที่ใช้", in: measures) == 1)
    #expect(count("O13", in: measures) == 0)
  }

  @Test("Thai digits are an option; item numbers and addresses keep theirs")
  func thaiDigits() {
    let text = memo(SampleReport.small(), thaiDigits: true).page
    #expect(count("พ.ศ. ๒๕๖๗", in: text) > 0)
    #expect(count("พ.ศ. 2567", in: text) == 0)
    #expect(count("รอบ ๖ เดือน", in: text) > 0)
    #expect(count("O12", in: text) > 0)
    #expect(count("๑. ", in: text) > 0)
  }

  @Test(
    "The letter is addressed to the head of the body",
    arguments: [
      ("เทศบาลนครใหญ่", "นายกเทศมนตรีนครใหญ่"), ("เทศบาลเมืองกลาง", "นายกเทศมนตรีเมืองกลาง"),
      ("องค์การบริหารส่วนตำบลทุ่ง", "นายกองค์การบริหารส่วนตำบลทุ่ง"), ("อบจ.ใหญ่", "นายกองค์การบริหารส่วนจังหวัดใหญ่"),
      ("โรงเรียน", "ผู้บริหารสูงสุดของหน่วยงาน"),
    ])
  func addressee(site: String, head: String) {
    var report = SampleReport.small()
    report.site.name = site
    #expect(count("**เรียน** \(head.split(separator: ".").joined(separator: "."))\n", in: memo(report).markdown) == 1)
  }

  @Test("Nothing of a hostile site becomes markup in the page")
  func hostile() {
    let text = memo(HostileReport.full).page
    for mark in ["<script", "<img", "<svg", "javascript:", "onerror=", "\u{1B}", "\u{202E}"] {
      let inText = mark == "javascript:" || mark == "onerror="
      #expect(inText ? count("href=\"" + mark, in: text) == 0 : count(mark, in: text) == 0, "\(mark)")
    }
    #expect(count("<table", in: text) == count("</table>", in: text))
  }

  @Test("A report without gaps has no table of measures; the warning of an unofficial score stands first")
  func extremes() {
    #expect(count("มาตรการรายข้อ", in: memo(HostileReport.empty).markdown) == 0)
    var report = SampleReport.small()
    report.official = false
    report.judgedFiscalYear = 2569
    #expect(memo(report).markdown.hasPrefix("คะแนนไม่เป็นทางการ"))
    #expect(count("พ.ศ. 2570", in: memo(report).markdown) > 0)
  }
}

import AuditCore
import Reporters
import Testing
import ThaiText

@Suite struct TerminalReporterTests {
  private func text(_ report: AuditReport, columns: Int = 100, colour: Bool = false, thaiDigits: Bool = false) -> String
  {
    let options = ReportOptions(
      colour: colour, columns: columns, thaiDigits: thaiDigits, scoring: SampleReport.scoring)
    return String(decoding: TerminalReporter(options: options).bytes(for: report), as: UTF8.self)
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test("No line is wider than the terminal", arguments: [40, 60, 80, 100, 140, 200])
  func widths(columns: Int) {
    for report in [SampleReport.small(language: .th), SampleReport.small(language: .en), HostileReport.full] {
      let widest = lines(text(report, columns: columns)).max { ThaiWidth.columns($0) < ThaiWidth.columns($1) }
      #expect(ThaiWidth.columns(widest ?? "") <= columns, "\(widest ?? "")")
    }
  }

  @Test("A width that no terminal has is brought to one that can be read", arguments: [-5, 0, 1, 39])
  func narrow(columns: Int) {
    #expect(text(SampleReport.small(), columns: columns) == text(SampleReport.small(), columns: 40))
  }

  @Test("Thai never breaks between a letter and its mark or behind a leading vowel", arguments: [40, 57, 80])
  func thaiLines(columns: Int) {
    for line in lines(text(SampleReport.small(), columns: columns)) {
      let shown = line.unicodeScalars.drop { $0 == " " }
      #expect(shown.first.map { ThaiWidth.columns(String($0)) > 0 } ?? true, "\(line)")
      #expect(shown.last.map { !(0xE40...0xE44).contains($0.value) } ?? true, "\(line)")
    }
  }

  @Test("Colours come only when asked for, and change nothing but the look")
  func colours() {
    let plain = text(SampleReport.small())
    let coloured = text(SampleReport.small(), colour: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[31m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("A hostile site adds no colour of its own")
  func hostileColours() {
    let codes = text(HostileReport.full, colour: true).matches(of: /\u{1B}\[([0-9;]*)m/).map { String($0.output.1) }
    #expect(Set(codes).isSubset(of: ["0", "1", "2", "1;31", "31", "32", "33", "35", "36"]))
    #expect(!text(HostileReport.full).contains("\u{1B}"))
  }

  @Test("The gaps stand before the items, the costliest first, and unknown ones are not among them")
  func order() throws {
    let all = lines(text(SampleReport.small()))
    let gaps = try #require(all.firstIndex { $0.hasPrefix("สิ่งที่ต้องแก้") })
    let items = try #require(all.firstIndex { $0.hasPrefix("ทุกข้อ") })
    let numbers = all[gaps..<items].filter { $0.hasPrefix("O") }.compactMap { $0.split(separator: " ").first }
    #expect(numbers == ["O31", "O6", "O10", "O12"])
  }

  @Test("What could not be checked says why and what to do, and is not called missing")
  func unknown() {
    let text = text(SampleReport.small())
    #expect(text.contains("หน้าแสดงผลด้วยสคริปต์เท่านั้น (หน้าเว็บว่าง)"))
    #expect(text.contains("โปรแกรมตรวจไม่ได้ ไม่ได้แปลว่าไม่มี"))
  }

  @Test("A site that was not seen is said to be unseen beside the score, not at the end only")
  func unseenSite() {
    let first = lines(text(HostileReport.empty)).prefix(8).joined()
    #expect(first.contains("เปิดเว็บไซต์ไม่ได้เลย"))
    var report = SampleReport.small()
    report.coverage.sufficient = false
    #expect(lines(text(report)).prefix(8).joined().contains("เห็นเว็บไซต์ไม่มากพอ"))
  }

  @Test(
    "Why the recording stopped is told in words",
    arguments: [
      "nothing-promising-left", "max-pages", "max-time", "max-total-bytes", "interrupted", "site-unreachable",
      "site-refuses", "imported",
    ])
  func stopReasons(reason: String) {
    var report = SampleReport.small()
    let finished = text(report)
    report.stopReason = reason
    #expect(text(report) != finished)
    #expect(!text(report).contains(reason))
    report.stopReason = "new-reason"
    #expect(text(report).contains("หยุดก่อนครบ (new-reason)"))
  }

  @Test("Thai digits change the report's own numbers, not item numbers, addresses or quotations")
  func thaiDigits() {
    let text = text(SampleReport.small(), thaiDigits: true)
    #expect(text.contains("๑๕ มิถุนายน ๒๕๖๖"))
    #expect(text.contains("๑๘.๗๕–๕๖.๒๕"))
    #expect(text.contains("O31"))
    #expect(text.contains("/plan/2565.pdf"))
  }

  @Test("The command to check again never carries what a shell would run")
  func safeCommand() {
    #expect(text(SampleReport.small()).contains("oitcheck audit http://www.example-town.example/"))
    #expect(text(HostileReport.full).contains("oitcheck audit URL"))
    #expect(!text(HostileReport.full, columns: 200).contains("audit http"))
  }
}

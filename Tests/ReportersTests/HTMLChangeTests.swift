import AuditCore
import Reporters
import Testing

/// What `report.html` tells of the last run.
@Suite("Change since the last run")
struct HTMLChangeTests {
  private func page(_ report: AuditReport, since previous: AuditReport?) -> String {
    let options = ReportOptions(scoring: SampleReport.scoring, previous: previous)
    return String(decoding: HTMLReporter(options: options).bytes(for: report), as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

  /// A month earlier: O6 was met, O13 was missing.
  private var earlier: AuditReport {
    var report = SampleReport.small()
    report.asOf = "2023-05-15"
    for (number, verdict) in [("O6", Verdict.met), ("O13", .missing)] {
      if let at = report.items.firstIndex(where: { $0.number == number }) { report.items[at].verdict = verdict }
    }
    report.score.oit = 25
    report.score.oitHigh = 60
    report.score.bySubIndicator[0].score = 75
    report.score.bySubIndicator[1].score = 0
    return report
  }

  @Test("Without an earlier run nothing is said of a change")
  func none() {
    #expect(count("id=\"change\"", in: page(SampleReport.small(), since: nil)) == 0)
  }

  @Test("The first screen tells the earlier score and the difference; the chart both scores; the table the items")
  func changed() throws {
    let text = page(SampleReport.small(), since: earlier)
    #expect(count("25.00–60.00 <b class=\"down\">−6.25</b>", in: text) == 1)
    #expect(count("75.00 → 50.00 (−25.00)", in: text) == 1)
    #expect(count("0.00 → 25.00 (+25.00)", in: text) == 1)
    #expect(count("15 พฤษภาคม 2566", in: text) == 2)
    let table = try #require(
      text.components(separatedBy: "id=\"change\"").last?.components(separatedBy: "</table>").first)
    #expect(count("<th scope=\"row\"", in: table) == 2)
    #expect(count("href=\"#O6\"", in: table) == 1)
    #expect(count("href=\"#O13\"", in: table) == 1)
    #expect(MarkupTree(Array(text.utf8)) != nil)
  }

  @Test("The same verdicts are said to be the same, and another program is named as a possible cause")
  func same() {
    var previous = SampleReport.small()
    #expect(count("เหมือนครั้งก่อนทุกข้อ", in: page(SampleReport.small(), since: previous)) == 1)
    #expect(count("โดยที่เว็บไซต์ไม่ได้เปลี่ยน", in: page(SampleReport.small(), since: previous)) == 0)
    previous.tool.version = "0.0.1"
    #expect(count("โดยที่เว็บไซต์ไม่ได้เปลี่ยน", in: page(SampleReport.small(), since: previous)) == 1)
  }

  @Test("A hostile earlier run stays text, and a huge one does not break the size")
  func hostile() throws {
    let text = page(SampleReport.small(), since: HostileReport.full)
    #expect(count("<script", in: text) == 0)
    #expect(MarkupTree(Array(text.utf8)) != nil)
    #expect(page(HostileReport.huge, since: HostileReport.huge).utf8.count < 1_000_000)
  }
}

import AuditCore
import Testing

@testable import Reporters

@Suite("A comparison in every format")
struct ComparisonFormatTests {
  private static func text(
    _ format: ComparisonFormat, _ comparison: ReportComparison, _ language: Language = .th
  ) -> String {
    String(decoding: format.bytes(for: comparison, in: language, options: ReportOptions()), as: UTF8.self)
  }

  /// The sample report and one in which single items were changed.
  private static func comparison(_ change: (inout AuditReport) -> Void) -> ReportComparison {
    let old = SampleReport.small()
    var new = old
    change(&new)
    return ReportComparison(from: old, to: new)
  }

  private static func place(of part: String, in text: String) -> Int? {
    let (whole, wanted) = (Array(text.utf8), Array(part.utf8))
    guard whole.count >= wanted.count else { return nil }
    return (0...(whole.count - wanted.count)).first { whole[$0...].starts(with: wanted) }
  }

  private static func lose(_ report: inout AuditReport) {
    guard let place = report.items.firstIndex(where: { $0.verdict == .met }) else { return }
    report.items[place].verdict = .missing
    report.items[place].evidence = []
  }

  @Test("Two equal runs are told in one sentence", arguments: ComparisonFormat.allCases)
  func nothingChanged(format: ComparisonFormat) {
    let text = Self.text(format, Self.comparison { _ in })
    let sign = format == .json ? "\"changes\": []" : "ไม่มีอะไรเปลี่ยนแปลง"
    #expect(Self.place(of: sign, in: text) != nil)
  }

  @Test("What was lost stands before what got better", arguments: [ComparisonFormat.terminal, .markdown, .html])
  func order(format: ComparisonFormat) throws {
    let comparison = Self.comparison { report in
      Self.lose(&report)
      if let place = report.items.firstIndex(where: { $0.verdict == .outdated }) { report.items[place].verdict = .met }
    }
    let text = Self.text(format, comparison, .en)
    let lost = try #require(Self.place(of: "Lost or worse", in: text))
    let better = try #require(Self.place(of: "Better", in: text))
    #expect(lost < better)
    #expect(Self.place(of: "1 new gap", in: text) != nil)
  }

  @Test("Nothing of a site becomes markup", arguments: [ComparisonFormat.terminal, .markdown, .html])
  func hostile(format: ComparisonFormat) {
    let comparison = Self.comparison { report in
      Self.lose(&report)
      report.site.name = "<script>x</script>\u{1B}[31m[a](http://evil.example)"
      for place in report.items.indices { report.items[place].title = "<img src=x onerror=y>\u{1B}]0;t\u{7}|`" }
      report.findings.append(Finding(kind: .spam, url: "javascript:alert(1)", detail: "</p><b>x"))
    }
    let text = Self.text(format, comparison)
    #expect(!text.utf8.contains(0x1B))
    let forbidden: [String]
    switch format {
    case .html: forbidden = ["<script", "<img", "</p><b>x", "href=\"javascript"]
    case .markdown: forbidden = [" <script", " <img", "](http://evil", "(<javascript"]
    case .terminal, .json: forbidden = []
    }
    for part in forbidden { #expect(Self.place(of: part, in: text) == nil, "\(part)") }
  }

  @Test("Runs that were judged differently say so first")
  func otherRules() {
    let comparison = Self.comparison { report in
      report.rulesDigest = "sha256:other"
      Self.lose(&report)
    }
    let text = Self.text(.terminal, comparison)
    #expect(Self.place(of: "ชุดกติกาเปลี่ยน", in: text) != nil)
    #expect(Self.place(of: "อาจต่างเพราะเกณฑ์ตรวจเท่านั้น", in: text) != nil)
  }

  @Test("Another site is warned of, and the names of missing elements are told")
  func elementsAndSites() {
    let comparison = Self.comparison { report in
      report.site.url = "https://other.example/"
      if let place = report.items.firstIndex(where: { $0.verdict == .partial }) {
        report.items[place].missingElements.append(.init(id: "progress", th: "ความก้าวหน้า", en: "progress made"))
      }
    }
    let text = Self.text(.terminal, comparison, .en)
    #expect(Self.place(of: "another site", in: text) != nil)
    #expect(Self.place(of: "progress made", in: text) != nil)
  }

  @Test("Every kind of change has its part, and only one")
  func parts() {
    let kinds = ComparisonPart.allCases.flatMap(\.kinds)
    #expect(Set(kinds) == Set(ItemChange.Kind.allCases))
    #expect(kinds.count == ItemChange.Kind.allCases.count)
  }
}

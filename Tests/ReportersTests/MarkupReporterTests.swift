import AuditCore
import Reporters
import Testing

/// JUnit and Markdown, whose readers are other programs.
@Suite struct MarkupReporterTests {
  private func tree(_ report: AuditReport) -> MarkupTree? {
    MarkupTree(JUnitReporter(options: ReportOptions()).bytes(for: report))
  }

  @Test("JUnit is well-formed XML with a case an item; gaps fail, open items are skipped")
  func junit() throws {
    let tree = try #require(self.tree(SampleReport.small()))
    #expect(tree.count("testcase") == 10)
    #expect(tree.count("failure") == 4)
    #expect(tree.count("skipped") == 3)
    #expect(tree.count("testsuite") == 3)
  }

  @Test("JUnit of a hostile or empty report, or of an unofficial score, is well-formed")
  func hostileJUnit() throws {
    let tree = try #require(self.tree(HostileReport.full))
    #expect(tree.count("testcase") == HostileReport.full.items.count)
    let names: Set = ["testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped"]
    #expect(Set(tree.elements.map(\.name)) == names)
    #expect(self.tree(HostileReport.empty)?.count("testcase") == 0)
    var unofficial = HostileReport.full
    unofficial.official = false
    unofficial.editionConfidence = "draft"
    #expect(self.tree(unofficial) != nil)
  }

  @Test("Nothing of a site becomes markup in Markdown")
  func markdown() {
    let bytes = MarkdownReporter(options: ReportOptions()).bytes(for: HostileReport.full)
    func follows(_ place: Int, _ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }
    var links = 0
    for place in bytes.indices.dropFirst() where bytes[place - 1] != UInt8(ascii: "\\") {
      #expect(!follows(place, "!["))
      #expect(!follows(place, "`"))
      if follows(place, "](") {
        #expect(follows(place, "](<http://") || follows(place, "](<https://"))
        links += 1
      }
      if follows(place, "<") { #expect(follows(place - 2, "](<http")) }
      if follows(place, "://") { #expect(follows(place - 6, "(<http:") || follows(place - 7, "(<https:")) }
    }
    #expect(links > 20)
    #expect(!bytes.indices.contains { follows($0, "(<http://user:") })
  }

  @Test("Every table row of Markdown has the cells of its header")
  func tables() {
    let text = String(
      decoding: MarkdownReporter(options: ReportOptions()).bytes(for: HostileReport.full), as: UTF8.self)
    var columns: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let pipe = UInt8(ascii: "|")
      let cells = zip(line.utf8, line.utf8.dropFirst()).count { $0.0 != UInt8(ascii: "\\") && $0.1 == pipe } + 1
      #expect(cells == columns ?? cells, "\(line)")
      columns = columns ?? cells
    }
  }
}

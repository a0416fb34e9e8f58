import AuditCore
import Foundation
import FoundationXML
import Reporters
import Testing

/// JUnit and Markdown, whose readers are other programs.
@Suite struct MarkupReporterTests {
  /// Counts the elements of well-formed XML.
  private final class ElementCount: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      counts[name, default: 0] += 1
    }
  }

  private func elements(_ report: AuditReport) -> [String: Int]? {
    let parser = XMLParser(data: Data(JUnitReporter(options: ReportOptions()).bytes(for: report)))
    let count = ElementCount()
    parser.delegate = count
    return parser.parse() ? count.counts : nil
  }

  @Test("JUnit is well-formed XML with a case an item; gaps fail, open items are skipped")
  func junit() throws {
    let counts = try #require(elements(SampleReport.small()))
    #expect(counts["testcase"] == 10)
    #expect(counts["failure"] == 4)
    #expect(counts["skipped"] == 3)
    #expect(counts["testsuite"] == 3)
  }

  @Test("JUnit of a hostile or empty report, or of an unofficial score, is well-formed")
  func hostileJUnit() throws {
    let counts = try #require(elements(HostileReport.full))
    #expect(counts["testcase"] == HostileReport.full.items.count)
    #expect(
      Set(counts.keys) == ["testsuites", "testsuite", "properties", "property", "testcase", "failure", "skipped"])
    #expect(elements(HostileReport.empty)?["testcase"] == nil)
    var unofficial = HostileReport.full
    unofficial.official = false
    unofficial.editionConfidence = "draft"
    #expect(elements(unofficial) != nil)
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

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
    let text = String(
      decoding: MarkdownReporter(options: ReportOptions()).bytes(for: HostileReport.full), as: UTF8.self)
    #expect(!text.contains(/(?:^|[^\\])<(?!http)/))
    #expect(!text.contains(/[^\\]\]\(<?(?!http)/))
    #expect(!text.contains(/(?:^|[^\\])!\[/))
    #expect(!text.contains(/[^\\(<]https?:\/\//))
    let links = text.matches(of: /\]\(<([^>]*)>\)/)
    #expect(links.allSatisfy { $0.output.1.hasPrefix("http://") || $0.output.1.hasPrefix("https://") })
    #expect(!links.contains { $0.output.1.contains("secret") })
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
      let cells = line.replacing(/\\./, with: "").count { $0 == "|" }
      #expect(cells == columns ?? cells, "\(line)")
      columns = columns ?? cells
    }
  }
}

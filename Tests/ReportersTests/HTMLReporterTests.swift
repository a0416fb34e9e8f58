import AuditCore
import Reporters
import Testing

/// `report.html` as a browser, a screen reader and an attacker see it. The page is written so that it is well-formed
/// XML too, which lets the tests read it.
@Suite struct HTMLReporterTests {
  private func bytes(_ report: AuditReport) -> [UInt8] {
    HTMLReporter(options: ReportOptions(scoring: SampleReport.scoring)).bytes(for: report)
  }

  private func tree(_ report: AuditReport) throws -> MarkupTree { try #require(MarkupTree(bytes(report))) }

  private static let reports = [
    SampleReport.small(language: .th), SampleReport.small(language: .en), HostileReport.full, HostileReport.empty,
  ]

  @Test("The page is made of the program's own elements and attributes only", arguments: reports.indices)
  func ownMarkup(place: Int) throws {
    let tree = try tree(Self.reports[place])
    let names: Set = [
      "html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "section", "article", "div",
      "p", "span", "small", "b", "br", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "table", "thead",
      "tbody", "tr", "th", "td", "details", "summary", "q", "code", "svg", "desc", "rect", "text",
    ]
    #expect(Set(tree.elements.map(\.name)).isSubset(of: names))
    let attributes = Set(tree.elements.flatMap { $0.attributes.keys })
    #expect(!attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
  }

  @Test(
    "Links lead to http and https addresses without telling where from, or to places on the page",
    arguments: reports.indices)
  func links(place: Int) throws {
    let tree = try tree(Self.reports[place])
    let ids = tree.elements.compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count)
    for link in tree.elements("a") {
      let target = try #require(link.attributes["href"])
      if target.hasPrefix("#") {
        #expect(ids.contains(String(target.dropFirst())), "\(target)")
      } else {
        #expect(target.hasPrefix("http://") || target.hasPrefix("https://"))
        #expect(link.attributes["rel"] == "noopener noreferrer")
        #expect(!target.contains("secret"))
      }
    }
  }

  @Test("A policy forbids scripts and everything from elsewhere, and the page asks for neither")
  func policy() throws {
    let tree = try tree(HostileReport.full)
    let policy = tree.elements("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none';") == true)
    let text = String(decoding: bytes(SampleReport.small()), as: UTF8.self)
    #expect(!text.contains("url("))
    #expect(!text.contains("@import"))
  }

  @Test(
    "A screen reader finds language, landmarks, headings in order, and the headers of every table",
    arguments: reports.indices)
  func accessible(place: Int) throws {
    let report = Self.reports[place]
    let tree = try tree(report)
    #expect(tree.elements("html").first?.attributes["lang"] == report.language.rawValue)
    for landmark in ["header", "main", "footer", "h1"] { #expect(tree.count(landmark) == 1, "\(landmark)") }
    var level = 1
    for heading in tree.elements("h1", "h2", "h3", "h4") {
      let own = try #require(Int(heading.name.dropFirst()))
      #expect(own <= level + 1)
      level = own
    }
    for header in tree.elements("th") { #expect(["col", "row"].contains(header.attributes["scope"] ?? "")) }
    for picture in tree.elements("svg") {
      #expect(picture.attributes["role"] == "img")
      #expect(picture.attributes["aria-labelledby"] != nil)
    }
    #expect(tree.elements("a").first?.attributes["class"] == "skip")
  }

  @Test("Every item has its article, and the gaps come before them")
  func items() throws {
    let tree = try tree(SampleReport.small())
    #expect(tree.elements("article").map { $0.attributes["id"] ?? "" } == SampleReport.small().items.map(\.number))
    let gaps = tree.elements.firstIndex { $0.attributes["id"] == "gaps" }
    let items = tree.elements.firstIndex { $0.attributes["id"] == "items" }
    #expect(try #require(gaps) < #require(items))
  }

  @Test("A page stays under a megabyte, losing detail and saying so")
  func size() {
    let page = bytes(HostileReport.huge)
    #expect(page.count < 1_000_000)
    #expect(String(decoding: page, as: UTF8.self).contains("report.json"))
    #expect(bytes(SampleReport.small()).count < 50_000)
  }

  @Test("Every colour of text keeps a contrast of 4.5 to 1 on white and on the table's head")
  func contrast() throws {
    let page = String(decoding: bytes(SampleReport.small()), as: UTF8.self)
    let colours = page.matches(of: /--([a-z]+):#([0-9a-f]{6})/).map { (String($0.output.1), String($0.output.2)) }
    let surfaces = ["line", "soft"]
    #expect(colours.count == 10)
    for (name, colour) in colours where !surfaces.contains(name) {
      for ground in ["ffffff", "f6f8fa"] {
        #expect(Contrast.ratio(try #require(Contrast(colour)), try #require(Contrast(ground))) >= 4.5, "\(name)")
      }
    }
    #expect(Contrast.ratio(try #require(Contrast("1b1f24")), try #require(Contrast("fff1e5"))) >= 4.5)
  }
}

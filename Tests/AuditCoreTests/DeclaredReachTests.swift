import Testing
import WebURL

@testable import AuditCore

/// How far looking at a declared address goes.
@Suite("Reach of a declared address")
struct DeclaredReachTests {
  private func url(_ text: String) throws -> WebURL { try #require(WebURL(parsing: text)) }

  private func link(_ target: String, _ text: String, place: String = "body/main/a", kind: Link.Kind = .anchor) throws
    -> Link
  {
    Link(kind: kind, target: try url(target), text: text, domPath: place)
  }

  private func item(_ number: String) throws -> ItemRule {
    try #require(TopicRules.pack.edition(2566)?.item(numbered: number))
  }

  @Test("From a page follow its frames, links that name the item, and nameless files; not its menu, not other items")
  func reach() throws {
    let home = try url("http://a.example/")
    let menu = try link("http://a.example/no-gift", "ประกาศนโยบาย No Gift Policy", place: "body/div.menu/a")
    let homePage = Document(mediaType: .html, links: [menu])
    let page = Document(
      mediaType: .html,
      links: [
        menu, try link("http://a.example/np.pdf", "ประกาศเจตนารมณ์นโยบาย No Gift Policy ปี 2566"),
        try link("http://a.example/viewer", "", kind: .frame), try link("http://a.example/f.pdf", "ดาวน์โหลด"),
        try link("http://a.example/complaints", "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
        try link("http://a.example/about", "กลับหน้าเดิม"),
      ])
    let reach = DeclaredReach(recognizer: TopicRules.matcher, home: home, homePage: homePage)
    let found = reach.addresses(on: page, at: try url("http://a.example/o31"), for: try item("O31"))
    #expect(found.map(\.path) == ["/viewer", "/np.pdf", "/f.pdf"])
  }

  @Test("The number of addresses opened from one page is bounded")
  func bounded() throws {
    let links = try (0..<30).map { try link("http://a.example/\($0).pdf", "No Gift Policy \($0)") }
    let reach = DeclaredReach(recognizer: TopicRules.matcher, home: try url("http://a.example/"), homePage: nil)
    let found = reach.addresses(
      on: Document(mediaType: .html, links: links), at: try url("http://a.example/l"), for: try item("O31"))
    #expect(found.count <= DeclaredReach.mostLinks)
  }

  @Test("Redirects that go in circles end")
  func circles() throws {
    func hop(_ from: String, _ to: String) throws -> SeenPage {
      SeenPage(
        Visit(
          url: try url(from), at: Timestamp(secondsSinceEpoch: 0),
          outcome: .redirected(status: 302, to: try url(to))), document: nil)
    }
    let evidence = DeclaredEvidence(
      home: try url("http://a.example/"),
      pages: [
        try hop("http://a.example/1", "http://a.example/2"), try hop("http://a.example/2", "http://a.example/1"),
      ],
      recognizer: TopicRules.matcher)
    #expect(evidence.chain(from: try url("http://a.example/1")).count == 2)
    #expect(evidence.chain(from: try url("http://a.example/none")).isEmpty)
  }
}

import AuditCore
import Crawling
import Testing

/// What a site shows for an address that cannot exist, and what else looks like it.
@Suite("The page for missing addresses")
struct MissingPageTests {
  private static let control = "/oitcheck-control-7f3a91c2e5"
  private static let home = ScriptedSite.Answer.page("home", links: [("/plan", "the plan"), ("/list", "a list")])
  private static let town = ["/plan": ScriptedSite.Answer.page("plan", links: []), "/list": .page("list", links: [])]

  /// The home page is read here after the control request, as it comes by a redirect.
  @Test("A site that shows its home page for every missing address is read all the same")
  func homePage() async throws {
    let stage = try CrawlStage { path in
      switch path {
      case "/": .redirect("/main")
      case _ where path.hasSuffix("txt") || path.hasSuffix("xml"): nil
      default: Self.town[path] ?? Self.home
      }
    }
    try await stage.run()
    #expect(Set(stage.site.pages).isSuperset(of: ["/plan", "/list"]))
  }

  @Test("So is one where a dead address of its sitemap shows the home page before it was asked for")
  func deadAddressFirst() async throws {
    let stage = try CrawlStage { path in
      switch path {
      case "/": .redirect("/main")
      case "/sitemap.xml": .text("http://town.example/dead\n")
      case _ where path.hasSuffix("txt"): nil
      default: Self.town[path] ?? Self.home
      }
    }
    try await stage.run()
    #expect(Set(stage.site.pages).isSuperset(of: ["/plan", "/list"]))
  }

  /// On many sites every page has the site's title, and the frame is most of what stands on it.
  @Test("A page of much the same size and title that links to what the missing page does not is read")
  func sameTitle() async throws {
    let frame = [("/a", "a section"), ("/b", "another section")]
    let stage = try CrawlStage { path in
      switch path {
      case "/", "/b", Self.control: .page("เทศบาลตำบลสมมุติ", links: frame)
      case "/a": .page("เทศบาลตำบลสมมุติ", links: frame + [("/papers/7.pdf", "file")])
      case "/papers/7.pdf": .text("%PDF-1.4")
      default: nil
      }
    }
    try await stage.run()
    #expect(stage.site.pages.contains("/papers/7.pdf"))
  }

  @Test("Relative links of the missing page, and those that only name the address asked for, are not followed")
  func relativeLinks() async throws {
    let stage = try CrawlStage { path in
      switch path {
      case "/": return .page("home", links: [("/gone/1", "old news")])
      case _ where path.hasSuffix("txt") || path.hasSuffix("xml"): return nil
      default:
        let own = path.split(separator: "?").first.map(String.init) ?? path
        return .page(
          "ไม่พบ", links: [("deeper/page", "next"), ("?from=\(own)", "share"), ("/login?back=\(own)", "log in")])
      }
    }
    try await stage.run()
    #expect(!stage.site.pages.contains { $0.contains("deeper") || $0.contains("from=") })
    #expect(stage.site.pages.count < 6)
  }
}

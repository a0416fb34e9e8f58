import AuditCore
import Crawling
import Synchronization
import Testing

/// A page that is not the page: what keeps us out is never taken for what the site holds.
@Suite("Pages in the place of others")
struct StandInTests {
  private static let wall = ScriptedSite.Answer.text(
    "<title>Attention Required! | Cloudflare</title>\n<p>Checking your browser</p>")
  private static let maintenance = ScriptedSite.Answer.text("<title>ปิดปรับปรุงเว็บไซต์</title>\n<p>ขออภัยในความไม่สะดวก</p>")

  @Test(
    "A home page that is a firewall's or says maintenance ends the crawl as refused, with nothing seen",
    arguments: [wall, maintenance])
  func wholeSite(answer: ScriptedSite.Answer) async throws {
    let outcome = try await CrawlStage { path in path.hasPrefix("/robots") || path.hasPrefix("/site") ? nil : answer }
      .run()
    #expect(outcome.stop == .refused)
    #expect(outcome.coverage.fetched == 0)
    #expect(!outcome.coverage.sufficient)
  }

  @Test("A home page that refuses ends the crawl as refused", arguments: [401, 403, 429, 451])
  func refusedHome(status: Int) async throws {
    let outcome = try await CrawlStage(["/": .status(status, [])]).run()
    #expect(outcome.stop == .refused)
    #expect(outcome.coverage.fetched == 0)
  }

  @Test("A home page that leads to a host outside the site leaves nothing seen")
  func elsewhere() async throws {
    let outcome = try await CrawlStage(["/": .redirect("http://other.example/")]).run()
    #expect(!outcome.coverage.sufficient)
  }

  @Test("A home page behind redirects of the site is seen")
  func redirectedHome() async throws {
    let outcome = try await CrawlStage([
      "/": .redirect("/th"), "/th": .redirect("/th/home"), "/th/home": .page("home", links: []),
    ]).run()
    #expect(outcome.stop == .finished)
    #expect(outcome.coverage.sufficient)
  }

  @Test("A firewall that comes up in the middle is not counted as pages, and the crawl gives up after a while")
  func midway() async throws {
    let asked = Mutex(0)
    let stage = try CrawlStage { path in
      if path == "/" { return .page("home", links: (0..<200).map { ("/p/\($0)", "page \($0)") }) }
      guard path.hasPrefix("/p/") else { return nil }
      let number = asked.withLock { asked in
        asked += 1
        return asked
      }
      // A reference number makes every one of them another body.
      return number <= 20
        ? .page("a page of its own: \(path)", links: [])
        : .text("<title>Request Rejected</title>\n<p>The requested URL was rejected. Your support ID is \(number)</p>")
    }
    let outcome = try await stage.run()
    #expect(outcome.stop == .refused)
    #expect(stage.site.pages.count < 80)
    #expect(outcome.coverage.fetched <= 22)
    #expect(!outcome.coverage.sufficient)
  }

  @Test("Login walls are not content, and do not spoil what was seen")
  func logins() async throws {
    let stage = try CrawlStage { path in
      if path == "/" {
        return .page("home", links: (0..<20).map { ("/p/\($0)", "page \($0)") } + [("/board?reply=1", "reply")])
      }
      return path.hasPrefix("/p/")
        ? .page("a page of its own: \(path)", links: [])
        : path.hasPrefix("/board") ? .text("<title>Log in</title>\n<p>You must log in to continue</p>") : nil
    }
    let outcome = try await stage.run()
    #expect(outcome.stop == .finished)
    #expect(outcome.coverage.sufficient)
    #expect(outcome.coverage.fetched == 21)
  }
}

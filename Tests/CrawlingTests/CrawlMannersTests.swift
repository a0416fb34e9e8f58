import AuditCore
import Crawling
import Testing

@Suite("Manners of a crawl")
struct CrawlMannersTests {
  private func gaps(_ stage: CrawlStage) -> [Duration] {
    let starts = stage.site.asked.map(\.at)
    return zip(starts, starts.dropFirst()).map { $1 - $0 }
  }

  private static let site: [String: ScriptedSite.Answer] = [
    "/": .page("home", links: (0..<12).map { ("/p/\($0)", "page \($0)") })
  ]

  @Test("The default gap of a second is kept on every request")
  func defaultDelay() async throws {
    let stage = try CrawlStage(Self.site)
    try await stage.run()
    #expect(gaps(stage).allSatisfy { $0 >= .seconds(1) })
  }

  @Test("Crawl-delay is kept on every gap once it is known, but for the owner")
  func crawlDelay() async throws {
    var pages = Self.site
    pages["/robots.txt"] = .text("User-agent: *\nCrawl-delay: 3\n")
    let stage = try CrawlStage(pages)
    let outcome = try await stage.run()
    #expect(gaps(stage).allSatisfy { $0 >= .seconds(3) })
    #expect(outcome.delaySeconds == 3)
    var own = try CrawlStage(pages)
    own.plan.isOwnSite = true
    try await own.run()
    #expect(gaps(own).allSatisfy { $0 < .seconds(2) })
  }

  @Test("What robots.txt forbids is never asked for, and its visit says so")
  func forbidden() async throws {
    let stage = try CrawlStage([
      "/robots.txt": .text("User-agent: *\nDisallow: /private/\n"),
      "/": .page("home", links: [("/private/a", "a"), ("/b", "b")]), "/b": .redirect("/private/c"),
      "/private/a": .page("secret", links: []),
    ])
    let outcome = try await stage.run()
    #expect(!stage.site.pages.contains { $0.hasPrefix("/private") })
    #expect(await stage.sink.outcomes["http://town.example/private/a"] == "robots")
    #expect(await stage.sink.outcomes["http://town.example/private/c"] == "robots")
    #expect(outcome.coverage.refusedByRobots == 2)
  }

  @Test(
    "4xx means there is no robots.txt, 5xx and no answer mean that nothing may be fetched",
    arguments: [(404, true), (403, true), (401, true), (500, false), (503, false), (429, false)])
  func unavailable(status: Int, mayFetch: Bool) async throws {
    var pages = Self.site
    pages["/robots.txt"] = .status(status, [])
    let stage = try CrawlStage(pages)
    try await stage.run()
    #expect(stage.site.pages.contains("/") == mayFetch)
    #expect(await stage.sink.outcomes["http://town.example/"] == (mayFetch ? "delivered" : "robots"))
  }

  @Test("A robots.txt that does not answer forbids everything")
  func unreachable() async throws {
    var pages = Self.site
    pages["/robots.txt"] = .failure(.timedOut)
    let stage = try CrawlStage(pages)
    try await stage.run()
    #expect(stage.site.pages.isEmpty)
  }

  @Test("Five redirects of robots.txt are followed, a sixth counts as absence", arguments: [5, 6])
  func robotsRedirects(hops: Int) async throws {
    let stage = try CrawlStage { path in
      if path == "/robots.txt" { return .redirect("/r/1") }
      if path.hasPrefix("/r/"), let step = Int(path.dropFirst(3)) {
        return step == hops ? .text("User-agent: *\nDisallow: /\n") : .redirect("/r/\(step + 1)")
      }
      return path == "/" ? .page("home", links: []) : nil
    }
    try await stage.run()
    #expect(stage.site.pages.contains("/") == (hops == 6))
  }

  @Test("Another host is asked only for what an item links to, under its own robots.txt, one hop far")
  func offSite() async throws {
    var stage = try CrawlStage([
      "/": .page("home", links: [("http://drive.example/1", "No Gift Policy"), ("http://ads.example/", "buy this")]),
      "http://drive.example/robots.txt": .text("User-agent: *\nDisallow: /2\n"),
      "http://drive.example/1": .page("paper", links: [("http://drive.example/3", "Gift"), ("/x", "x")]),
    ])
    stage.words = ["Gift": "no_gift"]
    stage.plan.isExhaustive = true
    try await stage.run()
    let others = stage.site.pages.filter { $0.hasPrefix("http://") && !$0.hasSuffix("robots.txt") }
    #expect(others == ["http://drive.example/1"])
  }

  @Test("A link, a redirect and a name that lead into a network of ours are not followed")
  func privateNetworks() async throws {
    var stage = try CrawlStage([
      "/": .page(
        "home",
        links: [("http://169.254.169.254/meta", "No Gift Policy"), ("http://inner.example/", "Gift list"), ("/r", "r")]),
      "/r": .redirect("http://10.0.0.1/admin"),
    ])
    stage.words = ["Gift": "no_gift"]
    stage.book.addresses = ["inner.example": "192.168.1.10"]
    stage.plan.isExhaustive = true
    try await stage.run()
    #expect(!stage.site.asked.contains { $0.url.hasPrefix("http://") })
    #expect(await stage.sink.outcomes["http://inner.example/"] == "failed refused-address")
  }

  @Test(
    "Where a site asks for a delay every request has a connection of its own",
    arguments: [("Crawl-delay: 1", true), ("Crawl-delay: 0.0", false), ("Disallow: /x", false)])
  func ownConnections(rule: String, asksForDelay: Bool) async throws {
    let stage = try CrawlStage([
      "/robots.txt": .text("User-agent: *\n" + rule),
      "/": .page("home", links: [("/a", "a"), ("/b", "b")]), "/a": .page("a", links: []), "/b": .page("b", links: []),
    ])
    try await stage.run()
    let pages = stage.site.asked.filter { $0.url != "/robots.txt" }
    #expect(pages.count >= 3)
    #expect(pages.allSatisfy { $0.isAlone == asksForDelay })
  }
}

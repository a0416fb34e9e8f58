import AuditCore
import Crawling
import Logging
import Testing
import WebURL

/// The crawl's side of rendering: what a page in the making may ask for, and what the crawl makes of the page.
@Suite("Rendering in the crawl", .timeLimit(.minutes(20)))
struct RenderingCrawlTests {
  private static let shell = ScriptedSite.Answer.text("shell")

  private func crawl(
    _ stage: CrawlStage, wishes: [String]
  ) async throws {
    var plan = stage.plan
    plan.isExhaustive = true
    let services = CrawlServices(
      fetcher: stage.site, resolver: stage.book, extractor: ShellExtractor(), sitemaps: nil, recognizer: nil,
      digest: { ContentDigest(String(decoding: $0, as: UTF8.self)) }, renderer: PartsBrowser(wishes: wishes),
      clock: stage.clock, sink: stage.sink, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    _ = try await Crawler(plan: plan, services: services).run()
  }

  private func rendered(_ stage: CrawlStage, at href: String = "http://town.example/") async -> String? {
    for visit in await stage.sink.visits where visit.url.href == href {
      if case .delivered(let delivery) = visit.outcome { return delivery.renderedPage }
    }
    return nil
  }

  @Test("Parts come from the site alone, as its robots.txt allows, and from no network of ours")
  func rules() async throws {
    var stage = try CrawlStage([
      "/": Self.shell, "/robots.txt": .text("User-agent: *\nDisallow: /private/"), "/app.js": .text("x"),
      "/private/data.json": .text("secret"),
    ])
    stage.book.addresses["www.town.example"] = "169.254.169.254"
    try await crawl(
      stage,
      wishes: [
        "http://town.example/app.js", "http://town.example/private/data.json", "http://cdn.example/vue.js",
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.1/", "http://www.town.example/app.js",
        "http://user:word@town.example/app.js",
      ])
    let page = try #require(await rendered(stage))
    #expect(page.contains("http://town.example/app.js 200"))
    #expect(page.contains("/private/data.json robots.txt forbids it"))
    #expect(page.contains("http://cdn.example/vue.js another host"))
    #expect(page.contains("meta-data/ a ") && page.contains("http://127.0.0.1/ a "))
    #expect(page.contains("http://www.town.example/app.js the name leads to a "))
    #expect(page.contains("word@town.example/app.js carries a password"))
    let asked = stage.site.asked.map(\.url)
    #expect(!asked.contains { $0.contains("private") || $0.contains("cdn") || $0.contains("169") })
  }

  @Test("Parts and pages keep one pace together, Crawl-delay included")
  func pace() async throws {
    let stage = try CrawlStage([
      "/": Self.shell, "/robots.txt": .text("User-agent: *\nCrawl-delay: 3"), "/a.js": .text("x"),
      "/b.js": .text("y"), "/seen-by-script": .page("Seen", links: []),
    ])
    try await crawl(stage, wishes: ["http://town.example/a.js", "http://town.example/b.js"])
    let asked = stage.site.asked
    #expect(asked.map(\.url).contains("/b.js"))
    let afterRobots = asked.drop { $0.url == "/robots.txt" }
    for (one, next) in zip(afterRobots, afterRobots.dropFirst()) {
      #expect(next.at - one.at >= .seconds(3), "\(one) \(next)")
    }
  }

  @Test("Links of the rendered page are followed like any others")
  func links() async throws {
    let stage = try CrawlStage(["/": Self.shell, "/seen-by-script": .page("Seen", links: [])])
    try await crawl(stage, wishes: [])
    #expect(await stage.sink.outcomes["http://town.example/seen-by-script"] == "delivered")
  }

  @Test("Two pages of one application are two pages, although the same shell was delivered for both")
  func twins() async throws {
    let stage = try CrawlStage([
      "/": .page("Home", links: [("/one", "one"), ("/two", "two")]), "/one": Self.shell, "/two": Self.shell,
      "/seen-by-script": .page("Seen", links: []),
    ])
    try await crawl(stage, wishes: [])
    #expect(await rendered(stage, at: "http://town.example/one") != nil)
    #expect(await rendered(stage, at: "http://town.example/two") != nil)
  }

  @Test("A page that is no shell costs no browser")
  func plain() async throws {
    let stage = try CrawlStage(["/": .page("Home", links: [])])
    try await crawl(stage, wishes: ["http://town.example/app.js"])
    #expect(await rendered(stage) == nil)
    #expect(!stage.site.asked.contains { $0.url == "/app.js" })
  }
}

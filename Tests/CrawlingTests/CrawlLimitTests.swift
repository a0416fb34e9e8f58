import AuditCore
import Crawling
import Testing

@Suite("Budgets and hostile servers")
struct CrawlLimitTests {
  private static let endless: @Sendable (String) -> ScriptedSite.Answer? = { path in
    path.hasPrefix("/robots") || path.contains("sitemap") || path.contains("oitcheck")
      ? nil
      : .page("words enough to be a page of its own: \(path)", links: [(path + "a", "next"), (path + "b", "other")])
  }

  @Test("The page budget ends the crawl by its name, and what is left is told")
  func pages() async throws {
    var stage = try CrawlStage(Self.endless)
    stage.plan.maxPages = 25
    let outcome = try await stage.run()
    #expect(outcome.stop == .maxPages)
    #expect(stage.site.pages.filter { $0 != "/sitemap.xml" }.count == 25)
    #expect(outcome.coverage.overBudget > 0)
    #expect(!outcome.coverage.sufficient)
    #expect(await stage.sink.outcomes.values.contains("left out: max-pages"))
  }

  @Test("The time budget ends the crawl by its name")
  func time() async throws {
    var stage = try CrawlStage(Self.endless)
    stage.plan.maxDuration = .seconds(60)
    let outcome = try await stage.run()
    #expect(outcome.stop == .maxTime)
    #expect((50...62).contains(stage.site.asked.count))
  }

  @Test("The byte budget ends the crawl by its name")
  func bytes() async throws {
    var stage = try CrawlStage(Self.endless)
    stage.plan.maxTotalBytes = 2_000
    #expect(try await stage.run().stop == .maxBytes)
  }

  @Test("A calendar without end costs no more than fifty requests")
  func calendar() async throws {
    let stage = try CrawlStage { path in
      if path == "/" {
        return .page(
          "home", links: [("/calendar.php", "calendar")] + (0..<30).map { ("/p/\($0)", "page number \($0)") })
      }
      if path.hasPrefix("/p/") { return .page("a long text that stands on this page only, \(path)", links: []) }
      guard path.hasPrefix("/calendar.php") else { return nil }
      let month = path.split(separator: "=").last.flatMap { Int($0) } ?? 0
      let days = (1...28).map { ("/calendar.php?d=\($0)&m=\(month)", "\($0)") }
      return .page(
        "m \(month)",
        links: [("/calendar.php?m=\(month + 1)", "next"), ("/calendar.php?m=\(month - 1)", "back")] + days)
    }
    let outcome = try await stage.run()
    #expect(outcome.stop == .finished)
    #expect(stage.site.pages.filter { $0.hasPrefix("/calendar") }.count <= 50)
    #expect(stage.site.pages.filter { $0.hasPrefix("/p/") }.count == 30)
  }

  @Test("A list that only leads to its next page is read to its end")
  func longList() async throws {
    var stage = try CrawlStage { path in
      if path == "/" { return .page("home", links: [("/list?page=1", "1")]) }
      guard path.hasPrefix("/list?page="), let page = Int(path.dropFirst("/list?page=".count)) else { return nil }
      return .page(
        "entries of the page number \(page) of a long list of things", links: [("/list?page=\(page + 1)", "next")])
    }
    stage.plan.maxPages = 150
    #expect(try await stage.run().stop == .maxPages)
    #expect(stage.site.pages.filter { $0.hasPrefix("/list") }.count > 140)
  }

  @Test("Relative links that nest for ever are not followed")
  func nesting() async throws {
    let stage = try CrawlStage { path in
      path == "/"
        ? .page("home", links: [("/info.php/", "info")])
        : path.hasPrefix("/info.php")
          ? .page(
            "text number \(path.utf8.count) of a page that is always new to us",
            links: [("more/", "more"), ("tips/", "tips")])
          : nil
    }
    #expect(try await stage.run().stop == .finished)
    #expect(stage.site.pages.filter { $0.hasPrefix("/info") }.count <= 50)
  }

  @Test("What answers 503 is asked again later, and everything else goes on meanwhile")
  func retries() async throws {
    let busy = ScriptedSite.Answer.status(503, [HTTPField(name: "Retry-After", value: "30")])
    let stage = try CrawlStage([
      "/": .page("home", links: [("/flaky", "flaky"), ("/down", "down"), ("/a", "a"), ("/b", "b")]),
      "/flaky": .inTurn([busy, busy, .page("at last", links: [])]), "/down": .status(500, []),
      "/a": .page("a", links: []), "/b": .page("b", links: []),
    ])
    try await stage.run()
    let outcomes = await stage.sink.outcomes
    #expect(outcomes["http://town.example/flaky"] == "delivered")
    #expect(outcomes["http://town.example/down"] == "refused 500")
    #expect(stage.site.pages.filter { $0 == "/down" }.count == 3)
    let tries = stage.site.asked.filter { $0.url == "/flaky" }.map(\.at)
    #expect(zip(tries, tries.dropFirst()).allSatisfy { $1 - $0 >= .seconds(30) })
    let lastOfOthers = try #require(stage.site.asked.last { $0.url == "/b" })
    #expect(tries.count == 3 && lastOfOthers.at < tries[1])
  }

  @Test("A slow host never holds up the others", .timeLimit(.minutes(20)))
  func slowHost() async throws {
    var stage = try CrawlStage { path in
      switch path {
      case "/":
        .page(
          "home", links: [("http://slow.example/1", "No Gift Policy file")] + (0..<20).map { ("/p/\($0)", "page") })
      case "http://slow.example/1": .held(untilRequests: 25, .page("slow", links: []))
      default: path.hasPrefix("/p/") ? .page(path, links: []) : nil
      }
    }
    stage.words = ["Gift": "no_gift"]
    stage.book.addresses = ["slow.example": "203.0.114.9"]
    stage.plan.concurrency = 3
    stage.plan.isExhaustive = true
    #expect(try await stage.run().stop == .finished)
    #expect(await stage.sink.outcomes["http://slow.example/1"] == "delivered")
  }

  @Test(
    "An address that resets, hangs or is busy costs its own attempts, and holds up nothing else",
    .timeLimit(.minutes(20)))
  func badAddresses() async throws {
    var stage = try CrawlStage { path in
      switch path {
      case "/":
        .page("home", links: [("/reset", "1"), ("/hang", "2"), ("/busy", "3")] + (0..<30).map { ("/p/\($0)", "p") })
      case "/reset": .failure(.connectionReset)
      case "/hang": .held(untilRequests: 30, .failure(.timedOut))
      case "/busy": .status(503, [])
      default: path.hasPrefix("/p/") ? .page("a page of its own: \(path)", links: []) : nil
      }
    }
    stage.plan.concurrency = 4
    #expect(try await stage.run().stop == .finished)
    let outcomes = await stage.sink.outcomes
    #expect(outcomes["http://town.example/reset"] == "failed connection-reset")
    #expect(outcomes["http://town.example/hang"] == "failed timed-out")
    #expect(outcomes["http://town.example/busy"] == "refused 503")
    // The answer that hangs comes only when thirty others were asked for beside it.
    #expect(stage.site.pages.filter { $0.hasPrefix("/p/") }.count == 30)
  }

  @Test("A site that does not answer is left alone, and said so")
  func down() async throws {
    let stage = try CrawlStage { _ in .failure(.connectionRefused) }
    let outcome = try await stage.run()
    #expect(!outcome.coverage.sufficient)
    #expect(stage.site.asked.count <= 3)
  }

  @Test("A site that refuses everything is left alone after a while")
  func refuses() async throws {
    let stage = try CrawlStage { path in
      path == "/"
        ? .page("home", links: (0..<200).map { ("/p/\($0)", "page") })
        : path.hasPrefix("/p/") ? .status(403, []) : nil
    }
    let outcome = try await stage.run()
    #expect(outcome.stop == .refused)
    #expect(stage.site.pages.count < 60)
  }
}

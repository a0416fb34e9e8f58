import AuditCore
import Crawling
import Testing

@Suite("A crawl")
struct CrawlerTests {
  @Test("Every address leaves exactly one visit, the same site gives the same order")
  func oneVisitEach() async throws {
    let pages: [String: ScriptedSite.Answer] = [
      "/": .page(
        "home",
        links: [("/a", "first page"), ("/b?PHPSESSID=0123456789abcdef0123456789abcdef", "b"), ("/gone", "gone")]),
      "/a": .page("a", links: [("/", "home"), ("/b", "b"), ("/c#part", "c")]),
      "/b": .page("b", links: [("/a", "again")]),
      "/c": .redirect("/a"),
    ]
    let first = try CrawlStage(pages)
    let outcome = try await first.run()
    #expect(outcome.stop == .finished)
    #expect(outcome.coverage.sufficient)
    let visits = await first.sink.visits
    #expect(Set(visits.map(\.url)).count == visits.count)
    #expect(
      await first.sink.outcomes.filter { !$0.key.contains("oitcheck") } == [
        "http://town.example/robots.txt": "refused 404", "http://town.example/sitemap.xml": "refused 404",
        "http://town.example/": "delivered", "http://town.example/a": "delivered", "http://town.example/b": "delivered",
        "http://town.example/c": "redirected 302", "http://town.example/gone": "refused 404",
      ])
    let second = try CrawlStage(pages)
    try await second.run()
    #expect(first.site.asked == second.site.asked)
  }

  @Test("A page remembers where it was first seen")
  func via() async throws {
    let stage = try CrawlStage(["/": .page("home", links: [("/a", "a")]), "/a": .page("a", links: [])])
    try await stage.run()
    let visit = try #require(await stage.sink.visits.first { $0.url.path == "/a" })
    #expect(visit.via?.href == "http://town.example/")
  }

  @Test("What names a sought concept is asked for first, then what tells nothing, documents without a word last")
  func order() async throws {
    var stage = try CrawlStage([
      "/": .page(
        "home", links: [("/1.pdf", "some file or other"), ("/2", "another page here"), ("/3", "No Gift Policy 2566")]),
      "/2": .page("2", links: []), "/3": .page("3", links: []), "/1.pdf": .text("%PDF-1.4"),
    ])
    stage.words = ["Gift": "no_gift", "Plan": "plan"]
    try await stage.run()
    #expect(stage.site.pages == ["/", "/sitemap.xml", "/3", "/2", "/1.pdf"])
  }

  @Test("Lists are read before what they list, so that names are known")
  func listsFirst() async throws {
    let stage = try CrawlStage { path in
      if path == "/" { return .page("home", links: [("/list?page=1", "1")]) }
      if let page = path.split(separator: "=").last.flatMap({ Int($0) }), path.hasPrefix("/list") {
        let entries = (0..<10).map { ("/news?id=\(page * 10 + $0)", "an article about something \(page * 10 + $0)") }
        let next = page < 8 ? [("/list?page=\(page + 1)", "\(page + 1)")] : []
        return .page("list \(page)", links: entries + next)
      }
      return path.hasPrefix("/news") ? .page("article of its own " + path, links: []) : nil
    }
    try await stage.run()
    let lastList = try #require(stage.site.pages.lastIndex { $0.hasPrefix("/list") })
    #expect(lastList < 30)
    #expect(stage.site.pages.count == 90)
  }

  @Test("A crawl stops when everything sought is found and nothing promising is left; --exhaustive goes on")
  func earlyStop() async throws {
    let answers: @Sendable (String) -> ScriptedSite.Answer? = { path in
      if path == "/" {
        let articles = (0..<300).map { ("/news/\($0)", "an article about something else") }
        return .page("home", links: [("/gift", "No Gift Policy")] + articles)
      }
      return path == "/gift" || path.hasPrefix("/news/")
        ? .page("words of the page \(path) which nobody has read before", links: []) : nil
    }
    var stage = try CrawlStage(answers)
    stage.words = ["Gift": "no_gift"]
    let outcome = try await stage.run()
    #expect(outcome.stop == .settled)
    #expect(outcome.coverage.sufficient)
    #expect(outcome.found == ["no_gift"])
    #expect(stage.site.pages.count < 40)
    let left = await stage.sink.outcomes.filter { $0.value == "left out: nothing depended on it any more" }
    #expect(left.count + stage.site.pages.count == 303)

    var whole = try CrawlStage(answers)
    whole.words = ["Gift": "no_gift"]
    whole.plan.isExhaustive = true
    #expect(try await whole.run().stop == .finished)
    #expect(whole.site.pages.count == 303)

    var missing = try CrawlStage(answers)
    missing.words = ["Gift": "no_gift", "Risk": "risk"]
    #expect(try await missing.run().stop == .finished)
    #expect(missing.site.pages.count == 303)
  }

  @Test("Addresses that only the sitemap knows are found")
  func sitemap() async throws {
    let stage = try CrawlStage([
      "/robots.txt": .text("Sitemap: http://town.example/map.txt\n"),
      "/map.txt": .text("http://town.example/orphan\nhttp://other.example/not-ours\n"),
      "/": .page("home", links: []), "/orphan": .page("orphan", links: []),
    ])
    try await stage.run()
    #expect(stage.site.pages == ["/", "/map.txt", "/sitemap.xml", "/orphan"])
  }

  @Test("A redirect is a step of its own; a loop and a chain without end come to an end")
  func redirects() async throws {
    let stage = try CrawlStage { path in
      switch path {
      case "/": .page("home", links: [("/one", "one"), ("/loop", "loop"), ("/chain/0", "chain")])
      case "/one": .redirect("/two")
      case "/two": .page("two", links: [])
      case "/loop": .redirect("/pool")
      case "/pool": .redirect("/loop")
      default:
        path.split(separator: "/").last.flatMap { Int($0) }.map { .redirect("/chain/\($0 + 1)") }
      }
    }
    try await stage.run()
    #expect(stage.site.pages.filter { $0.hasPrefix("/chain") }.count == CrawlPlan.maximumRedirects + 1)
    #expect(stage.site.pages.filter { $0.hasSuffix("oop") || $0.hasSuffix("ool") }.count == 2)
    #expect(await stage.sink.outcomes["http://town.example/two"] == "delivered")
  }

  @Test("A redirect to another spelling of the same page is followed")
  func sameKey() async throws {
    let stage = try CrawlStage([
      "/": .page("home", links: [("/a/index.php", "a")]), "/a/index.php": .redirect("/a/"),
      "/a/": .page("the folder", links: []),
    ])
    try await stage.run()
    #expect(await stage.sink.outcomes["http://town.example/a/"] == "delivered")
  }

  @Test("The same bytes under another address are one page: its links are not followed again")
  func sameBytes() async throws {
    let stage = try CrawlStage { path in
      path == "/" || path.hasPrefix("/info/")
        ? path == "/"
          ? .page("home", links: [("/info/x/", "info")]) : .page("info", links: [("more/", "m"), ("tips/", "t")])
        : nil
    }
    try await stage.run()
    #expect(stage.site.pages.count <= 5)
  }

  @Test("What is learnt about spellings never makes an address be asked for twice")
  func lessons() async throws {
    let stage = try CrawlStage { path in
      switch path {
      case "/": .page("home", links: [("/a", "a"), ("/a/", "the same"), ("/b/", "b"), ("/c", "c")])
      case "/a", "/a/":
        .page("one and the same page, long enough to be taken for one " + String(repeating: "x", count: 200), links: [])
      case "/b/", "/b": .page("b", links: [("/b", "b"), ("/b/", "b"), ("/a/", "again"), ("/a", "again")])
      case "/c": .page("c", links: [("/b/", "other words for b"), ("/a/", "other words for a")])
      default: nil
      }
    }
    try await stage.run()
    let visits = await stage.sink.visits
    #expect(Set(visits.map(\.url)).count == visits.count)
  }

  @Test("A full disk ends the crawl with that error")
  func fullDisk() async throws {
    let stage = try CrawlStage(capacity: 3) { _ in .page("home", links: [("/a", "a"), ("/b", "b"), ("/c", "c")]) }
    await #expect(throws: VisitList.Full.self) { try await stage.run() }
  }

  @Test("Cancelling ends the crawl with what there is, every known address accounted for")
  func cancellation() async throws {
    let stage = try CrawlStage { path in
      path == "/"
        ? .page("home", links: (0..<50).map { ("/p/\($0)", "page \($0)") })
        : path.hasPrefix("/p/") ? .held(untilRequests: .max, .page(path, links: [])) : nil
    }
    let crawler = stage.crawler
    let task = Task { try await crawler.run() }
    while !stage.site.pages.contains(where: { $0.hasPrefix("/p/") }) { try await Task.sleep(for: .milliseconds(1)) }
    task.cancel()
    let outcome = try await task.value
    #expect(outcome.stop == .interrupted)
    #expect(!outcome.coverage.sufficient)
    #expect(await stage.sink.visits.filter { $0.purpose == .page }.count == 51)
  }
}

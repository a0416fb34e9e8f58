import AuditCore
import Crawling
import Testing

@Suite("The order of a crawl")
struct CrawlOrderTests {
  /// A site of lists, articles, albums and papers, the same at every call.
  @Sendable private static func town(_ path: String) -> ScriptedSite.Answer? {
    let number = path.split { !$0.isNumber }.last.flatMap { Int($0) } ?? 0
    switch path {
    case "/":
      let sections = ["about", "service", "supply", "staff"].map { ("/\($0)", "the section \($0)") }
      let lists = [("/news?page=1", "news of the town"), ("/album?page=1", "pictures of the town")]
      return .page("home", links: lists + sections)
    case "/service": return .page("service", links: [("/papers/gift.html", "No Gift Policy ปี 66")])
    case _ where path.hasPrefix("/news?page="), _ where path.hasPrefix("/album?page="):
      let kind = path.hasPrefix("/news") ? "news" : "album"
      let entries = (0..<10).map { entry in
        ("/\(kind)/\(number * 10 + entry)", number == 3 && entry == 4 ? "Risk report" : "a day in the town \(entry)")
      }
      let next = number < 12 ? [("/\(kind)?page=\(number + 1)", "\(number + 1)")] : []
      return .page("\(kind) \(number)", links: entries + next)
    default: return path.hasSuffix("txt") || path.hasSuffix("xml") ? nil : .page("all about \(path)", links: [])
    }
  }

  private static func townStage() throws -> CrawlStage {
    var stage = try CrawlStage(town)
    stage.words = ["Gift": "no_gift", "Risk": "risk", "Plan": "plan"]
    stage.plan.focusYear = 2566
    return stage
  }

  @Test("Two crawls of one site, one request at a time, ask in the same order")
  func isDeterministic() async throws {
    let (first, second) = (try Self.townStage(), try Self.townStage())
    try await first.run()
    try await second.run()
    #expect(first.site.asked.count > 250)
    #expect(first.site.asked == second.site.asked)
  }

  @Test("One page of every kind comes before many of one kind, whatever stands first on the page")
  func everyKind() async throws {
    let stage = try Self.townStage()
    try await stage.run()
    let early = Set(stage.site.pages.prefix(30))
    #expect(early.isSuperset(of: ["/about", "/service", "/supply", "/staff", "/papers/gift.html"]))
  }

  @Test("A file on a page about a thing is asked for before other things are begun")
  func attachment() async throws {
    var stage = try CrawlStage([
      "/": .page("home", links: [("/article", "No Gift Policy"), ("/b", "Another Gift page"), ("/c", "a section")]),
      "/article": .page("an article", links: [("/upload/7.pdf", "file")]), "/upload/7.pdf": .text("%PDF-1.4"),
      "/b": .page("b", links: []), "/c": .page("c", links: []),
    ])
    stage.words = ["Gift": "no_gift"]
    try await stage.run()
    #expect(Array(stage.site.pages.dropFirst(2).prefix(2)) == ["/article", "/upload/7.pdf"])
  }

  @Test("Of one thing the year in focus comes first, then the year before, then older ones", arguments: [false, true])
  func years(isReport: Bool) async throws {
    var stage = try CrawlStage([
      "/": .page(
        "home",
        links: [("/4", "Plan พ.ศ. 2564"), ("/5", "Plan ปี ๒๕๖๕"), ("/6", "Plan ปี 66"), ("/x", "a section of its own")]),
      "/4": .page("4", links: []), "/5": .page("5", links: []), "/6": .page("6", links: []),
      "/x": .page("x", links: []),
    ])
    stage.words = ["Plan": "plan"]
    stage.plan.focusYear = 2566
    stage.plan.aboutYearBefore = isReport ? ["plan"] : []
    try await stage.run()
    let order = stage.site.pages.dropFirst(2).filter { $0 != "/x" }
    #expect(Array(order) == (isReport ? ["/5", "/6", "/4"] : ["/6", "/5", "/4"]))
  }

  @Test("A section not looked into yet comes before older years of what was found")
  func olderYearsWait() async throws {
    let older = (2555...2564).map { ("/old/\($0).pdf", "Plan \($0)") }
    var stage = try CrawlStage { path in
      switch path {
      case "/": .page("home", links: [("/plan", "Plan 2566")] + older + [("/section", "a section of its own")])
      case _ where path.hasPrefix("/old"): .text("%PDF-1.4 " + path)
      case "/plan", "/section": .page(path, links: [])
      default: nil
      }
    }
    stage.words = ["Plan": "plan"]
    stage.plan.focusYear = 2566
    try await stage.run()
    #expect(Array(stage.site.pages.dropFirst(2).prefix(2)) == ["/plan", "/section"])
  }

  @Test("A list whose entries are all of older years is read on after lists of the year in focus")
  func outdatedList() async throws {
    var stage = try CrawlStage { path in
      let number = path.split { !$0.isNumber }.last.flatMap { Int($0) } ?? 0
      switch path {
      case "/": return .page("home", links: [("/old?page=1", "1"), ("/new?page=1", "1")])
      case _ where path.contains("?page="):
        let kind = path.hasPrefix("/old") ? "old" : "new"
        let year = kind == "old" ? 2558 : 2566
        let entries = (0..<10).map { ("/\(kind)/\(number)-\($0)", "a day in the town in \(year)") }
        return .page(path, links: entries + (number < 6 ? [("/\(kind)?page=\(number + 1)", "\(number + 1)")] : []))
      default: return path.hasPrefix("/old/") || path.hasPrefix("/new/") ? .page("about " + path, links: []) : nil
      }
    }
    stage.words = ["Plan": "plan"]
    stage.plan.focusYear = 2566
    try await stage.run()
    let last = try #require(stage.site.pages.firstIndex(of: "/new?page=6"))
    let third = try #require(stage.site.pages.firstIndex(of: "/old?page=3"))
    #expect(last < third)
  }

  @Test("The months before New Year are of the fiscal year, and so are several years with it between them")
  func fiscalMonths() async throws {
    let words = ["Plan ธันวาคม 2564", "Plan เดือน ตุลาคม 2565", "Plan พ.ศ. 2561-2570", "Plan กันยายน 2565"]
    var stage = try CrawlStage([
      "/": .page("home", links: words.enumerated().map { ("/\($0.offset)", $0.element) }),
      "/0": .page("0", links: []), "/1": .page("1", links: []), "/2": .page("2", links: []),
      "/3": .page("3", links: []),
    ])
    stage.words = ["Plan": "plan"]
    stage.plan.focusYear = 2566
    try await stage.run()
    #expect(Set(stage.site.pages.dropFirst(2).prefix(2)) == ["/1", "/2"])
  }

  @Test("A list is looked through from both ends and the middle: what stands behind its last entry is found early")
  func lastOfTheList() async throws {
    var stage = try CrawlStage { path in
      let number = path.split { !$0.isNumber }.last.flatMap { Int($0) } ?? 0
      switch path {
      case "/":
        return .page("home", links: [("/news?page=1", "news of the town"), ("/album?page=1", "pictures of it")])
      case _ where path.contains("?page="):
        let kind = path.hasPrefix("/news") ? "news" : "album"
        let entries = (0..<10).map { ("/\(kind)/\(number * 10 + $0)", "a day in the town \(number)-\($0)") }
        let text = "what happened in the town in the \(number)th week of its long and quiet year, \(kind) by \(kind)"
        return .page(text, links: entries + (number < 9 ? [("/\(kind)?page=\(number + 1)", "\(number + 1)")] : []))
      case "/news/99": return .page("a day", links: [("/files/plan.pdf", "Plan")])
      case "/files/plan.pdf": return .text("%PDF-1.4")
      default: return path.hasPrefix("/news/") || path.hasPrefix("/album/") ? .page(path, links: []) : nil
      }
    }
    stage.words = ["Plan": "plan", "Gift": "no_gift"]
    try await stage.run()
    let place = try #require(stage.site.pages.firstIndex(of: "/files/plan.pdf"))
    #expect(place < 60, "of \(stage.site.pages.count)")
  }
}

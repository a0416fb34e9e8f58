import AuditCore
import Crawling
import Foundation
import Testing
import WebURL

@Suite("Resuming")
struct ResumeTests {
  private static let pages: @Sendable (String) -> ScriptedSite.Answer? = { path in
    switch path {
    case "/robots.txt": .text("User-agent: *\nDisallow: /private/\nSitemap: http://town.example/map.txt\n")
    case "/map.txt": .text("http://town.example/orphan\n")
    case "/":
      .page("home", links: (0..<6).map { ("/list/\($0)", "list \($0)") } + [("/old", "old"), ("/private/x", "x")])
    case "/old": .redirect("/new")
    case "/new", "/orphan": .page(path, links: [])
    default:
      path.hasPrefix("/list/")
        ? .page(
          "list " + path, links: (0..<5).map { ("/news?id=\(path.suffix(1))\($0)", "an article \($0) of \(path)") })
        : path.hasPrefix("/news") ? .page("the article " + path, links: [("/", "home")]) : nil
    }
  }

  @Test("A crawl cut off after any number of visits ends with the same set, nothing recorded twice")
  func everyCut() async throws {
    let whole = try CrawlStage(Self.pages)
    try await whole.run()
    let visits = await whole.sink.visits
    #expect(visits.count > 40)
    for cut in stride(from: 1, to: visits.count, by: 3) {
      let stage = try CrawlStage(Self.pages)
      let crawler = stage.crawler
      for visit in visits.prefix(cut) { await crawler.replay(visit) }
      let outcome = try await crawler.run()
      #expect(outcome.stop == .finished)
      let rest = await stage.sink.visits
      let all = visits.prefix(cut).map(\.url.href) + rest.map(\.url.href)
      #expect(all.sorted() == visits.map(\.url.href).sorted(), "cut after \(cut)")
    }
  }

  @Test("A journal is read up to its torn end, and goes on from there")
  func tornJournal() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      var journal = try CrawlJournal(creating: path, plan: "site\nบรรทัด \\n")
      try journal.append(.visit(archiveBytes: 100))
      try journal.append(.visit(archiveBytes: 250))
      try journal.append(.closing(archiveBytes: 250))
      try journal.append(.visit(archiveBytes: 300))
    }
    let bytes = try Data(contentsOf: URL(filePath: path))
    for length in stride(from: bytes.count, to: 60, by: -7) {
      try bytes.prefix(length).write(to: URL(filePath: path))
      let state = try JournalState(reading: path, archiveBytes: 1_000)
      #expect(state.plan == "site\nบรรทัด \\n")
      #expect(state.archiveBytes.map { [100, 250].contains($0) } ?? (state.visits == 0), "\(length)")
      var journal = try CrawlJournal(continuing: path, after: state)
      try journal.append(.visit(archiveBytes: 400))
      #expect(try JournalState(reading: path, archiveBytes: 1_000).archiveBytes == 400)
    }
  }

  @Test("A line that claims more than the archive holds is not believed")
  func shortArchive() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var journal = try CrawlJournal(creating: path, plan: "")
    try journal.append(.visit(archiveBytes: 100))
    try journal.append(.visit(archiveBytes: 200))
    #expect(try JournalState(reading: path, archiveBytes: 150).archiveBytes == 100)
  }

  @Test("What is no journal is refused", arguments: ["", "\n", "00000000 begun x\n", "visit 3\n"])
  func noJournal(text: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(throws: JournalError.self) { try JournalState(reading: path, archiveBytes: 1) }
  }
}

import Archive
import AuditCore
import Crawling
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing
import WebURL

@testable import Pipeline

/// Looking at the addresses of a sheet: manners, and what is never asked for.
@Suite("Verification")
struct VerificationTests {
  private static let site = "http://town.example/"
  private static let rules = Result { try RuleShelf.load(explicit: Folders.package.appending(path: "Rules").path) }

  @Test("Addresses in private networks are never asked for: by number, by name, or by a redirect")
  func privateNetworks() async throws {
    let town = ScriptedTown([
      "http://town.example/": .page("<h1>เทศบาล</h1>"),
      "http://town.example/jump": .redirect("http://192.168.1.1/admin"),
      "http://open.example/jump": .redirect("http://intranet.example/"),
    ])
    let run = try await record(
      town,
      sheet: """
        ข้อ,URL
        O1,http://169.254.169.254/latest/meta-data/
        O2,http://127.0.0.1:22/
        O3,http://intranet.example/secret
        O4,http://town.example/jump
        O5,http://[::1]/
        O6,http://open.example/jump
        O7,http://user:secret@town.example/
        O8,http://0x7f.1/
        """)
    let asked = Set(town.asked.compactMap { WebURL(parsing: $0)?.host })
    #expect(asked == ["town.example", "open.example"])
    #expect(town.asked.allSatisfy { !$0.contains("secret") })
    #expect(run.answers.map(\.standing.status).filter { $0 == .agrees }.isEmpty)
    #expect(run.answers.first { $0.item == "O1" }?.standing.status == .notJudged)
  }

  @Test("robots.txt is read first and obeyed, and requests keep their distance")
  func manners() async throws {
    let town = ScriptedTown([
      "http://town.example/robots.txt": .text("User-agent: *\nDisallow: /closed\nCrawl-delay: 3\n"),
      "http://town.example/": .page("<h1>เทศบาล</h1>"), "http://town.example/a": .page("<h1>ก</h1>"),
    ])
    let run = try await record(
      town, sheet: "ข้อ,URL\nO1,http://town.example/closed/1\nO2,http://town.example/a\n")
    #expect(town.asked.first == "http://town.example/robots.txt")
    #expect(!town.asked.contains("http://town.example/closed/1"))
    #expect(run.spent >= .seconds(3 * (town.asked.count - 2)))
    let closed = try #require(run.answers.first)
    #expect(closed.standing.status == .notJudged)
    #expect(run.report.items.first { $0.number == "O1" }?.cause == .robots)
  }

  @Test("A host that does not answer is left alone after three addresses, and nothing of it is called missing")
  func deadHost() async throws {
    let town = ScriptedTown([
      "http://town.example/robots.txt": .text(""), "http://town.example/": .page("<h1>เทศบาล</h1>"),
      "http://dead.example/robots.txt": .text(""),
    ])
    let rows = (1...8).map { "O\($0),http://dead.example/\($0)" }.joined(separator: "\n")
    let run = try await record(town, sheet: "ข้อ,URL\n" + rows)
    let asked = Set(town.asked.filter { $0.hasPrefix("http://dead.example/") })
    #expect(asked.count == 4)
    #expect(run.answers.allSatisfy { $0.standing.status == .notJudged })
    #expect(run.answers.allSatisfy { $0.verdict == .unknown })
  }

  @Test("A budget that is used up leaves answers open, not bad")
  func budget() async throws {
    let town = ScriptedTown(["http://town.example/": .page("<h1>เทศบาล</h1>")])
    let run = try await record(town, sheet: "ข้อ,URL\nO1,http://town.example/1\nO2,http://town.example/2\n") {
      $0.maxPages = 2
    }
    #expect(run.manifest.stopReason == "max-pages")
    #expect(run.answers.last?.standing.status == .notJudged)
  }

  @Test("A missing page is dead, whether it says so or sends the page that every missing address gets")
  func dead() async throws {
    let town = ScriptedTown([
      "http://town.example/": .page("<h1>เทศบาล</h1>"), "http://town.example/gone": .status(404),
      "http://town.example/oitcheck-control-7f3a91c2e5": .page("<p>ยินดีต้อนรับสู่เว็บไซต์</p>"),
      "http://town.example/lost": .page("<p>ยินดีต้อนรับสู่เว็บไซต์</p>"),
    ])
    let run = try await record(town, sheet: "ข้อ,URL\nO1,http://town.example/gone\nO2,http://town.example/lost\n")
    #expect(run.answers.map(\.standing.status) == [.broken, .broken])
  }

  // MARK: One run

  private struct Run {
    let manifest: SnapshotManifest
    let answers: [Verification.Answer]
    let report: AuditReport
    let spent: Duration
  }

  private func record(
    _ town: ScriptedTown, sheet text: String, _ adjust: (inout CrawlPlan) -> Void = { _ in }
  ) async throws -> Run {
    let pack = try Self.rules.get()
    let edition = try #require(pack.edition(2566))
    let home = try #require(WebURL(parsing: Self.site))
    let clock = ReplayClock(recordedAt: Timestamp(secondsSinceEpoch: 1_686_800_000))
    var plan = CrawlPlan(site: home)
    adjust(&plan)
    let means = SiteRecording(
      plan: plan, extraHosts: [], siteName: nil, userAgent: "oitcheck/test", fetcher: town,
      resolver: ScriptedNames(), clock: clock, recognizer: Recognition.recognizer(for: pack),
      conversion: DocumentConversion(converters: []), log: Logger(label: "test"))
    let file = try VerificationSheet(name: "answers.csv", bytes: Array(text.utf8))
    let sheet = file.answers(edition: edition, site: home)
    let path = FileManager.default.temporaryDirectory.appending(path: "verify-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try SnapshotFolder.create(at: path)
    let manifest = try await VerificationRecording(
      means: means, sheet: file, declarations: Declaration.all(in: sheet, of: edition)
    ).record(into: folder) { _, _, _ in }
    let judgement = Judgement(
      rules: pack, edition: edition, asOf: manifest.recordedAt.thaiDay, fiscalYear: nil, language: .en,
      recognizer: means.recognizer)
    let verification = try VerificationJudgement(
      judgement: judgement, sheet: sheet, sheetName: "answers.csv", items: nil
    ).verification(on: folder)
    return Run(
      manifest: manifest, answers: verification.answers, report: verification.report, spent: clock.uptime)
  }
}

/// A network of scripted answers, which remembers what was asked of it.
private final class ScriptedTown: Fetcher {
  enum Answer {
    case page(String), text(String), redirect(String), status(Int)
  }

  private let answers: [String: Answer]
  private let log = Mutex<[String]>([])

  init(_ answers: [String: Answer]) { self.answers = answers }

  var asked: [String] { log.withLock { $0 } }

  func fetch(_ request: FetchRequest) async -> FetchResult {
    log.withLock { $0.append(request.url.href) }
    let at = Timestamp(secondsSinceEpoch: 1_686_800_000)
    switch answers[request.url.href] {
    case .page(let body):
      return .response(
        FetchResponse(
          status: 200, fields: [HTTPField(name: "Content-Type", value: "text/html; charset=utf-8")],
          body: Array("<html><body>\(body)</body></html>".utf8), startedAt: at))
    case .text(let body):
      return .response(FetchResponse(status: 200, fields: [], body: Array(body.utf8), startedAt: at))
    case .redirect(let target):
      return .response(
        FetchResponse(status: 302, fields: [HTTPField(name: "Location", value: target)], body: [], startedAt: at))
    case .status(let status): return .response(FetchResponse(status: status, fields: [], body: [], startedAt: at))
    case nil where request.url.host == "dead.example": return .failure(.connectionRefused, detail: "", at: at)
    case nil: return .response(FetchResponse(status: 404, fields: [], body: [], startedAt: at))
    }
  }
}

private struct ScriptedNames: AddressResolver {
  func addresses(of host: String) async -> [IPAddress] {
    let text = host == "intranet.example" ? "10.0.0.5" : "203.0.114.9"
    return (IPAddress(parsing: host) ?? IPAddress(parsing: text)).map { [$0] } ?? []
  }
}

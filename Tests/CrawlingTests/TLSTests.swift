import AuditCore
import Crawling
import Foundation
import TestSupport
import Testing
import WebURL

/// A town whose certificate nobody renewed is audited all the same.
@Suite(
  "Broken TLS", .serialized, .timeLimit(.minutes(20)),
  .enabled(if: TLSServer.isInstalled, "openssl is not installed"))
struct TLSTests {
  private static func page(_ title: String, links: [String] = []) -> String {
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<title>\(title)</title>\n<p>\(title)</p>\n"
      + links.map { "<a href=\"\($0)\">page \($0)</a>\n" }.joined()
  }

  private static let absent = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

  private func fetcher() -> LiveFetcher {
    LiveFetcher(
      options: HTTPClientOptions(userAgent: "oitcheck/test"), resolver: SystemResolver(), clock: SystemClock())
  }

  @Test(
    "A certificate that is not accepted is told with the page, which comes all the same",
    arguments: zip(
      TLSServer.Fault.allCases, ["certificate", "certificate", "certificate", "ssl"]))
  func pages(fault: TLSServer.Fault, word: String) async throws {
    let server = try TLSServer(fault, answers: ["home": Self.page("town")])
    let url = try #require(WebURL(parsing: "https://127.0.0.1:\(server.port)/home"))
    let fetcher = fetcher()
    for _ in 0..<2 {
      let result = await fetcher.fetch(FetchRequest(url: url, maxBytes: 10_000, deadline: .seconds(60)))
      guard case .response(let response) = result else {
        Issue.record("no answer: \(result)")
        return
      }
      #expect(response.status == 200)
      #expect(String(decoding: response.body, as: UTF8.self).contains("<title>town"))
      let remark = try #require(response.remark)
      #expect(remark.lowercased().contains(word))
      #expect(!remark.contains("\n") && !remark.contains("curl"))
    }
  }

  @Test("The fault is one finding of the site, and the crawl goes on to its end")
  func crawl() async throws {
    let server = try TLSServer(
      .selfSigned,
      answers: [
        "robots.txt": Self.absent, "sitemap.xml": Self.absent, "oitcheck-control-7f3a91c2e5": Self.absent,
        "home": Self.page("home", links: ["/a", "/b"]), "a": Self.page("a"), "b": Self.page("b"),
      ])
    var stage = try CrawlStage(at: "https://127.0.0.1:\(server.port)/home") { _ in nil }
    stage.live = fetcher()
    stage.plan.delay = .zero
    let outcome = try await stage.run()
    #expect(outcome.stop == .finished)
    #expect(outcome.coverage.sufficient)
    #expect(outcome.coverage.fetched == 3)
    #expect(outcome.findings.map(\.kind) == [.tls])
    #expect(outcome.findings.map(\.url) == ["https://127.0.0.1:\(server.port)"])
    let visits = await stage.sink.visits
    #expect(visits.allSatisfy { $0.remark != nil })
  }

  @Test("A resumed crawl still knows the fault that was seen before the interruption")
  func resumed() async throws {
    let stage = try CrawlStage(["/": .page("home", links: [])])
    let crawler = stage.crawler
    let home = try #require(WebURL(parsing: "http://town.example/"))
    let body = Array("<title>home</title>".utf8)
    await crawler.replay(
      Visit(
        url: home, at: Timestamp(secondsSinceEpoch: 0),
        outcome: .delivered(Delivery(status: 200, fields: [], body: body, digest: ContentDigest("1"))),
        remark: "certificate has expired"))
    let outcome = try await crawler.run()
    #expect(outcome.findings == [Finding(kind: .tls, url: "http://town.example", detail: "certificate has expired")])
  }
}

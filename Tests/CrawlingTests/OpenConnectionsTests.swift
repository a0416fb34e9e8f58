import AuditCore
import Foundation
import Synchronization
import TestSupport
import Testing
import WebURL

@testable import Crawling

/// On a new connection an answer that does not begin is not waited for by URLSession, which would burn a processor.
@Suite("Waiting on connections", .timeLimit(.minutes(20)))
struct OpenConnectionsTests {
  @Test("An idle connection serves one request, of its own server and while it is fresh")
  func idle() {
    let now = ContinuousClock.now
    var connections = OpenConnections()
    var taken = [connections.take(to: "a", at: now)]
    connections.leave(to: "a", at: now)
    taken.append(connections.take(to: "b", at: now))
    taken.append(connections.take(to: "a", at: now + .seconds(1)))
    taken.append(connections.take(to: "a", at: now + .seconds(1)))
    connections.leave(to: "a", at: now)
    taken.append(connections.take(to: "a", at: now + OpenConnections.lifetime))
    connections.leave(to: "a", at: now)
    connections.leave(to: "a", at: now)
    connections.lose(to: "a")
    taken.append(connections.take(to: "a", at: now))
    #expect(taken == [false, false, true, false, false, false])
  }

  @Test("An answer that does not begin on a new connection counts as timed out, however long a stall may last")
  func impatient() async throws {
    let server = try LoopbackServer { _ in .silence(head: [], seconds: 3_600) }
    let fetcher = URLSessionFetcher(
      options: HTTPClientOptions(userAgent: "t", stallLimit: .seconds(3_600)), resolver: SystemResolver(),
      clock: SystemClock(), patience: .milliseconds(300))
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)/"))
    let result = await fetcher.fetch(FetchRequest(url: url, maxBytes: 1_000, deadline: .seconds(3_600)))
    guard case .failure(.timedOut, _, _) = result else {
      Issue.record("\(result)")
      return
    }
  }

  @Test("What gave no answer the last time is asked for by the fallback at once, and nothing else is")
  func expected() async throws {
    let (engine, fallback) = (Asked(), Asked())
    let fetcher = LiveFetcher(engine: engine, fallback: fallback, hasFallback: true)
    let silent = try #require(WebURL(parsing: "http://town.example/silent"))
    let other = try #require(WebURL(parsing: "http://town.example/other"))
    fetcher.expectSilence(at: [silent])
    for url in [silent, other] { _ = await fetcher.fetch(FetchRequest(url: url, maxBytes: 1, deadline: .seconds(1))) }
    #expect(fallback.urls == [silent] && engine.urls == [other])
  }
}

/// Remembers what it was asked for.
private final class Asked: Fetcher {
  private let asked = Mutex<[WebURL]>([])

  var urls: [WebURL] { asked.withLock { $0 } }

  func fetch(_ request: FetchRequest) async -> FetchResult {
    asked.withLock { $0.append(request.url) }
    return .response(
      FetchResponse(
        status: 200, fields: [], body: [], receivedBytes: 0, truncated: nil,
        startedAt: Timestamp(secondsSinceEpoch: 0), serverAddress: nil, requestFields: []))
  }
}

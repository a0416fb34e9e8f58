import AuditCore
import Foundation
import Synchronization
import TestSupport
import Testing
import WebURL

@testable import Crawling

/// URLSession burns a processor while it waits on a new connection, so it is asked where it need not make one.
@Suite("Which requests URLSession is given", .timeLimit(.minutes(20)))
struct EngineConnectionsTests {
  private static let moment = Timestamp(secondsSinceEpoch: 0)

  private static func answer(_ fields: [String: String] = [:], truncated: String? = nil) -> FetchResult {
    .response(
      FetchResponse(
        status: 200, fields: fields.map { HTTPField(name: $0.key, value: $0.value) }, body: [], truncated: truncated,
        startedAt: moment))
  }

  private static func failure(_ failure: FetchFailure) -> FetchResult { .failure(failure, detail: "", at: moment) }

  @Test("One connection a server: its first request, then those for which it is idle")
  func oneConnection() {
    let now = ContinuousClock.now
    var connections = EngineConnections()
    var taken = [connections.take(to: "a", at: now), connections.take(to: "a", at: now)]
    connections.putBack(.new, to: "a", after: Self.answer(), at: now)
    taken += [connections.take(to: "b", at: now), connections.take(to: "a", at: now + .seconds(1))]
    connections.putBack(.kept, to: "a", after: Self.answer(), at: now)
    taken.append(connections.take(to: "a", at: now + EngineConnections.lifetime))
    #expect(taken == [.new, nil, .new, .kept, .new])
  }

  @Test(
    "A server that closes, sends in chunks, or is silent on a new connection is left to libcurl; a lost one is made anew",
    arguments: [
      (.new, answer(["connection": "Close"]), nil), (.kept, answer(["connection": "Close"]), nil),
      (.new, failure(.timedOut), nil),
      (.kept, failure(.timedOut), .new), (.new, failure(.connectionReset), .new),
      (.kept, answer(truncated: "time"), .new),
      (.kept, answer(["transfer-encoding": "Chunked"]), nil), (.kept, answer(), .kept),
    ] as [(EngineConnections.Connection, FetchResult, EngineConnections.Connection?)])
  func endings(
    connection: EngineConnections.Connection, result: FetchResult, next: EngineConnections.Connection?
  ) {
    let now = ContinuousClock.now
    var connections = EngineConnections()
    _ = connections.take(to: "a", at: now)
    connections.putBack(connection, to: "a", after: result, at: now)
    #expect(connections.take(to: "a", at: now) == next)
  }

  @Test("A request without a connection for it, and one that must go out alone, are the fallback's")
  func divided() async throws {
    let (engine, fallback) = (Asked(), Asked())
    let fetcher = LiveFetcher(engine: engine, fallback: fallback)
    let urls = try ["1", "2", "3"].map { try #require(WebURL(parsing: "http://town.example/\($0)")) }
    func request(_ number: Int) -> FetchRequest {
      FetchRequest(url: urls[number], maxBytes: 1, deadline: .seconds(1))
    }
    engine.isHeld = true
    async let first = fetcher.fetch(request(0))
    while engine.requests.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
    _ = await fetcher.fetch(request(1))
    engine.isHeld = false
    _ = await first
    _ = await fetcher.fetch(request(2))
    var alone = request(0)
    alone.isAlone = true
    _ = await fetcher.fetch(alone)
    #expect(engine.requests.map(\.url) == [urls[0], urls[2]])
    #expect(fallback.requests.map(\.url) == [urls[1], urls[0]])
    #expect(engine.requests.map { $0.patience == nil } == [false, true])
  }

  @Test("An answer that does not begin in the time given for it counts as timed out, however long a stall may last")
  func impatient() async throws {
    let server = try LoopbackServer { _ in .silence(head: [], seconds: 3_600) }
    let fetcher = URLSessionFetcher(
      options: HTTPClientOptions(userAgent: "t", stallLimit: .seconds(3_600)), resolver: SystemResolver(),
      clock: SystemClock())
    let url = try #require(WebURL(parsing: "http://127.0.0.1:\(server.port)/"))
    var request = FetchRequest(url: url, maxBytes: 1_000, deadline: .seconds(3_600))
    request.patience = .milliseconds(300)
    let result = await fetcher.fetch(request)
    guard case .failure(.timedOut, _, _) = result else {
      Issue.record("\(result)")
      return
    }
  }

  @Test("What gave no answer the last time is asked for by the fallback at once, and nothing else is")
  func expected() async throws {
    let (engine, fallback) = (Asked(), Asked())
    let fetcher = LiveFetcher(engine: engine, fallback: fallback)
    let silent = try #require(WebURL(parsing: "http://town.example/silent"))
    let other = try #require(WebURL(parsing: "http://town.example/other"))
    fetcher.expectSilence(at: [silent])
    for url in [silent, other] { _ = await fetcher.fetch(FetchRequest(url: url, maxBytes: 1, deadline: .seconds(1))) }
    #expect(fallback.requests.map(\.url) == [silent] && engine.requests.map(\.url) == [other])
  }
}

/// Remembers what it was asked for, and answers when it is not held.
private final class Asked: Fetcher {
  private let state = Mutex<(asked: [FetchRequest], isHeld: Bool)>(([], false))

  var requests: [FetchRequest] { state.withLock { $0.asked } }
  var isHeld: Bool {
    get { state.withLock { $0.isHeld } }
    set { state.withLock { $0.isHeld = newValue } }
  }

  func fetch(_ request: FetchRequest) async -> FetchResult {
    state.withLock { $0.asked.append(request) }
    while isHeld { try? await Task.sleep(for: .milliseconds(1)) }
    return .response(FetchResponse(status: 200, fields: [], body: [], startedAt: Timestamp(secondsSinceEpoch: 0)))
  }
}

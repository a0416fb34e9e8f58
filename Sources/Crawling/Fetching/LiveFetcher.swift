import AuditCore
import Synchronization
import WebURL

/// What a live crawl asks: URLSession, libcurl for what that cannot do, and the cookies of the crawl.
///
/// One call is one request, as far as the server sees: where the engine could not read an answer, that is the result,
/// and the fallback takes the next attempt, which the crawl makes at its own pace. Only where no request was sent at
/// all, because no trust could be made, does the fallback take over at once.
package final class LiveFetcher: Fetcher {
  private let engine: any Fetcher
  private let fallback: any Fetcher
  private let jar = Mutex(CookieJar())
  private let troubles = Mutex(EngineTroubles())
  private let connections = Mutex(EngineConnections())
  private let takesRisks = Atomic(true)

  package init(engine: any Fetcher, fallback: any Fetcher) {
    self.engine = engine
    self.fallback = fallback
  }

  package convenience init(options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock) {
    self.init(
      engine: URLSessionFetcher(options: options, resolver: resolver, clock: clock),
      fallback: CurlFetcher(options: options, resolver: resolver, clock: clock))
  }

  package func expectSilence(at addresses: [WebURL]) {
    troubles.withLock { troubles in
      for address in addresses { troubles.note(.timedOut, at: address) }
    }
  }

  package func takeNoRisk() { takesRisks.store(false, ordering: .relaxed) }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    var request = request
    if let cookies = jar.withLock({ $0.header(for: request.url) }) {
      request.fields.append(HTTPField(name: "Cookie", value: cookies))
    }
    let result = await answer(to: request)
    if case .failure(let failure, _, _) = result { troubles.withLock { $0.note(failure, at: request.url) } }
    if case .response(let response) = result { jar.withLock { $0.keep(response.fields, from: request.url) } }
    return result
  }

  private func answer(to request: FetchRequest) async -> FetchResult {
    let server = request.url.origin
    guard !isForFallback(request), let connection = connections.withLock({ $0.take(to: server, at: .now) }) else {
      return await fallback.fetch(request)
    }
    var request = request
    if connection == .new { request.patience = Self.patience }
    let result = await engine.fetch(request)
    connections.withLock { $0.putBack(connection, to: server, after: result, at: .now) }
    guard case .failure(.tls, _, _) = result, !Task.isCancelled else { return result }
    troubles.withLock { $0.note(.tls, at: request.url) }
    return await fallback.fetch(request)
  }

  /// What takes longer to begin on a new connection is asked for again by the fallback, which waits in peace. Long
  /// enough that a page which is merely slow is not asked for twice.
  private static let patience = Duration.seconds(5)

  /// URLSession cannot be told to send a request only once, and goes on reading for a while what it is told to leave.
  private func isForFallback(_ request: FetchRequest) -> Bool {
    request.isAlone || isBulky(request.url) || !takesRisks.load(ordering: .relaxed)
      || troubles.withLock { $0.holds(request.url) }
  }

  private static let bulkyEndings = [".zip", ".rar", ".7z", ".iso", ".exe", ".mjpg", ".mp4", ".avi"]

  private func isBulky(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    return Self.bulkyEndings.contains { path.hasSuffix($0) }
  }
}

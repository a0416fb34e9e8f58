import AuditCore
import Synchronization
import WebURL

/// What a live crawl asks: URLSession, the fallback for what it cannot read, and the cookies of the crawl.
///
/// One call is one request, as far as the server sees: where the engine could not read an answer, that is the result,
/// and the fallback takes the next attempt, which the crawl makes at its own pace. Only where no request was sent at
/// all, because no trust could be made, does the fallback take over at once.
package final class LiveFetcher: Fetcher {
  private let engine: any Fetcher
  private let fallback: any Fetcher
  private let hasFallback: Bool
  private let jar = Mutex(CookieJar())
  private let troubles = Mutex(EngineTroubles())

  /// - Parameter hasFallback: Whether the fallback can do anything (curl is installed).
  package init(engine: any Fetcher, fallback: any Fetcher, hasFallback: Bool) {
    self.engine = engine
    self.fallback = fallback
    self.hasFallback = hasFallback
  }

  package convenience init(options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock) {
    let curl = CurlFetcher(options: options, resolver: resolver, clock: clock)
    let engine = URLSessionFetcher(
      options: options, resolver: resolver, clock: clock, patience: curl.isAvailable ? Self.patience : nil)
    self.init(engine: engine, fallback: curl, hasFallback: curl.isAvailable)
  }

  package func expectSilence(at addresses: [WebURL]) {
    troubles.withLock { troubles in
      for address in addresses { troubles.note(.timedOut, at: address) }
    }
  }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    var request = request
    if let cookies = jar.withLock({ $0.header(for: request.url) }) {
      request.fields.append(HTTPField(name: "Cookie", value: cookies))
    }
    let isForFallback = hasFallback && (isBulky(request.url) || troubles.withLock { $0.holds(request.url) })
    var result = await (isForFallback ? fallback : engine).fetch(request)
    if case .failure(let failure, let detail, let at) = result {
      troubles.withLock { $0.note(failure, at: request.url) }
      if failure == .tls, hasFallback, !isForFallback, !Task.isCancelled {
        result = await fallback.fetch(request)
      } else if !hasFallback, EngineTroubles.isCurable(failure) {
        result = .failure(failure, detail: detail + "; curl could ask for it (apt install curl)", at: at)
      }
    }
    if case .response(let response) = result { jar.withLock { $0.keep(response.fields, from: request.url) } }
    return result
  }

  /// What takes longer to begin is asked for again by the fallback, which waits in peace. Long enough that a page which
  /// is merely slow is not asked for twice.
  private static let patience = Duration.seconds(10)

  /// Files that may be huge come through curl, which stops reading when told; URLSession reads on for a while.
  private static let bulkyEndings = [".zip", ".rar", ".7z", ".iso", ".exe", ".mjpg", ".mp4", ".avi"]

  private func isBulky(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    return Self.bulkyEndings.contains { path.hasSuffix($0) }
  }
}

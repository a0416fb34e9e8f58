import AuditCore
import Synchronization
import WebURL

/// What a live crawl asks: URLSession, the fallback for the few answers it cannot read, and the cookies of the crawl.
package final class LiveFetcher: Fetcher {
  private let engine: any Fetcher
  private let fallback: any Fetcher
  private let hasFallback: Bool
  private let jar = Mutex(CookieJar())
  /// Addresses that timed out or were reset: their next attempt is curl's, because URLSession burns a processor while
  /// it waits on a fresh connection (its write source is never switched off).
  private let troubled = Mutex<Set<WebURL>>([])

  /// - Parameter hasFallback: Whether the fallback can do anything (curl is installed).
  package init(engine: any Fetcher, fallback: any Fetcher, hasFallback: Bool) {
    self.engine = engine
    self.fallback = fallback
    self.hasFallback = hasFallback
  }

  package convenience init(options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock) {
    let curl = CurlFetcher(options: options, resolver: resolver, clock: clock)
    self.init(
      engine: URLSessionFetcher(options: options, resolver: resolver, clock: clock), fallback: curl,
      hasFallback: curl.isAvailable)
  }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    var request = request
    if let cookies = jar.withLock({ $0.header(for: request.url) }) {
      request.fields.append(HTTPField(name: "Cookie", value: cookies))
    }
    let isForFallback = hasFallback && (isBulky(request.url) || troubled.withLock { $0.contains(request.url) })
    var result = await (isForFallback ? fallback : engine).fetch(request)
    if !isForFallback, case .failure(let failure, let detail, let at) = result, Self.needsFallback(failure),
      !Task.isCancelled
    {
      result = await fallback.fetch(request)
      if case .failure(.other, let second, _) = result {
        result = .failure(failure, detail: "\(detail); \(second)", at: at)
      }
    }
    if case .failure(.timedOut, _, _) = result { note(request.url) }
    if case .failure(.connectionReset, _, _) = result { note(request.url) }
    if case .response(let response) = result { jar.withLock { $0.keep(response.fields, from: request.url) } }
    return result
  }

  /// Files that may be huge come through curl, which stops reading when told; URLSession reads on for a while, and a
  /// fast server fills memory meanwhile.
  private static let bulkyEndings = [".zip", ".rar", ".7z", ".iso", ".exe", ".mjpg", ".mp4", ".avi"]

  private func isBulky(_ url: WebURL) -> Bool {
    let path = url.path.lowercased()
    return Self.bulkyEndings.contains { path.hasSuffix($0) }
  }

  private func note(_ url: WebURL) {
    troubled.withLock { if $0.count < 10_000 { $0.insert(url) } }
  }

  private static func needsFallback(_ failure: FetchFailure) -> Bool {
    switch failure {
    case .tls, .malformedResponse, .other: true
    default: false
    }
  }
}

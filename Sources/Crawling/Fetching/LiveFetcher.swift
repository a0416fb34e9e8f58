import AuditCore
import Synchronization
import WebURL

/// What a live crawl asks: URLSession, the fallback for the few answers it cannot read, and the cookies of the crawl.
package final class LiveFetcher: Fetcher {
  private let engine: any Fetcher
  private let fallback: any Fetcher
  private let hasFallback: Bool
  private let jar = Mutex(CookieJar())

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
    let isBulky = hasFallback && Self.bulkyEndings.contains { request.url.path.lowercased().hasSuffix($0) }
    var result = await (isBulky ? fallback : engine).fetch(request)
    if !isBulky, case .failure(let failure, let detail, let at) = result, Self.needsFallback(failure), !Task.isCancelled
    {
      result = await fallback.fetch(request)
      if case .failure(.other, let second, _) = result {
        result = .failure(failure, detail: "\(detail); \(second)", at: at)
      }
    }
    if case .response(let response) = result { jar.withLock { $0.keep(response.fields, from: request.url) } }
    return result
  }

  /// Files that may be huge come through curl, which stops reading when told; URLSession reads on for a while, and a
  /// fast server fills memory meanwhile.
  private static let bulkyEndings = [".zip", ".rar", ".7z", ".iso", ".exe", ".mjpg", ".mp4", ".avi"]

  private static func needsFallback(_ failure: FetchFailure) -> Bool {
    switch failure {
    case .tls, .malformedResponse, .other: true
    default: false
    }
  }
}

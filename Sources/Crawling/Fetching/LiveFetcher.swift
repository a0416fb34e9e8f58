import AuditCore
import Synchronization
import WebURL

/// What a live crawl asks: URLSession, the fallback for the few answers it cannot read, and the cookies of the crawl.
package final class LiveFetcher: Fetcher {
  private let engine: any Fetcher
  private let fallback: any Fetcher
  private let jar = Mutex(CookieJar())

  package init(engine: any Fetcher, fallback: any Fetcher) {
    self.engine = engine
    self.fallback = fallback
  }

  package convenience init(options: HTTPClientOptions, resolver: any AddressResolver, clock: any CrawlClock) {
    self.init(
      engine: URLSessionFetcher(options: options, resolver: resolver, clock: clock),
      fallback: CurlFetcher(options: options, resolver: resolver, clock: clock))
  }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    var request = request
    if let cookies = jar.withLock({ $0.header(for: request.url) }) {
      request.fields.append(HTTPField(name: "Cookie", value: cookies))
    }
    var result = await engine.fetch(request)
    if case .failure(let failure, let detail, let at) = result, Self.needsFallback(failure), !Task.isCancelled {
      result = await fallback.fetch(request)
      if case .failure(.other, let second, _) = result {
        result = .failure(failure, detail: "\(detail); \(second)", at: at)
      }
    }
    if case .response(let response) = result { jar.withLock { $0.keep(response.fields, from: request.url) } }
    return result
  }

  private static func needsFallback(_ failure: FetchFailure) -> Bool {
    switch failure {
    case .tls, .malformedResponse, .other: true
    default: false
    }
  }
}

import Archive
import AuditCore
import Crawling
import Extraction
import Pipeline
import WebURL

/// One polite look at a site before it is ever crawled: its robots.txt, and its home page where that is asked for.
struct FirstRequest {
  let site: WebURL
  private let fetcher: LiveFetcher

  init(site: WebURL, contact: String?) {
    self.site = site
    let options = HTTPClientOptions(userAgent: UserAgent.text(version: ToolVersion.current, contact: contact))
    fetcher = LiveFetcher(options: options, resolver: SystemResolver(), clock: SystemClock())
  }

  enum Answer {
    case robots(RobotsPolicy, status: Int)
    case none(FetchFailure)
  }

  /// What robots.txt says to this crawler, asked once (RFC 9309 §2.3.1).
  func robots() async -> Answer {
    guard let address = WebURL(parsing: "/robots.txt", relativeTo: site) else { return .none(.other) }
    switch await fetcher.fetch(FetchRequest(url: address, maxBytes: 600_000, deadline: .seconds(20))) {
    case .failure(let failure, _, _): return .none(failure)
    case .response(let response):
      switch response.status {
      case 200..<300:
        let policy = RobotsPolicy(reading: response.body, for: UserAgent.productToken)
        return .robots(policy, status: response.status)
      case 500...: return .robots(.forbidsEverything, status: response.status)
      default: return .robots(.allowsEverything, status: response.status)
      }
    }
  }

  /// The title of the home page; nil where robots.txt forbids it, or it has none.
  func homeTitle() async -> String? {
    guard case .robots(let policy, _) = await robots(), policy.allows(site) else { return nil }
    try? await Task.sleep(for: .seconds(1))
    guard
      case .response(let response) = await fetcher.fetch(
        FetchRequest(url: site, maxBytes: 2_000_000, deadline: .seconds(20))), response.status == 200
    else { return nil }
    let delivery = Delivery(
      status: response.status, fields: response.fields, body: response.body,
      digest: WARCDigest(of: response.body).evidence, truncated: response.truncated)
    let title = DocumentExtractor().document(from: delivery, at: site).title
    return title.isEmpty ? nil : title
  }
}

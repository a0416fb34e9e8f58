import AuditCore
import Logging
import WebURL

/// Everything the crawl is given from outside: it owns the order and the manners, and nothing else.
package struct CrawlServices: Sendable {
  package var fetcher: any Fetcher
  /// Nil in a replay, where there are no machines.
  package var resolver: (any AddressResolver)?
  package var extractor: any Extractor
  package var sitemaps: (any SitemapParsing)?
  /// Tells which concepts a link names; nil where nothing is sought.
  package var recognizer: (any TopicRecognizer)?
  package var digest: @Sendable ([UInt8]) -> ContentDigest
  /// Shows pages that only script fills; nil where nobody asked for it.
  package var renderer: (any PageRenderer)?
  package var clock: any CrawlClock
  package var sink: any VisitSink
  /// An earlier recording to compare with.
  package var earlier: (any EarlierVisits)?
  package var log: Logger

  package init(
    fetcher: any Fetcher, resolver: (any AddressResolver)?, extractor: any Extractor,
    sitemaps: (any SitemapParsing)?, recognizer: (any TopicRecognizer)?,
    digest: @escaping @Sendable ([UInt8]) -> ContentDigest, renderer: (any PageRenderer)? = nil,
    clock: any CrawlClock, sink: any VisitSink, earlier: (any EarlierVisits)? = nil,
    log: Logger = Logger(label: "crawl")
  ) {
    self.fetcher = fetcher
    self.resolver = resolver
    self.extractor = extractor
    self.sitemaps = sitemaps
    self.recognizer = recognizer
    self.digest = digest
    self.renderer = renderer
    self.clock = clock
    self.sink = sink
    self.earlier = earlier
    self.log = log
  }
}

import AuditCore
import WebURL

/// How far the crawl is, for whoever watches.
package struct CrawlProgress: Sendable {
  package var fetched: Int
  package var known: Int
  /// The address asked for last.
  package var current: WebURL
  package var conceptsFound: Int
  package var conceptsSought: Int
  /// How long the crawl may still take: what is waiting at the pace so far, within the budgets.
  package var timeLeft: Duration
}

/// How the crawl ended.
package struct CrawlOutcome: Sendable {
  package var startedAt: Timestamp
  package var finishedAt: Timestamp
  package var stop: StopReason
  package var coverage: Coverage
  /// Faults of the site as a whole, such as a broken certificate.
  package var findings: [Finding]
  /// The gap kept on the site's own host.
  package var delaySeconds: Double
  /// Bytes of all bodies as received.
  package var receivedBytes: Int
  /// Requests sent, retries and robots.txt included.
  package var requests: Int
  /// Answers that said "as before" (304), and bodies that came again with the same bytes.
  package var notModified: Int
  package var sameBytes: Int
  /// Sought concepts for which something was delivered.
  package var found: [ConceptID]
}

/// Why the crawl ended; the raw value goes into the manifest.
package enum StopReason: String, Sendable {
  /// Everything known was fetched.
  case finished
  /// Every concept sought was found, and nothing promising is left.
  case settled
  /// Some concepts were not found, and what is left cannot hold them.
  case exhausted = "nothing-promising-left"
  case maxPages = "max-pages"
  case maxTime = "max-time"
  case maxBytes = "max-total-bytes"
  case interrupted
  /// The site stopped answering.
  case unreachable = "site-unreachable"
  /// The site refuses every request.
  case refused = "site-refuses"

  /// Whether the crawl ended of itself, rather than by a limit, a signal or the site.
  package var isComplete: Bool { self == .finished || self == .settled || self == .exhausted }
}

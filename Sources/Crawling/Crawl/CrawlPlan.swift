import AuditCore
import WebURL

/// What one crawl is to do, and how far it may go.
package struct CrawlPlan: Sendable {
  /// Where the crawl starts: the site's home page.
  package var site: WebURL
  /// Concepts looked for; empty where the whole site is wanted.
  package var sought: [ConceptID]
  /// The fiscal year (Buddhist era) whose disclosures are fetched before those of other years.
  package var focusYear: Int?
  /// Concepts whose disclosure of the focus year speaks of the year before it, such as an annual report.
  package var aboutYearBefore: Set<ConceptID> = []
  /// Addresses that may be asked for, robots.txt and sitemaps not counted.
  package var maxPages = 3_000
  package var maxDuration = Duration.seconds(3_600)
  /// What an interrupted crawl had already taken of `maxDuration`.
  package var spent = Duration.zero
  /// Bytes of one body.
  package var maxFileBytes = 50_000_000
  /// Bytes of all bodies.
  package var maxTotalBytes = 4_000_000_000
  /// The least gap between the starts of two requests to one host.
  package var delay = Duration.seconds(1)
  /// Requests at once, on all hosts together.
  package var concurrency = 4
  /// The owner runs the crawl: a delay shorter than the Crawl-delay of robots.txt is kept. Said in the report.
  package var isOwnSite = false
  /// No early stop: everything within the budgets is fetched.
  package var isExhaustive = false
  /// Whole time of one request.
  package var requestDeadline = Duration.seconds(90)
  /// How often one address is asked for when it answers 429, 5xx or not at all.
  package var attempts = 3

  /// Hops of one chain of redirects (RFC 9110 §15.4 leaves the number to the client).
  package static let maximumRedirects = 10
  /// Redirects of robots.txt that are followed (RFC 9309 §2.3.1.2).
  package static let maximumRobotsRedirects = 5
  /// Links from the home page: a list that only links to its next page makes long ways, a trap makes endless ones.
  package static let maximumDepth = 2_000
  /// Sitemap files read.
  package static let maximumSitemaps = 50
  /// Entries taken from all sitemap files (one file holds at most 50,000, sitemaps.org).
  package static let maximumSitemapEntries = 50_000
  /// Addresses remembered; a site that invents more is a trap.
  package static let maximumKnown = 200_000

  package init(site: WebURL, sought: [ConceptID] = []) {
    self.site = site
    self.sought = sought
  }
}

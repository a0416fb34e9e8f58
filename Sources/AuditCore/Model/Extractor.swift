import WebURL

/// The role of whatever turns a body into a document. Pure: no network, clock, process or file.
package protocol Extractor: Sendable {
  /// Reads one body under its caps of bytes, nesting, entries and ratio. Hostile input gives a document with
  /// `faults` or an `unopenable` readability, never an error.
  func document(from delivery: Delivery, at url: WebURL) -> Document
}

/// The role of whatever reads sitemaps and feeds (sitemaps.org 0.9, RSS, Atom): the crawl asks for addresses only.
package protocol SitemapParsing: Sendable {
  /// Takes what is well formed out of a body, gzip or not, under caps; never reads anything the body points at.
  func addresses(in bytes: [UInt8]) -> SitemapReading
}

/// The addresses that a sitemap or feed names, as written and in order.
package struct SitemapReading: Sendable, Hashable {
  package enum Kind: String, Sendable {
    /// Names other sitemaps.
    case index
    case urlset, rss, atom, text
    /// Neither a sitemap nor a feed.
    case none
  }

  package struct Entry: Sendable, Hashable {
    package var location: String
    /// As written (W3C date and time in sitemaps, RFC 822 in RSS).
    package var lastModified: String?
    /// The title of a feed's entry.
    package var title: String

    package init(location: String, lastModified: String? = nil, title: String = "") {
      self.location = location
      self.lastModified = lastModified
      self.title = title
    }
  }

  package var kind: Kind
  /// Title of the feed, empty for sitemaps.
  package var title: String
  package var entries: [Entry]
  package var faults: [String]

  package init(kind: Kind, title: String = "", entries: [Entry] = [], faults: [String] = []) {
    self.kind = kind
    self.title = title
    self.entries = entries
    self.faults = faults
  }
}

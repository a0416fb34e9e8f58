import WebURL

/// The recorded site, ready for judging: pages with their condition and own text, links with their words,
/// and the way that a visitor clicks to each page.
package struct SiteIndex: Sendable {
  package let home: WebURL
  package let pages: [IndexedPage]
  package let links: [IndexedLink]
  package let coverage: Coverage
  let pageByKey: [String: Int]
  private let canonicalizer: URLCanonicalizer

  init(
    home: WebURL, pages: [IndexedPage], links: [IndexedLink], coverage: Coverage, pageByKey: [String: Int],
    canonicalizer: URLCanonicalizer
  ) {
    self.home = home
    self.pages = pages
    self.links = links
    self.coverage = coverage
    self.pageByKey = pageByKey
    self.canonicalizer = canonicalizer
  }

  /// Where following an address ends up.
  package enum Arrival: Sendable, Hashable {
    case page(Int)
    /// A redirect to the home page: the thing itself is gone.
    case homeInstead(from: Int)
    /// A redirect that leads nowhere or in circles.
    case astray(from: Int)
    /// The snapshot does not hold it.
    case notRecorded
  }

  /// Follows redirects from an address, at most ten.
  package func arrival(at key: String) -> Arrival {
    guard let start = pageByKey[key] else { return .notRecorded }
    var at = start
    for _ in 0..<10 {
      guard case .redirect(let target) = pages[at].condition else {
        let isHome = at == homePage && at != start
        return isHome ? .homeInstead(from: start) : .page(at)
      }
      guard let target, let next = pageByKey[self.key(of: target)] else { return .astray(from: start) }
      if next == at { return .astray(from: start) }
      at = next
    }
    return .astray(from: start)
  }

  package func key(of url: WebURL) -> String { canonicalizer.canonical(url).href }

  package var homePage: Int? { pageByKey[key(of: home)] }

  /// How many web pages and how many documents were looked through.
  package var searchedPages: Int { pages.count { $0.document.map { !$0.mediaType.isDocument } ?? false } }
  package var searchedDocuments: Int { pages.count { $0.document?.mediaType.isDocument ?? false } }
}

import WebURL

/// What a recording of the whole site already holds, looked up by address: declared addresses that the night's crawl
/// has just seen are neither asked for nor kept a second time.
package struct HeldPages: Sendable {
  private let canonicalizer: URLCanonicalizer
  private var pages: [String: SeenPage] = [:]
  /// Answers to the request for an address that cannot exist.
  package private(set) var controls: [SeenPage] = []

  package init(home: WebURL) {
    canonicalizer = URLCanonicalizer(preferred: home)
  }

  /// Takes in one visit of the recording; the first of a page that was asked for stays. What a budget left out is not
  /// held: a declared address is worth a request of its own.
  package mutating func add(_ page: SeenPage) {
    switch page.visit.purpose {
    case .soft404Control: controls.append(page)
    case .page:
      if case .leftOut = page.visit.outcome { return }
      let key = canonicalizer.canonical(page.visit.url).href
      if pages[key].map({ $0.document == nil && page.document != nil }) ?? true { pages[key] = page }
    case .robots, .sitemap: return
    }
  }

  /// The page under an address, as if it had been asked for in just that spelling.
  package subscript(url: WebURL) -> SeenPage? {
    guard let page = pages[canonicalizer.canonical(url).href] else { return nil }
    return page.readdressed(to: url)
  }

  var documents: [Document] { pages.values.compactMap(\.document) }
}

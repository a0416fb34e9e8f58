import WebURL

/// Everything that was seen while looking at declared addresses, and what of it belongs to which address.
package struct DeclaredEvidence: Sendable {
  package let home: WebURL
  private let pages: [WebURL: SeenPage]
  private let held: HeldPages?
  /// Answers to the request for an address that cannot exist: what "not found" looks like on this site.
  let controls: [SeenPage]
  private let reach: DeclaredReach
  /// Blocks of text that stand on so many pages that they are the site's frame.
  private let frame: Set<String>

  /// Hops of one chain of redirects.
  package static let mostRedirects = 10

  /// - Parameter held: a recording of the whole site that answers for what was not asked for here.
  package init(home: WebURL, pages seen: [SeenPage], held: HeldPages? = nil, recognizer: any TopicRecognizer) {
    self.home = home
    var pages: [WebURL: SeenPage] = [:]
    for page in seen where page.visit.purpose == .page && pages[page.visit.url.withoutFragment] == nil {
      pages[page.visit.url.withoutFragment] = page
    }
    self.pages = pages
    self.held = held
    controls = seen.filter { $0.visit.purpose == .soft404Control } + (held?.controls ?? [])
    reach = DeclaredReach(recognizer: recognizer, home: home, homePage: (pages[home] ?? held?[home])?.document)
    frame = Self.frame(of: seen.compactMap(\.document) + (held?.documents ?? []))
  }

  var homePage: SeenPage? { page(at: home) }

  private func page(at url: WebURL) -> SeenPage? { pages[url] ?? held?[url] }

  /// Texts that at least four pages, and a fifth of all, have in common.
  private static func frame(of documents: [Document]) -> Set<String> {
    let web = documents.filter { $0.mediaType == .html }
    var counts: [String: Int] = [:]
    for document in web {
      for text in Set(document.blocks.map(\.text)) { counts[text, default: 0] += 1 }
    }
    let common = max(4, web.count / 5)
    return Set(counts.filter { $0.value >= common }.keys)
  }

  /// An address, what it redirects to, and the last of them: the page an assessor ends up on.
  package func chain(from address: WebURL) -> [SeenPage] {
    var chain: [SeenPage] = []
    var next: WebURL? = address.withoutFragment
    var met: Set<WebURL> = []
    while let url = next, chain.count <= Self.mostRedirects, met.insert(url).inserted, let page = page(at: url) {
      chain.append(page)
      next = page.redirect
    }
    return chain
  }

  /// What a declared address stands for: where it leads, and the documents linked there for the item, in that order.
  /// Links to anything else on the site, and its frame, are taken off, so that no menu speaks for the page.
  func pages(behind address: WebURL, for item: ItemRule) -> [SeenPage] {
    let chain = chain(from: address)
    guard let end = chain.last, let document = end.document else { return chain }
    let linked = reach.addresses(on: document, at: end.visit.url.withoutFragment, for: item)
    let others = linked.flatMap { self.chain(from: $0) }
    let known = Set((chain + others).map { $0.visit.url.withoutFragment })
    return (chain + others).map { page in
      guard var document = page.document, document.mediaType == .html else { return page }
      let url = page.visit.url.withoutFragment
      if url != home { document.blocks.removeAll { frame.contains($0.text) } }
      document.links.removeAll { link in
        let isElsewhere = link.target.map { HostRelation($0.host ?? "", home.host ?? "") == .other } ?? false
        if item.ownPage, isElsewhere { return false }
        guard reach.isOwn(link, of: url) else { return true }
        return link.target.map { !isElsewhere && !known.contains($0.withoutFragment) } ?? false
      }
      var page = page
      page.document = document
      return page
    }
  }
}

import WebURL

/// Builds a `SiteIndex` from visits, one at a time and in the order of recording, so that bodies need not stay
/// in memory: only what was extracted is kept, and what repeats on every page is kept once.
package struct SiteIndexBuilder {
  private let home: WebURL
  private let siteHosts: Set<String>
  private let canonicalizer: URLCanonicalizer
  private var pages: [IndexedPage] = []
  private var pageByKey: [String: Int] = [:]
  private var links: [IndexedLink] = []
  /// Links by a hash of all that makes two the same one: target, words and surroundings.
  private var linksBySight: [Int: [Int]] = [:]
  private var keys: [ExactText: String] = [:]
  private var blockCount: [ExactText: Int] = [:]
  private var titleCount: [String: Int] = [:]
  private var pictureCount: [String: Int] = [:]
  /// What was shown for addresses that cannot exist.
  private var controlDigests: Set<ContentDigest> = []
  /// Keys of pages that a browser rendered: before that all of a site's pages may be the same shell.
  private var renderedKeys: Set<String> = []
  private var htmlPages = 0

  package init(home: WebURL, extraHosts: [String], canonicalizer: URLCanonicalizer) {
    self.home = home
    self.canonicalizer = canonicalizer
    var hosts = Set(extraHosts)
    if let host = home.host {
      let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
      hosts.formUnion([host, bare, "www." + bare])
    }
    siteHosts = hosts
  }

  /// Takes in one visit with what Extraction read from it. A second visit of the same page is dropped unless the
  /// first delivered nothing.
  package mutating func add(_ visit: Visit, document: Document?) {
    guard visit.purpose == .page || visit.purpose == .soft404Control else { return }
    if visit.purpose == .soft404Control {
      if case .delivered(let delivery) = visit.outcome { controlDigests.insert(delivery.digest) }
      return
    }
    let key = canonicalizer.canonical(visit.url).href
    let page = makePage(visit, key: key, document: document)
    if let known = pageByKey[key] {
      guard pages[known].document == nil, document != nil else { return }
      pages[known] = page
      count(document, page: known)
      return
    }
    pageByKey[key] = pages.count
    pages.append(page)
    count(document, page: pages.count - 1)
  }

  private mutating func makePage(_ visit: Visit, key: String, document: Document?) -> IndexedPage {
    var digest: ContentDigest?
    let condition: PageCondition
    switch visit.outcome {
    case .delivered(let delivery):
      digest = delivery.digest
      condition = .readable
      if delivery.renderedPage != nil { renderedKeys.insert(key) }
    case .redirected(_, let target): condition = .redirect(to: target)
    case .refused(let status): condition = .refused(status: status)
    case .forbiddenByRobots: condition = .forbiddenByRobots
    case .failed(let failure, let detail): condition = .unreachable(failure, detail: detail)
    case .leftOut(let reason): condition = .leftOut(reason)
    }
    return IndexedPage(
      url: visit.url, key: key, fetchedAt: visit.at, condition: condition, document: document, digest: digest,
      isOffSite: !siteHosts.contains(visit.url.host ?? ""), ownBlocks: [], links: [], clickPath: nil)
  }

  /// Counts blocks and takes in links, so that `index` can tell a page's own content from the site's frame.
  private mutating func count(_ document: Document?, page: Int) {
    guard let document else { return }
    if document.mediaType == .html {
      htmlPages += 1
      for text in Set(document.blocks.map { ExactText($0.text) }) { blockCount[text, default: 0] += 1 }
      titleCount[document.title, default: 0] += 1
      for source in Set(document.pictures.map(\.source)) { pictureCount[source, default: 0] += 1 }
    }
    var placed: [Int] = []
    var counted: Set<Int> = []
    for link in document.links {
      let target = link.target.map { key(of: $0) }
      let sight = LinkSight(link, target: target)
      if let known = linksBySight[sight.hash]?.first(where: { sight.isSame(as: links[$0]) }) {
        if counted.insert(known).inserted {
          links[known].occurrences += 1
          placed.append(known)
        }
      } else {
        counted.insert(links.count)
        linksBySight[sight.hash, default: []].append(links.count)
        placed.append(links.count)
        links.append(
          IndexedLink(link: link, targetKey: target, firstPage: page, occurrences: 1, isChrome: false))
      }
    }
    pages[page].links = placed
  }

  /// The canonical key of an address; menus name the same ones on every page.
  private mutating func key(of url: WebURL) -> String {
    let address = ExactText(url.href)
    if let known = keys[address] { return known }
    let key = canonicalizer.canonical(url).href
    keys[address] = key
    return key
  }

  private func page(at url: WebURL) -> Int? { pageByKey[canonicalizer.canonical(url).href] }

  /// Pages that only show what the site shows for every address that cannot exist. Where that is the home page, the home
  /// page itself, or what it leads to, is none of them.
  private func missingPages() -> Set<Int> {
    var homePages: Set<Int> = []
    var next = page(at: home)
    while let at = next, homePages.insert(at).inserted {
      guard case .redirect(let target) = pages[at].condition else { break }
      next = target.flatMap { page(at: $0) }
    }
    let missing = pages.indices.filter { at in
      let isShown = pages[at].digest.map { controlDigests.contains($0) } ?? false
      return isShown && !homePages.contains(at) && !renderedKeys.contains(pages[at].key)
    }
    return Set(missing)
  }

  /// Finishes: frame and content told apart, conditions decided, ways from the home page found.
  package consuming func index(coverage: Coverage) -> SiteIndex {
    let missing = missingPages()
    let common = max(4, htmlPages / 5)
    for at in links.indices where links[at].occurrences >= common { links[at].isChrome = true }
    let signs = PageSigns()
    let spam = SpamSigns()
    for at in pages.indices {
      guard let document = pages[at].document else { continue }
      let isHTML = document.mediaType == .html
      var own = document.blocks.filter { block in
        guard isHTML else { return true }
        let inFrame = block.region == .navigation || block.region == .footer || block.region == .breadcrumb
        return !inFrame && (blockCount[ExactText(block.text)] ?? 0) < common
      }
      if isHTML, own.isEmpty {
        // One long text under many addresses: it is what each of them shows.
        let shown = document.blocks.filter { $0.region == .main }
        if PageSigns.letters(shown) >= PageSigns.longText { own = shown }
      }
      pages[at].ownBlocks = own
      pages[at].isSpam = isHTML && spam.isSpam(title: document.title, blocks: own)
      pages[at].sharesTitle = isHTML && (titleCount[document.title] ?? 0) >= common
      guard pages[at].condition == .readable else { continue }
      let ownLinks = pages[at].links.count { !links[$0].isChrome && links[$0].link.region == .main }
      let ownPictures = document.pictures.count { $0.region == .main && (pictureCount[$0.source] ?? 0) < common }
      pages[at].condition = signs.condition(
        of: document, ownBlocks: own, ownLinks: ownLinks, ownPictures: ownPictures)
      if missing.contains(at), !pages[at].condition.hidesPages { pages[at].condition = .softNotFound }
    }
    let paths = ClickPaths(pages: pages, links: links, pageByKey: pageByKey, home: page(at: home)) {
      canonicalizer.canonical($0).href
    }
    for at in pages.indices { pages[at].clickPath = paths.labels(to: at) }
    return SiteIndex(
      home: home, pages: pages, links: links, coverage: coverage, pageByKey: pageByKey,
      canonicalizer: canonicalizer)
  }
}

/// What makes two links the same one: target, words and surroundings. A link is looked up once for every page it stands
/// on, so nothing is copied for it.
private struct LinkSight {
  private let link: Link
  private let target: String?
  let hash: Int

  init(_ link: Link, target: String?) {
    self.link = link
    self.target = target
    var hasher = Hasher()
    ExactText(target ?? link.rawTarget).hash(into: &hasher)
    ExactText(link.text).hash(into: &hasher)
    for text in link.row { ExactText(text).hash(into: &hasher) }
    ExactText(link.item).hash(into: &hasher)
    ExactText(link.before).hash(into: &hasher)
    for text in link.headings { ExactText(text).hash(into: &hasher) }
    for text in link.menuPath { ExactText(text).hash(into: &hasher) }
    hasher.combine(link.region)
    hash = hasher.finalize()
  }

  func isSame(as known: IndexedLink) -> Bool {
    let other = known.link
    guard link.region == other.region, Self.same(target ?? link.rawTarget, known.targetKey ?? other.rawTarget),
      Self.same(link.text, other.text)
    else { return false }
    if Self.same(link.item, other.item), Self.same(link.before, other.before), Self.same(link.row, other.row),
      Self.same(link.headings, other.headings), Self.same(link.menuPath, other.menuPath)
    {
      return true
    }
    return Self.same(Self.around(link), Self.around(other))
  }

  private static func around(_ link: Link) -> [String] {
    link.row + [link.item, link.before] + link.headings + link.menuPath
  }

  private static func same(_ one: String, _ other: String) -> Bool { ExactText(one) == ExactText(other) }

  private static func same(_ one: [String], _ other: [String]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { same($0, $1) }
  }
}

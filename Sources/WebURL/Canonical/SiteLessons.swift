/// What one site has shown about its own addresses: facts that no address tells by itself.
struct SiteLessons: Sendable {
  /// Host without `www.` → the host the site prefers.
  private var preferredHosts: [String: String] = [:]
  /// Host without `www.` → the scheme the site prefers.
  private var preferredSchemes: [String: String] = [:]
  /// Places in a path where capitals do not matter: host and path down to that segment, in small letters.
  private var caselessPlaces: Set<String> = []
  /// How many segments down capitals are looked at; a path may have thousands, and each is looked up by all above it.
  private static let deepestPlace = 16
  /// Hosts that answer `/news` and `/news/` alike.
  private var slashlessHosts: Set<String> = []
  /// Lists (host and path) and the parameters whose first page is the bare list.
  private var firstPages: [String: Set<QueryPair>] = [:]
  /// Hosts and the name of the index page that is also their front page.
  private var frontPages: Set<String> = []

  /// Whether an address may read differently for what the site has taught about scheme, host and path. (Lists and
  /// front pages are asked for where the address itself gives cause.)
  func concern(_ url: WebURL) -> Bool {
    guard url.isHTTP else { return false }
    if !caselessPlaces.isEmpty || !slashlessHosts.isEmpty { return true }
    guard !preferredHosts.isEmpty, let host = url.host else { return false }
    let bare = HostRelation.bare(host)
    return preferredHosts[bare] ?? host != host || preferredSchemes[bare] ?? url.scheme != url.scheme
  }

  mutating func prefer(_ url: WebURL) {
    guard url.isHTTP, let host = url.host else { return }
    preferredHosts[HostRelation.bare(host)] = host
    preferredSchemes[HostRelation.bare(host)] = url.scheme
  }

  func applyScheme(to draft: inout CanonicalDraft) {
    guard let scheme = preferredSchemes[HostRelation.bare(draft.host)],
      draft.port == nil || draft.port == SchemeKind(scheme.utf8).defaultPort.map(Int.init)
    else { return }
    draft.scheme = scheme
  }

  func applyHost(to draft: inout CanonicalDraft) {
    if let host = preferredHosts[HostRelation.bare(draft.host)] { draft.host = host }
  }

  func applyCase(to draft: inout CanonicalDraft) {
    guard !caselessPlaces.isEmpty else { return }
    for index in draft.segments.indices.prefix(Self.deepestPlace) where caselessPlaces.contains(draft.place(of: index))
    {
      draft.segments[index] = draft.segments[index].lowercasedOutsideEscapes
    }
  }

  func applyTrailingSlash(to draft: inout CanonicalDraft) {
    guard slashlessHosts.contains(draft.host) else { return }
    while draft.segments.count > 1, draft.segments.last == "" { draft.segments.removeLast() }
  }

  /// The pairs without those that ask for the first page of a list.
  func withoutFirstPage(_ draft: CanonicalDraft) -> [QueryPair] {
    let list = firstPages.isEmpty ? nil : draft.listKey
    return draft.pairs.filter { pair in
      if FirstPage.matches(pair) { return false }
      guard let list, FirstPage.isPossible(pair) else { return true }
      return !(firstPages[list]?.contains(pair) ?? false)
    }
  }

  /// Whether the address is an index page that is also the front page of its host.
  func isFrontPage(_ draft: CanonicalDraft) -> Bool { frontPages.contains(draft.place(of: 0)) }

  /// Compares two addresses that showed one page, and remembers what their difference teaches.
  mutating func learn(_ one: CanonicalDraft, answersAs other: CanonicalDraft) -> CanonicalRule? {
    var aligned = one
    aligned.host = other.host
    aligned.scheme = other.scheme
    if aligned == other { return learnOrigin(one, other) }
    aligned = one
    aligned.pairs = other.pairs
    aligned.segments = other.segments
    guard aligned == other else { return nil }
    return one.pairs == other.pairs ? learnPath(one, other) : learnFirstPage(one, other)
  }

  private mutating func learnOrigin(_ one: CanonicalDraft, _ other: CanonicalDraft) -> CanonicalRule? {
    guard one.scheme == other.scheme || one.port == nil, HostRelation(one.host, other.host).isSameSite else {
      return nil
    }
    preferredHosts[HostRelation.bare(other.host)] = other.host
    guard one.scheme != other.scheme else { return .www }
    preferredSchemes[HostRelation.bare(other.host)] = other.scheme
    return one.host == other.host ? .scheme : .www
  }

  private mutating func learnFirstPage(_ one: CanonicalDraft, _ other: CanonicalDraft) -> CanonicalRule? {
    let (longer, shorter) = one.pairs.count > other.pairs.count ? (one, other) : (other, one)
    guard let pair = longer.pairs.first(where: { !shorter.pairs.contains($0) }), FirstPage.isPossible(pair),
      longer.pairs.filter({ $0 != pair }) == shorter.pairs, longer.folderSegments == shorter.folderSegments
    else { return nil }
    firstPages[longer.listKey, default: []].insert(pair)
    return .firstPage
  }

  private mutating func learnPath(_ one: CanonicalDraft, _ other: CanonicalDraft) -> CanonicalRule? {
    let (longer, shorter) = one.segments.count > other.segments.count ? (one, other) : (other, one)
    if longer.segments == shorter.segments + [""] {
      slashlessHosts.insert(one.host)
      return .trailingSlash
    }
    for (draft, twin) in [(one, other), (other, one)]
    where draft.namesIndexPage && draft.segments.count == 1 && twin.segments == [""] {
      frontPages.insert(draft.place(of: 0))
      return .indexPages
    }
    guard longer.segments.count == shorter.segments.count else { return nil }
    let differing = one.segments.indices.filter { one.segments[$0] != other.segments[$0] }
    guard differing.allSatisfy({ $0 < Self.deepestPlace }),
      differing.allSatisfy({ one.place(of: $0) == other.place(of: $0) })
    else { return nil }
    caselessPlaces.formUnion(differing.map(one.place))
    return .pathCase
  }
}

extension CanonicalDraft {
  /// Host and path down to a segment, in small letters.
  fileprivate func place(of index: Int) -> String {
    (host + "/" + segments[...index].joined(separator: "/")).lowercasedOutsideEscapes
  }

  fileprivate var listKey: String { host + "/" + folderSegments.joined(separator: "/") }
}

extension String {
  /// ASCII letters in small, those of `%XX` in capitals as everywhere.
  fileprivate var lowercasedOutsideEscapes: String {
    EscapeForm.path.normalised(String(decoding: utf8.map(\.lowercasedASCII), as: UTF8.self))
  }
}

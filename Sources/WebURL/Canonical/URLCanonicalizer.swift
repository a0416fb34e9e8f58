/// Gives every page of a site one address: the key under which it is remembered, whatever link led to it.
///
/// A value: what it learns while a site is read stays in the copy that learnt it. Keys made before a lesson are not
/// made anew; at worst a page is asked for once more.
package struct URLCanonicalizer: Sendable {
  package let rules: Set<CanonicalRule>
  private let rulesInOrder: [CanonicalRule]
  private let requestRules: [CanonicalRule]
  private var lessons = SiteLessons()

  /// - Parameter preferred: The address the site itself prefers (where its front page answered after redirects). Its
  ///   scheme and its host with or without `www.` become those of every address of that site.
  package init(rules: Set<CanonicalRule> = Set(CanonicalRule.allCases), preferred: WebURL? = nil) {
    self.rules = rules
    rulesInOrder = CanonicalRule.allCases.filter(rules.contains)
    requestRules = rulesInOrder.filter(\.changesRequest)
    if let preferred { lessons.prefer(preferred) }
  }

  /// The key of the page an address leads to.
  package func canonical(_ url: WebURL) -> WebURL { read(url).address }

  /// The address to ask the server for: without session, tracking, print and sort parameters, otherwise as written.
  /// A redirect is followed to the very address it names, or a server that insists on its session id never answers.
  package func requestAddress(_ url: WebURL) -> WebURL {
    reading(url, rules: requestRules).address
  }

  /// The key and the rules that made it differ from the address, in the order they were applied.
  package func read(_ url: WebURL) -> CanonicalReading { reading(url, rules: rulesInOrder) }

  /// Tells that two different addresses showed one page: one redirected to the other, or both bodies were the same.
  /// What follows for other addresses of the site is remembered.
  ///
  /// Only answers that are pages count: error pages, login walls and firewalls look the same everywhere.
  /// - Parameters:
  ///   - address: The address that turned out to be another's twin.
  ///   - original: The address to keep.
  /// - Returns: The rule that the lesson feeds, or nil when nothing follows.
  @discardableResult
  package mutating func learn(_ address: WebURL, answersAs original: WebURL) -> CanonicalRule? {
    let one = read(address)
    let other = read(original)
    guard one.address != other.address, address.isHTTP, original.isHTTP else { return nil }
    return lessons.learn(CanonicalDraft(one.address), answersAs: CanonicalDraft(other.address))
  }

  private func reading(_ url: WebURL, rules: [CanonicalRule]) -> CanonicalReading {
    var signs = AddressSigns(url)
    if lessons.concern(url) { signs.insert(.lessons) }
    guard rules.contains(where: { !signs.isDisjoint(with: $0.occasions) }) else {
      return CanonicalReading(address: url, fired: [])
    }
    if signs == .fragment { return CanonicalReading(address: url.withoutFragment, fired: [.fragment]) }
    var draft = CanonicalDraft(url)
    var fired: [CanonicalRule] = []
    for rule in rules where !signs.isDisjoint(with: rule.occasions) {
      let before = draft
      rule.apply(to: &draft, lessons: lessons, rules: rules)
      if draft != before { fired.append(rule) }
    }
    guard !fired.isEmpty, let address = draft.address else { return CanonicalReading(address: url, fired: []) }
    return CanonicalReading(address: address, fired: fired)
  }
}

/// The key of a page, and why it differs from the address that was read.
package struct CanonicalReading: Sendable, Equatable {
  package let address: WebURL
  package let fired: [CanonicalRule]
}

extension CanonicalRule {
  /// Applies the rule. The order of the cases is the order of application: a later rule sees what earlier ones left,
  /// and none brings back what an earlier one removes, so that a second reading changes nothing.
  fileprivate func apply(to draft: inout CanonicalDraft, lessons: SiteLessons, rules: [CanonicalRule]) {
    switch self {
    case .fragment: draft.fragment = nil
    case .scheme: lessons.applyScheme(to: &draft)
    case .www: lessons.applyHost(to: &draft)
    case .hostDot: draft.dropRootDot()
    case .defaultPort: draft.dropDefaultPort()
    case .percentEncoding: draft.normaliseEscapes()
    case .sessionIdentifiers:
      draft.dropPathSessions(uncoveringDots: rules.contains(.dotSegments))
      draft.pairs = SessionIdentifier.removed(from: draft.pairs)
    case .dotSegments: draft.resolveDotSegments()
    case .duplicateSlashes: draft.dropEmptySegments()
    case .straySemicolon: draft.dropStraySemicolon()
    case .pathCase: lessons.applyCase(to: &draft)
    case .trailingSlash: lessons.applyTrailingSlash(to: &draft)
    case .trackingParameters: draft.pairs.removeAll(where: TrackingParameter.matches)
    case .cacheBusters: draft.pairs.removeAll(where: CacheBuster.matches)
    case .sortPermutations: draft.pairs = ListingParameter.removed(from: draft.pairs)
    case .printViews: draft.pairs = PrintView.removed(from: draft.pairs, of: draft.segments.last ?? "")
    case .firstPage: draft.pairs = lessons.withoutFirstPage(draft)
    case .emptyQuery: draft.pairs.removeAll { $0.name.isEmpty && $0.value == nil }
    case .parameterOrder: draft.orderParameters()
    case .indexPages: draft.dropIndexPage(evenAtRoot: lessons.isFrontPage(draft))
    }
  }
}

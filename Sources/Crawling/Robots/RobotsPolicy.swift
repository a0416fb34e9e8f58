import WebURL

/// What one site's robots.txt lets one crawler do (RFC 9309). Always obeyed.
package struct RobotsPolicy: Sendable {
  private struct Rule: Sendable {
    let allows: Bool
    let pattern: RobotsPattern
    /// The same with escapes of unreserved letters resolved; nil where that changes nothing.
    let unescaped: RobotsPattern?

    init(_ path: [UInt8], allows: Bool) {
      self.allows = allows
      pattern = RobotsPattern(path)
      let plain = RobotsPattern.unescapingUnreserved(path)
      unescaped = plain == path ? nil : RobotsPattern(plain)
    }
  }

  private let rules: [Rule]
  private let refusesEverything: Bool
  /// The Crawl-delay of the groups that apply, in seconds; the longest of several.
  package let crawlDelay: Double?
  /// The addresses of all Sitemap lines, as written.
  package let sitemaps: [String]

  /// No robots.txt, or one that the server refuses with 4xx: everything may be fetched (RFC 9309 §2.3.1.3).
  package static let allowsEverything = RobotsPolicy(refusesEverything: false)
  /// A robots.txt that cannot be had (5xx, no answer): nothing may be fetched (RFC 9309 §2.3.1.4).
  package static let forbidsEverything = RobotsPolicy(refusesEverything: true)

  private init(refusesEverything: Bool) {
    rules = []
    self.refusesEverything = refusesEverything
    crawlDelay = nil
    sitemaps = []
  }

  /// Reads the file for one crawler. Groups that name the same crawler are one (RFC 9309 §2.2.1); the groups of `*`
  /// count only where none names it. Nothing in the file is an error.
  /// - Parameter agent: The product token of the crawler, `oitcheck`.
  package init(reading text: [UInt8], for agent: String) {
    let agent = agent.lowercased()
    var own = Group()
    var everyone = Group()
    var names: Set<String> = []
    var isNaming = true
    var sitemaps: [String] = []
    for case let line? in RobotsLines(text) {
      switch line {
      case .userAgent(let name):
        if !isNaming { names = [] }
        isNaming = true
        names.insert(name)
        if name == agent, !name.isEmpty { own.isNamed = true }
      case .allow(let path), .disallow(let path):
        isNaming = false
        guard !path.isEmpty else { break }
        var allows = false
        if case .allow = line { allows = true }
        if names.contains(agent) { own.add(path, allows: allows) }
        if names.contains("*") { everyone.add(path, allows: allows) }
      case .crawlDelay(let seconds):
        if names.contains(agent) { own.crawlDelay = max(own.crawlDelay ?? 0, seconds) }
        if names.contains("*") { everyone.crawlDelay = max(everyone.crawlDelay ?? 0, seconds) }
      case .sitemap(let address):
        if sitemaps.count < Self.maximumSitemaps { sitemaps.append(address) }
      case .unknown: break
      }
    }
    let group = own.isNamed ? own : everyone
    rules = group.rules
    crawlDelay = group.crawlDelay
    self.sitemaps = sitemaps
    refusesEverything = false
  }

  /// Whether a path with its query may be fetched: the longest pattern decides, Allow wins a tie (RFC 9309 §2.2.2).
  package func allows(path: String) -> Bool {
    guard !refusesEverything else { return false }
    return allows(Array(path.utf8)) { $0.pattern }
  }

  /// Whether an address may be fetched. Its escapes are compared as they stand and once more with those of unreserved
  /// letters resolved, and both answers must allow it: readers differ here, and we take the stricter one.
  /// `/robots.txt` itself always may (RFC 9309 §2.2.2).
  package func allows(_ url: WebURL) -> Bool {
    let target = url.requestTarget
    guard target != "/robots.txt" else { return true }
    guard allows(path: target) else { return false }
    let literal = RobotsPattern.escaped(target.utf8)
    return allows(RobotsPattern.unescapingUnreserved(literal)) { $0.unescaped ?? $0.pattern }
  }

  private func allows(_ path: [UInt8], by pattern: (Rule) -> RobotsPattern) -> Bool {
    var longestAllow = 0
    var longestDisallow = 0
    for rule in rules {
      let candidate = pattern(rule)
      guard candidate.length > (rule.allows ? longestAllow : longestDisallow), candidate.fits(path) else { continue }
      if rule.allows { longestAllow = candidate.length } else { longestDisallow = candidate.length }
    }
    return longestAllow >= longestDisallow
  }

  /// More Sitemap lines than this are not read.
  private static let maximumSitemaps = 500

  /// The rules collected for one product token.
  private struct Group {
    var isNamed = false
    var rules: [Rule] = []
    var crawlDelay: Double?

    static let maximumRules = 20_000

    mutating func add(_ path: [UInt8], allows: Bool) {
      guard rules.count < Self.maximumRules else { return }
      rules.append(Rule(path, allows: allows))
      if allows, let folder = Self.folder(ofIndexPage: path) { rules.append(Rule(folder, allows: true)) }
    }

    /// `Allow: /a/index.html` also allows `/a/` itself, as large search engines read it.
    private static func folder(ofIndexPage path: [UInt8]) -> [UInt8]? {
      guard let slash = path.lastIndex(of: UInt8(ascii: "/")), path[slash...].starts(with: "/index.htm".utf8) else {
        return nil
      }
      return path[...slash] + [UInt8(ascii: "$")]
    }
  }
}

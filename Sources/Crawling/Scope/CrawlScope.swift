import WebURL

/// Which addresses belong to the audited site, and which may be asked for at all.
///
/// The site is its host with and without `www.`, and the extra hosts it is configured with. Links are written by
/// strangers: one that leads into a network of ours (loopback, private, link-local, metadata …) is refused, unless the
/// audited site itself lies in that same range, as in tests and on intranets.
package struct CrawlScope: Sendable {
  package enum Place: Sendable, Equatable {
    case site
    /// Another host: asked only for an address that an item links to, and its links are not followed.
    case offSite
    case refused(String)
  }

  package let site: WebURL
  /// Host names of the site, in lower case.
  package let hosts: Set<String>
  /// The range the site's own machine lies in.
  private let range: AddressRange

  /// - Parameter range: Where the site's own address lies, `.public` where it is not known.
  package init(site: WebURL, extraHosts: [String] = [], range: AddressRange = .public) {
    self.site = site
    self.range = site.ipAddress?.range ?? range
    var hosts: Set<String> = []
    for host in [site.host ?? ""] + extraHosts.map({ $0.lowercased() }) where !host.isEmpty {
      hosts.insert(host)
      hosts.insert(Self.otherForm(of: host))
    }
    self.hosts = hosts
  }

  /// Looks up where the site lies; a site that does not resolve is taken for a public one.
  package init(site: WebURL, extraHosts: [String], resolver: (any AddressResolver)?) async {
    let first = await resolver?.addresses(of: site.host ?? "").first
    self.init(site: site, extraHosts: extraHosts, range: first?.range ?? .public)
  }

  /// Where an address lies, as far as its text says; the machines behind its name are asked about with `admits(_:)`.
  package func place(of url: WebURL) -> Place {
    guard url.isHTTP, let host = url.host, !host.isEmpty else { return .refused("not a web address") }
    guard url.username.isEmpty, url.password.isEmpty else { return .refused("carries a password") }
    if let number = url.ipAddress, !admits(number) { return .refused("a \(number.range.rawValue) network address") }
    return hosts.contains(host) && isUsualPort(url) ? .site : .offSite
  }

  /// Whether a connection to this machine is allowed.
  package func admits(_ machine: IPAddress) -> Bool {
    machine.isPublic || machine.range == range
  }

  /// The port of the site, or 80 and 443 where the site keeps to those.
  private func isUsualPort(_ url: WebURL) -> Bool {
    if url.effectivePort == site.effectivePort { return true }
    return site.port == nil && url.port == nil
  }

  private static func otherForm(of host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : "www." + host
  }
}

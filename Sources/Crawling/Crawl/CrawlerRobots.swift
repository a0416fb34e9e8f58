import AuditCore
import WebURL

/// robots.txt, sitemaps and the control request of each host.
extension Crawler {
  /// Makes the robots.txt of an origin the next thing that is asked of it.
  func noteRobots(of origin: String) {
    guard let url = WebURL(parsing: origin + "/robots.txt") else {
      return set(.forbidsEverything, for: origin, at: services.clock.wall)
    }
    if let known = frontier.note(.init(url: url, via: -1, purpose: .robots, depth: 0)) {
      robotsOrigins[known] = origin
    } else if let known = frontier.index(of: url) {
      // Known as a link, or read more than a day ago.
      robotsOrigins[known] = origin
      frontier.revive(known, as: .robots)
    }
  }

  /// The origin whose robots.txt was asked for, also where a redirect led elsewhere.
  func origin(robots index: Int) -> String {
    robotsOrigins[index] ?? frontier.prospects[index].url.origin
  }

  /// Follows at most five redirects, also to other hosts; after that the file counts as absent (RFC 9309 §2.3.1.2).
  func followRobots(to target: WebURL?, from index: Int, at moment: Timestamp) {
    let origin = origin(robots: index)
    let hops = Int(frontier.prospects[index].hops) + 1
    guard let target, hops <= CrawlPlan.maximumRobotsRedirects, case let place = scope.place(of: target),
      place == .site || place == .offSite,
      let next = frontier.note(
        .init(url: target, via: Int32(index), purpose: .robots, depth: 0, hops: hops, isRedirect: true))
    else { return set(.allowsEverything, for: origin, at: moment) }
    robotsOrigins[next] = origin
  }

  /// From here on the origin may be asked for what its robots.txt allows.
  func set(_ policy: RobotsPolicy, for origin: String, at moment: Timestamp) {
    let isFirst = gates[origin].map { if case .known = $0.robots { false } else { !$0.wasControlled } } ?? true
    let host = WebURL(parsing: origin)?.host ?? ""
    gates[origin, default: HostGate(host: host)].robots = .known(
      policy, until: Timestamp(secondsSinceEpoch: moment.secondsSinceEpoch + HostGate.robotsLifetime))
    let isSite = WebURL(parsing: origin).map { scope.place(of: $0) == .site } ?? false
    pacer.observe(
      crawlDelay: policy.crawlDelay, on: host, at: gates[origin]?.address, isOwn: plan.isOwnSite && isSite)
    guard isFirst, origin == plan.site.origin else { return }
    gates[origin]?.wasControlled = true
    note(sitemaps: policy.sitemaps, of: origin)
    if let control = MissingPageControl.address(on: plan.site) {
      frontier.note(.init(url: control, via: -1, purpose: .soft404Control, depth: 0))
    }
  }

  private func note(sitemaps: [String], of origin: String) {
    guard services.sitemaps != nil else { return }
    let addresses = (sitemaps + ["/sitemap.xml"]).prefix(CrawlPlan.maximumSitemaps)
    for text in addresses {
      guard let url = WebURL(parsing: text, relativeTo: plan.site, domainToASCII: .libidn2),
        scope.place(of: url) == .site
      else { continue }
      frontier.note(.init(url: url, via: -1, purpose: .sitemap, depth: 0))
    }
  }

  func readSitemap(_ delivery: Delivery, of index: Int) {
    guard let reading = services.sitemaps?.addresses(in: delivery.body), reading.kind != .none else { return }
    let depth = Int(frontier.prospects[index].depth) + 1
    let isIndex = reading.kind == .index
    guard !isIndex || depth < Self.sitemapDepth else { return }
    for entry in reading.entries.prefix(isIndex ? CrawlPlan.maximumSitemaps : CrawlPlan.maximumSitemapEntries) {
      guard sitemapEntries < CrawlPlan.maximumSitemapEntries else { return }
      guard let url = WebURL(parsing: entry.location, domainToASCII: .libidn2), scope.place(of: url) == .site else {
        continue
      }
      sitemapEntries += 1
      var sighting = Frontier.Sighting(url: url, via: Int32(index), depth: depth, spot: "sitemap")
      if isIndex {
        sighting.purpose = .sitemap
      } else {
        sighting.promise = priority.promise(of: Link(target: url, text: entry.title), pageTitle: "")
      }
      frontier.note(sighting)
    }
  }

  /// An index of indexes is read this deep, although the standard knows only one level.
  private static let sitemapDepth = 4

  func learnMissingPage(_ delivery: Delivery, of index: Int) {
    let url = frontier.prospects[index].url
    gates[url.origin]?.missingPage = MissingPage(delivery, services.extractor.document(from: delivery, at: url))
  }
}

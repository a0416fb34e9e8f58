import AuditCore
import WebURL

/// Whether a delivered page is the page that was asked for, or something that stands in its place.
extension Crawler {
  /// What stands in the place of a page, found by its own words; nil for what may be looked at.
  func standIn(for document: Document, _ delivery: Delivery) -> PageStandIn? {
    if let known = standIns[delivery.digest] { return known }
    let found = standIn(for: document)
    if let found, standIns.count < Self.mostStandIns { standIns[delivery.digest] = found }
    return found
  }

  private func standIn(for document: Document) -> PageStandIn? {
    guard document.mediaType == .html else { return nil }
    let own = document.blocks.filter { ![.navigation, .footer, .breadcrumb].contains($0.region) }
    guard own.reduce(0, { $0 + $1.text.utf8.count }) < Self.mostOfStandIn else { return nil }
    let links = document.links.count { $0.region == .main }
    switch signs.condition(of: document, ownBlocks: own, ownLinks: links) {
    case .blocked: return .blocked
    case .loginWall: return .loginWall
    case .scriptOnly: return .shell
    default: return nil
    }
  }

  /// Bytes of text: no login wall or firewall says more.
  private static let mostOfStandIn = 6_000
  private static let mostStandIns = 10_000

  /// Takes note that an address brought something of the site, or only a stand-in.
  func noteSight(of index: Int, standIn: PageStandIn?) {
    let origin = frontier.prospects[index].url.origin
    guard let standIn else {
      tally.seen += 1
      if index == home { isHomeSeen = true }
      gates[origin]?.refusalsInARow = 0
      return
    }
    tally.note(standIn)
    if standIn == .blocked { gates[origin]?.refusalsInARow += 1 }
  }

  /// How the crawl really ended, where it came to its end without having seen anything.
  func judged(_ stop: StopReason) -> StopReason {
    guard stop.isComplete, tally.seen == 0 else { return stop }
    return tally.withheld > 0 ? .refused : tally.failed > 0 ? .unreachable : stop
  }
}

/// What may stand in a page's place although the server says 200.
enum PageStandIn: Sendable {
  /// A firewall's, a captcha's or a maintenance page.
  case blocked
  case loginWall
  /// Nothing without its scripts.
  case shell
}

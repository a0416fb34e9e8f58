import AuditCore

/// What a crawl has done so far, counted.
struct CrawlTally: Sendable {
  /// Requests sent, retries and robots.txt included.
  var requests = 0
  /// Addresses of pages and documents that were settled by asking.
  var asked = 0
  var answered = 0
  /// Not answered, or kept from us by the server, a firewall or the need of scripts.
  var failed = 0
  /// Kept from us: a login, a firewall, a refusal.
  private(set) var withheld = 0
  /// Pages and documents that brought something of the site itself.
  var seen = 0
  var forbidden = 0
  var leftOut = 0
  var receivedBytes = 0
  var unchanged = UnchangedTally()

  mutating func note(_ outcome: Visit.Outcome, of purpose: Visit.Purpose) {
    if case .delivered(let delivery) = outcome, let earlier = delivery.earlier { unchanged.note(earlier.sign) }
    guard purpose == .page else { return }
    switch outcome {
    case .delivered, .redirected: (asked, answered) = (asked + 1, answered + 1)
    case .refused(let status):
      asked += 1
      switch status {
      case 401, 407: withheld += 1
      case 403, 429, 451: (withheld, failed) = (withheld + 1, failed + 1)
      case 500...: failed += 1
      default: answered += 1
      }
    case .failed: (asked, failed) = (asked + 1, failed + 1)
    case .forbiddenByRobots: forbidden += 1
    case .leftOut: leftOut += 1
    }
  }

  /// Corrects the count for a page that was delivered, and was not the page.
  mutating func note(_ standIn: PageStandIn) {
    answered -= 1
    if standIn != .shell { withheld += 1 }
    // Behind a login nobody else would have seen more.
    if standIn != .loginWall { failed += 1 }
  }
}

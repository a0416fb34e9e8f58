import AuditCore

/// What a crawl has done so far, counted.
struct CrawlTally: Sendable {
  /// Requests sent, retries and robots.txt included.
  var requests = 0
  /// Addresses of pages and documents that were settled by asking.
  var asked = 0
  var answered = 0
  var failed = 0
  var forbidden = 0
  var leftOut = 0
  var receivedBytes = 0
  var unchanged = UnchangedTally()
  /// New addresses that each of the last pages brought, to guess what was never seen.
  private var discoveries: [Int] = []

  mutating func noteDiscoveries(_ count: Int) {
    discoveries.append(count)
    if discoveries.count > 100 { discoveries.removeFirst() }
  }

  mutating func note(_ outcome: Visit.Outcome, of purpose: Visit.Purpose) {
    if case .delivered(let delivery) = outcome, let earlier = delivery.earlier { unchanged.note(earlier.sign) }
    guard purpose == .page else { return }
    switch outcome {
    case .delivered, .redirected: (asked, answered) = (asked + 1, answered + 1)
    case .refused(let status):
      asked += 1
      if status >= 500 || status == 429 { failed += 1 } else { answered += 1 }
    case .failed: (asked, failed) = (asked + 1, failed + 1)
    case .forbiddenByRobots: forbidden += 1
    case .leftOut: leftOut += 1
    }
  }

  /// Addresses that nothing linked to yet, guessed: were each waiting page to bring as many new ones as the last
  /// hundred did, and those as many again (a geometric series, its ratio held below 0.9).
  func unseen(behind waiting: Int) -> Int {
    guard waiting > 0, !discoveries.isEmpty else { return 0 }
    let ratio = min(0.9, Double(discoveries.reduce(0, +)) / Double(discoveries.count))
    return Int((Double(waiting) * ratio / (1 - ratio)).rounded())
  }
}

import WebURL

/// When a crawl may stop early: nothing that is left can change what it found.
///
/// A waiting address matters when its words name a sought concept that is not yet well covered, when it leads to the
/// town's own list, or when its words tell nothing and its kind still brings new addresses. An address whose own words
/// name something else may still hold what was not found: it matters as long as a concept is missing, and after that,
/// where it is not one more of what was found, until enough of its kind were looked into and none paid off. No sample
/// can show that one page in two thousand does not exist, so what is missing is called missing only when everything
/// was read that may hold it.
enum SettlementRule {
  /// Deliveries after which more of the same concept and year change nothing.
  static let enoughOfOneConcept = 25
  static let enoughOfOtherYears = 4
  /// Members of a family looked into without gain before the rest is left.
  static let samplesOfTelling = 8
  static let samplesOfSilent = 20

  /// - Parameter isForbidden: Whether robots.txt keeps us from an address: such a one cannot be waited for.
  static func leavesNothing(in frontier: Frontier, isForbidden: (WebURL) -> Bool) -> Bool {
    frontier.prospects.indices.allSatisfy { index in
      let prospect = frontier.prospects[index]
      return prospect.state == .done || !matters(prospect, at: index, in: frontier) || isForbidden(prospect.url)
    }
  }

  static func matters(_ prospect: Prospect, at index: Int, in frontier: Frontier) -> Bool {
    guard prospect.purpose == .page else { return true }
    if frontier.isTrapped(index) || PathEnding(prospect.url) == .media { return false }
    if prospect.names, isWanted(prospect, by: frontier.ledger) { return true }
    if prospect.isIndex, prospect.year >= 0 { return true }
    if prospect.names, frontier.ledger.isComplete { return false }
    let family = frontier.experience.record(ofFamily: prospect.family)
    if family.isBarren { return false }
    if !frontier.ledger.isComplete { return true }
    if prospect.isTelling { return family.payoff.since < samplesOfTelling && !prospect.isDocument }
    return family.isBreeding || family.payoff.since < samplesOfSilent
  }

  /// Whether one more page about what its links name adds anything.
  private static func isWanted(_ prospect: Prospect, by ledger: ConceptLedger) -> Bool {
    prospect.topics.contains { topic in
      guard topic.confidence >= LinkPromise.naming else { return false }
      let tally = ledger.tally(of: topic.concept)
      return prospect.year < 0 ? tally.ofOtherYears < enoughOfOtherYears : tally.current < enoughOfOneConcept
    }
  }
}

/// When a crawl may stop early: nothing that is left can change what it found.
///
/// A waiting address matters when its words name a sought concept that is not yet well covered, when it leads to the
/// town's own list, or when its words tell nothing and its kind still brings new addresses. An address whose own words
/// name something else matters only until enough of its kind were looked into and none paid off.
enum SettlementRule {
  /// Deliveries after which more of the same concept and year change nothing.
  static let enoughOfOneConcept = 25
  static let enoughOfOtherYears = 4
  /// Members of a family looked into without gain before the rest is left.
  static let samplesOfTelling = 8
  static let samplesOfSilent = 20

  static func leavesNothing(in frontier: Frontier) -> Bool {
    frontier.prospects.indices.allSatisfy { index in
      let prospect = frontier.prospects[index]
      return prospect.state == .done || !matters(prospect, at: index, in: frontier)
    }
  }

  static func matters(_ prospect: Prospect, at index: Int, in frontier: Frontier) -> Bool {
    guard prospect.purpose == .page, prospect.state == .waiting else { return true }
    if frontier.isTrapped(index) || PathEnding(prospect.url) == .media { return false }
    if prospect.concept >= 0, prospect.confidence >= LinkPromise.naming {
      let enough = prospect.year < 0 ? enoughOfOtherYears : enoughOfOneConcept
      if frontier.ledger.delivered[Int(prospect.concept)] < enough { return true }
    }
    if prospect.isIndex, prospect.year >= 0 { return true }
    let family = frontier.record(ofFamily: prospect.family)
    if prospect.isTelling { return family.payoff.since < samplesOfTelling && !prospect.isDocument }
    return family.isBreeding || family.payoff.since < samplesOfSilent
  }
}

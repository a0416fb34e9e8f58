/// How often something paid off: links at one spot of a page, pages of one family.
struct Payoff: Sendable {
  var fetched = 0
  var paid = 0
  /// Fetched since the last one that paid.
  var since = 0

  mutating func note(paid didPay: Bool) {
    fetched += 1
    paid += didPay ? 1 : 0
    since = didPay ? 0 : since + 1
  }

  /// The share to expect of the next one; starts at a quarter and follows what is seen.
  var expectation: Float { (Float(paid) + 0.5) / (Float(fetched) + 2) }
}

/// What is known about one family of addresses.
struct FamilyRecord: Sendable {
  var payoff = Payoff()
  /// Letters never read before, on the last few members that were first seen on members.
  private var novelty: [Int] = []
  private var recentDiscoveries: [Int] = []
  private(set) var isClosed = false

  /// Addresses known of it.
  var members = 0

  /// What its pages are worth as lists: those of the last few that named many new addresses are read before what they
  /// list, because then the names of all entries are known.
  var listWorth: Float {
    guard !recentDiscoveries.isEmpty else { return 0 }
    let mean = Float(recentDiscoveries.reduce(0, +)) / Float(recentDiscoveries.count)
    return min(0.5, mean * 0.08)
  }

  /// The first few of many are looked into early, to know what the rest is worth.
  var curiosity: Float { members < 3 ? 0 : 0.5 / Float(1 + payoff.fetched) }

  /// Whether looking into more of it is vain: nothing but dead ends, or pages bred by themselves without anything new.
  var isBarren: Bool {
    if deliveries == 0, payoff.fetched >= Self.barrenAfter { return true }
    return novelty.count >= Self.barrenAfter && novelty.reduce(0, +) < novelty.count * Self.leastNovelty
  }

  private static let barrenAfter = 5

  /// One of two thousand is worth less than one of its own kind.
  var sizeDiscount: Float {
    0.03 * Float(Int.bitWidth - members.leadingZeroBitCount)
  }

  /// Whether its pages still make new addresses known: one in two of the last few did.
  var isBreeding: Bool {
    recentDiscoveries.count < Self.patience || recentDiscoveries.reduce(0, +) * 2 >= recentDiscoveries.count
  }

  /// Members looked at before a family that breeds nothing new is closed.
  static let patience = 12
  /// Letters that a page must add, on the mean, to count as new: a calendar's month adds its name.
  static let leastNovelty = 40

  private var deliveries = 0

  mutating func note(newLetters: Int, discoveries: Int, isOwnOffspring: Bool, didPay: Bool) {
    payoff.note(paid: didPay)
    deliveries += newLetters > 0 || didPay ? 1 : 0
    recentDiscoveries.append(min(discoveries, 1_000))
    if recentDiscoveries.count > Self.patience { recentDiscoveries.removeFirst() }
    guard isOwnOffspring else { return }
    novelty.append(didPay ? 1_000 : min(newLetters, 1_000))
    if novelty.count > Self.patience { novelty.removeFirst() }
    if novelty.count == Self.patience, novelty.reduce(0, +) < Self.patience * Self.leastNovelty { isClosed = true }
  }
}

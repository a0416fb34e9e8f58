/// What is known about one family of addresses.
struct FamilyRecord: Sendable {
  private(set) var payoff = Payoff()
  /// Letters never read before, on the last few members that were first seen on members.
  private var novelty: [Int] = []
  private var recentDiscoveries: [Int] = []
  private var recentAddresses: [Int] = []
  private var deliveries = 0
  /// Bred by itself without anything new: a calendar without end.
  private(set) var isClosed = false
  /// Addresses known of it.
  var members = 0

  mutating func note(_ lesson: Lesson, isOwnOffspring: Bool) {
    payoff.note(lesson.gain)
    deliveries += lesson.newLetters > 0 || lesson.didPay ? 1 : 0
    recentDiscoveries.append(min(lesson.discoveries, 1_000))
    if recentDiscoveries.count > Self.patience { recentDiscoveries.removeFirst() }
    recentAddresses.append(min(lesson.newAddresses, 1_000))
    if recentAddresses.count > Self.patience { recentAddresses.removeFirst() }
    guard isOwnOffspring else { return }
    novelty.append(lesson.didPay ? 1_000 : min(lesson.newLetters, 1_000))
    if novelty.count > Self.patience { novelty.removeFirst() }
    if novelty.count == Self.patience, novelty.reduce(0, +) < Self.patience * Self.leastNovelty { isClosed = true }
  }

  /// Members looked at before a family that breeds nothing new is closed.
  private static let patience = 12
  /// Letters that a page must add, on the mean, to count as new: a calendar's month adds its name.
  private static let leastNovelty = 40
  private static let barrenAfter = 5

  // MARK: What the next member is worth

  /// What its pages are worth as lists: those of the last few that named many new addresses are read before what they
  /// list, because then the names of all entries are known. Lists whose entries never name anything sought (albums,
  /// a board) cool down.
  var listWorth: Float {
    guard !recentDiscoveries.isEmpty else { return 0 }
    let mean = Float(recentDiscoveries.reduce(0, +)) / Float(recentDiscoveries.count)
    return min(0.5, mean * 0.08) * min(1, 4 * payoff.expectation + 0.6)
  }

  /// The first few of every kind are looked into before many of one kind: only then is known what the rest is worth.
  var curiosity: Float { payoff.fetched < Self.samples ? 0.45 / Float(1 + payoff.fetched) : 0 }

  private static let samples = 3

  /// One of two thousand is worth less than one of its own kind.
  var sizeDiscount: Float {
    0.03 * Float(Int.bitWidth - members.leadingZeroBitCount)
  }

  // MARK: When the rest is left

  /// Whether looking into more of it is vain: nothing but dead ends, or pages bred by themselves without anything new.
  var isBarren: Bool {
    if deliveries == 0, payoff.fetched >= Self.barrenAfter { return true }
    return novelty.count >= Self.barrenAfter && novelty.reduce(0, +) < novelty.count * Self.leastNovelty
  }

  /// Addresses that one more of its pages would make known, going by the last few; nil where none was read.
  var newAddressesExpected: Double? {
    recentAddresses.isEmpty ? nil : Double(recentAddresses.reduce(0, +)) / Double(recentAddresses.count)
  }

  /// Whether its pages still make new addresses known: one in two of the last few did.
  var isBreeding: Bool {
    recentDiscoveries.count < Self.patience || recentDiscoveries.reduce(0, +) * 2 >= recentDiscoveries.count
  }
}

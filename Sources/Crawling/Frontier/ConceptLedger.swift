import AuditCore

/// What the crawl has found of the concepts it seeks.
struct ConceptLedger: Sendable {
  let sought: [ConceptID]
  private var tallies: [Tally]

  /// Pages and documents delivered on the word of a link that named a concept.
  struct Tally: Sendable {
    /// Not said to be of another year than the one in focus.
    var current = 0
    var ofOtherYears = 0

    var all: Int { current + ofOtherYears }
  }

  init(sought: [ConceptID]) {
    self.sought = sought
    tallies = Array(repeating: Tally(), count: sought.count)
  }

  /// - Parameter isOfOtherYear: Its link named another year than the one in focus.
  mutating func noteDelivery(of concept: Int, isOfOtherYear: Bool) {
    guard tallies.indices.contains(concept) else { return }
    if isOfOtherYear { tallies[concept].ofOtherYears += 1 } else { tallies[concept].current += 1 }
  }

  func tally(of concept: Int) -> Tally { tallies.indices.contains(concept) ? tallies[concept] : Tally() }

  /// Whether something was found that is not of another year.
  func isFound(_ concept: Int) -> Bool { tally(of: concept).current > 0 }

  var foundCount: Int { tallies.count { $0.all > 0 } }

  var found: [ConceptID] { zip(sought, tallies).filter { $0.1.all > 0 }.map(\.0) }

  /// Whether every concept was found, and not only of other years.
  var isComplete: Bool { tallies.allSatisfy { $0.current > 0 } }

  /// What one more page about the concept is worth: 1 for the first, less for each after it; of another year a
  /// third of it while nothing of the right one was found, and little after that.
  /// - Parameter isAttached: It hangs on a delivered page about the concept, which without it may say nothing.
  func need(of concept: Int, isOfOtherYear: Bool = false, isAttached: Bool = false) -> Float {
    let tally = tally(of: concept)
    if isOfOtherYear { return (tally.current > 0 ? 0.1 : 0.35) / (1 + 0.7 * Float(tally.ofOtherYears)) }
    return 1 / (1 + 0.7 * Float(max(0, tally.current - (isAttached ? 1 : 0))))
  }
}

import AuditCore

/// What the crawl has found of the concepts it seeks.
struct ConceptLedger: Sendable {
  let sought: [ConceptID]
  /// Pages and documents delivered on the word of a link that named the concept.
  private(set) var delivered: [Int]
  /// Whether one of them was not said to be of another year.
  private var hasCurrent: [Bool]

  init(sought: [ConceptID]) {
    self.sought = sought
    delivered = Array(repeating: 0, count: sought.count)
    hasCurrent = Array(repeating: false, count: sought.count)
  }

  /// - Parameter isOfOtherYear: Its link named another year than the one in focus.
  mutating func noteDelivery(of concept: Int, isOfOtherYear: Bool) {
    guard delivered.indices.contains(concept) else { return }
    delivered[concept] += 1
    if !isOfOtherYear { hasCurrent[concept] = true }
  }

  func isFound(_ concept: Int) -> Bool { delivered.indices.contains(concept) && delivered[concept] > 0 }

  var foundCount: Int { delivered.count { $0 > 0 } }

  var found: [ConceptID] { zip(sought, delivered).filter { $0.1 > 0 }.map(\.0) }

  /// Whether every concept was found, and not only of other years.
  var isComplete: Bool { hasCurrent.allSatisfy { $0 } }

  /// What one more page about the concept is worth: 1 for the first, less for each after it.
  func worth(of concept: Int) -> Float {
    guard delivered.indices.contains(concept) else { return 0 }
    return 1 / (1 + 0.7 * Float(delivered[concept]))
  }
}

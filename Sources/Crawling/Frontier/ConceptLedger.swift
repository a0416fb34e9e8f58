import AuditCore

/// What the crawl has found of the concepts it seeks.
struct ConceptLedger: Sendable {
  let sought: [ConceptID]
  /// Pages and documents delivered on the word of a link that named the concept.
  private(set) var delivered: [Int]

  init(sought: [ConceptID]) {
    self.sought = sought
    delivered = Array(repeating: 0, count: sought.count)
  }

  mutating func noteDelivery(of concept: Int) {
    guard delivered.indices.contains(concept) else { return }
    delivered[concept] += 1
  }

  func isFound(_ concept: Int) -> Bool { delivered.indices.contains(concept) && delivered[concept] > 0 }

  var foundCount: Int { delivered.count { $0 > 0 } }

  var found: [ConceptID] { zip(sought, delivered).filter { $0.1 > 0 }.map(\.0) }

  var isComplete: Bool { foundCount == sought.count }

  /// What one more page about the concept is worth: 1 for the first, less for each after it.
  func worth(of concept: Int) -> Float {
    guard delivered.indices.contains(concept) else { return 0 }
    return 1 / (1 + 0.7 * Float(delivered[concept]))
  }
}

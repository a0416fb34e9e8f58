/// The remembered duties, looked up by concept so that they survive renumbering, merging and splitting.
struct DutyBook {
  private let states: [DutyState]
  private var places: [String: [Int]] = [:]

  init(_ states: [DutyState]) {
    self.states = states
    for (place, state) in states.enumerated() {
      for concept in state.concepts { places[concept, default: []].append(place) }
    }
  }

  /// What is remembered of an item. Of several duties that were merged into it, the worst speaks.
  func state(of item: ItemStanding) -> DutyState? {
    let known = Set(item.concepts.flatMap { places[$0] ?? [] }).sorted().map { states[$0] }
    return known.first { $0.concepts == item.concepts } ?? known.max { Self.weight($0) < Self.weight($1) }
  }

  private static func weight(_ state: DutyState) -> Int {
    switch state.standing {
    case .open: 0
    case .met: 1
    case .awaited: 2
    case .knownGap: 3
    case .alarmed: 4
    }
  }
}

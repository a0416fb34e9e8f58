/// Finds in an earlier report what an item was then. Items are the same duty where they share a concept, whatever
/// their numbers and titles; so a comparison holds across editions that renumber, merge or split.
struct ItemPairing {
  private let items: [ItemReport]
  private var places: [String: [Int]] = [:]

  init(_ items: [ItemReport]) {
    self.items = items
    for (place, item) in items.enumerated() {
      for concept in item.concepts { places[concept, default: []].append(place) }
    }
  }

  /// The earlier items that share a concept with this one, in their own order.
  func counterparts(of item: ItemReport) -> [ItemReport] {
    Set(item.concepts.flatMap { places[$0] ?? [] }).sorted().map { items[$0] }
  }

  /// The one that speaks for all counterparts: an item that joins several duties is as good as the worst of them.
  func counterpart(of item: ItemReport) -> ItemReport? {
    let all = counterparts(of: item)
    guard var worst = all.max(by: { $0.verdict.severity < $1.verdict.severity }) else { return nil }
    if all.count > 1 { worst.evidence = all.flatMap(\.evidence) }
    return worst
  }
}

extension Verdict {
  /// How much is wrong, for choosing the worst of several: 0 nothing … 7 not there.
  var severity: Int {
    switch self {
    case .met: 0
    case .waived: 1
    case .notDue: 2
    case .unknown: 3
    case .partial: 4
    case .outdated: 5
    case .broken: 6
    case .missing: 7
    }
  }
}

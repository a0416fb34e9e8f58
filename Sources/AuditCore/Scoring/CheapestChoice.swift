/// The cheapest set of offers that brings enough points: the knapsack problem, solved exactly.
///
/// Of all sets that bring enough, the one of the lowest cost; of these the one with the most points, then with the fewest
/// offers, then the one that comes first in the list.
package struct CheapestChoice: Sendable {
  package struct Offer: Sendable, Hashable {
    package var id: String
    /// A whole number of 1 or more, in whatever the reader counts.
    package var cost: Int
    package var points: Double

    package init(id: String, cost: Int, points: Double) {
      self.id = id
      self.cost = cost
      self.points = points
    }
  }

  /// Costs above it count as this, which bounds the work: items × sum of costs.
  package static let highestCost = 1_000
  /// Sums that binary fractions tell apart by less are equal.
  private static let hair = 1e-9
  private let offers: [Offer]

  package init(_ offers: [Offer]) {
    self.offers = offers.map { offer in
      Offer(id: offer.id, cost: min(max(1, offer.cost), Self.highestCost), points: offer.points)
    }
  }

  /// The best set for each exact cost.
  private struct Choice {
    var points: Double
    /// Places in the list of offers, ascending.
    var places: [Int]

    func isBetter(than other: Choice) -> Bool {
      if abs(points - other.points) > CheapestChoice.hair { return points > other.points }
      if places.count != other.places.count { return places.count < other.places.count }
      return places.lexicographicallyPrecedes(other.places)
    }
  }

  /// The identities of the cheapest set in list order; empty where nothing is needed, nil where all do not suffice.
  package func reaching(_ points: Double) -> [String]? {
    guard points > Self.hair else { return [] }
    guard offers.reduce(0, { $0 + $1.points }) >= points - Self.hair else { return nil }
    var best: [Choice?] = Array(repeating: nil, count: offers.reduce(0) { $0 + $1.cost } + 1)
    best[0] = Choice(points: 0, places: [])
    for (place, offer) in offers.enumerated() {
      for cost in stride(from: best.count - 1, through: offer.cost, by: -1) {
        guard let rest = best[cost - offer.cost] else { continue }
        let choice = Choice(points: rest.points + offer.points, places: rest.places + [place])
        if best[cost].map({ choice.isBetter(than: $0) }) ?? true { best[cost] = choice }
      }
    }
    let cheapest = best.compactMap(\.self).first { $0.points >= points - Self.hair }
    return cheapest?.places.map { offers[$0].id }
  }
}

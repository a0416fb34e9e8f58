/// Every score that an indicator can have where an item counts 0 or 100: the plain mean of sub-indicators, each a whole
/// number of met items out of all. A published score that is not among them shows that the year knew partial credit.
package struct AttainableScores: Sendable {
  /// In two decimals, ascending.
  package let printed: [Double]

  /// - Parameter items: how many items each sub-indicator holds.
  package init(items: [Int]) {
    var sums: Set<Double> = [0]
    for count in items where count > 0 {
      var wider: Set<Double> = []
      for sum in sums {
        for met in 0...count { wider.insert(Self.fine(sum + Double(met) / Double(count))) }
      }
      sums = wider
    }
    let subIndicators = Double(max(1, items.count))
    printed = Set(sums.map { ScoreRange.printed(100 * $0 / subIndicators) }).sorted()
  }

  package init(_ indicator: Indicator) {
    self.init(items: indicator.subIndicators.map(\.itemCount))
  }

  package func contains(_ score: Double) -> Bool { nearest(to: score) == ScoreRange.printed(score) }

  package func nearest(to score: Double) -> Double {
    printed.min { abs($0 - score) < abs($1 - score) } ?? 0
  }

  /// Sums that binary fractions tell apart by a hair are one.
  private static func fine(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
}

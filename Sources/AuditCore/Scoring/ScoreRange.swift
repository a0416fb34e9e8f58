/// A score in per cent that may not be settled yet: at least `low`, at most `high`.
package struct ScoreRange: Sendable, Hashable {
  package var low: Double
  package var high: Double

  /// What is known of a score nobody has told.
  package static let anything = ScoreRange(low: 0, high: 100)

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  package init(_ value: Double) {
    self.init(low: value, high: value)
  }

  package var isSettled: Bool { printed.low == printed.high }

  /// With two decimals, half away from zero, as official results are printed; the bands of the ratings are written in
  /// these figures (94.99 is A, 95.00 is AA), so they are what a rating is read from.
  package var printed: ScoreRange { ScoreRange(low: Self.printed(low), high: Self.printed(high)) }

  /// The little more than the half makes up for sums that binary fractions miss by a hair.
  package static func printed(_ value: Double) -> Double { (value * 100 + 1e-7).rounded() / 100 }

  package static func + (a: ScoreRange, b: ScoreRange) -> ScoreRange {
    ScoreRange(low: a.low + b.low, high: a.high + b.high)
  }

  /// The share of a weight in per cent: 80 of a weight of 30 is 24.
  package func weighted(_ percent: Double) -> ScoreRange {
    ScoreRange(low: low * percent / 100, high: high * percent / 100)
  }
}

/// How often something paid off: links at one spot of a page, pages of one family.
struct Payoff: Sendable {
  private(set) var fetched = 0
  /// Gains, at most 1 of each fetched.
  private var gained: Float = 0
  /// Fetched since the last one that brought something not found before.
  private(set) var since = 0

  mutating func note(_ gain: Float) {
    fetched += 1
    gained += min(1, gain)
    since = gain >= 1 ? 0 : since + 1
  }

  /// The share to expect of the next one; starts at a quarter and follows what is seen.
  var expectation: Float { (gained + 0.5) / (Float(fetched) + 2) }
}

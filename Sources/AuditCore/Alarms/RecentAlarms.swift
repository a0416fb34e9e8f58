import ThaiText

/// The days on which one thing was told lately. What comes and goes must hold twice as long with each relapse before
/// its end is told: a page that fails every third night costs a handful of messages a year, not hundreds.
package struct RecentAlarms: Sendable, Hashable, Codable {
  private var days: [CivilDate] = []
  private static let memoryInDays = 180
  private static let mostNights = 30

  mutating func note(_ day: CivilDate) {
    days = days.filter { abs($0.days(until: day)) <= Self.memoryInDays } + [day]
  }

  /// Quiet nights in a row after which the end is told, growing from `nights`.
  func steadyNights(from nights: Int, on day: CivilDate) -> Int {
    let relapses = days.count { abs($0.days(until: day)) <= Self.memoryInDays } - 1
    return max(nights, min(nights << min(max(relapses, 0), 5), Self.mostNights))
  }
}

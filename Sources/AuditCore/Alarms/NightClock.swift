import ThaiText

/// Tells nights from jumps of the machine's clock. A night whose day is more than a week from the last one is held
/// back until the next confirms it: a clock gone wrong for a night then changes nothing at all, and a machine that
/// was off for a month is believed one night later.
package struct NightClock: Sendable, Hashable, Codable {
  package private(set) var lastDay: CivilDate
  private var suspect: CivilDate?
  private static let mostDays = 7

  init(_ day: CivilDate) { lastDay = day }

  /// Takes the day of a run; false where the run must not count.
  mutating func accepts(_ day: CivilDate) -> Bool {
    let isNear = { (other: CivilDate) in abs(other.days(until: day)) <= Self.mostDays }
    if isNear(lastDay) || suspect.map(isNear) ?? false {
      lastDay = day
      suspect = nil
      return true
    }
    suspect = day
    return false
  }
}

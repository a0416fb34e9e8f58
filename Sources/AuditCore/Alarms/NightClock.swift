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
    if Self.isNear(lastDay, day) || suspect.map({ Self.isNear($0, day) }) ?? false {
      lastDay = day
      suspect = nil
      return true
    }
    suspect = day
    return false
  }

  /// Whether two days may be of neighbouring runs: at most a week apart.
  static func isNear(_ one: CivilDate, _ other: CivilDate) -> Bool { abs(one.days(until: other)) <= mostDays }
}

import AuditCore
import Testing
import ThaiText

/// The turn of the fiscal year with everything that can fall on it: a loss, an outage, an upgrade, a clock gone wrong.
@Suite struct AlarmTurnTests {
  private enum Duty: String, CaseIterable {
    /// Undated, always there.
    case intact
    /// Undated, and gone from some day on.
    case lost
    /// Published for fiscal year 2566 and not yet for 2567.
    case yearly
  }

  private struct Autumn {
    let turn = FiscalYear(2567).firstDay
    var lostFrom: CivilDate?
    var outage: ClosedRange<CivilDate>?
    var upgrade: CivilDate?
    var wrongClock: (day: CivilDate, by: Int)?

    init(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      func day(_ range: ClosedRange<Int>) -> CivilDate { turn.adding(days: Int.random(in: range, using: &numbers)) }
      if numbers.chance(75) { lostFrom = day(-8...8) }
      if numbers.chance(75) {
        let start = day(-6...3)
        outage = start...start.adding(days: Int.random(in: 0...7, using: &numbers))
      }
      if numbers.chance(40) { upgrade = day(-4...4) }
      if numbers.chance(60) {
        wrongClock = (day(-12...12), [-400, -40, 30, 365, 9_000].randomElement(using: &numbers) ?? 30)
      }
    }

    func standings(site day: CivilDate, year: Int) -> [ItemStanding] {
      Duty.allCases.map { duty in
        let verdict: Verdict =
          switch duty {
          case .intact: .met
          case .lost: lostFrom.map { $0 <= day } ?? false ? .missing : .met
          case .yearly: year == 2566 ? .met : year > 2566 ? .notDue : .outdated
          }
        return ItemStanding(
          concepts: [duty.rawValue], number: "O1", title: duty.rawValue, verdict: verdict,
          dueDate: duty == .yearly ? FiscalYear(year).month(4).upperBound : nil)
      }
    }

    func basis(on day: CivilDate, year: Int) -> JudgingBasis {
      let rules = upgrade.map { $0 <= day } ?? false ? "sha256:b" : "sha256:a"
      return JudgingBasis(edition: 2566, rulesDigest: rules, toolVersion: "1", judgedFiscalYear: year)
    }
  }

  /// Days and duties of the new gaps told between August and November.
  private static func told(_ autumn: Autumn, seed: UInt64) -> [(day: CivilDate, duty: String)] {
    var numbers = SeededNumbers(seed: seed &+ 77)
    let policy = AlarmPolicy()
    var states: AlarmStates?
    var earlier: [CivilDate] = []
    var told: [(CivilDate, String)] = []
    var sequence = 0
    for offset in -40...40 {
      let day = autumn.turn.adding(days: offset)
      guard offset < -30 || !numbers.chance(4) else { continue }
      sequence += 1
      let clock = autumn.wrongClock.map { $0.day == day ? day.adding(days: $0.by) : day } ?? day
      let year = FiscalYear(containing: clock).year
      let basis = autumn.basis(on: day, year: year)
      let isDown = autumn.outage?.contains(day) ?? false
      var items = autumn.standings(site: day, year: year)
      for place in items.indices where isDown || numbers.chance(4) { items[place].verdict = .unknown }
      let again =
        states.map { $0.basis != basis } ?? false
        ? earlier.suffix(3).map { NightlyRun.JudgedNight(day: $0, items: autumn.standings(site: $0, year: year)) } : []
      let run = NightlyRun(
        sequence: sequence, day: clock, reached: !isDown, basis: basis, items: items, rejudged: again)
      let decision = policy.decide(runs: [run], states: states, today: clock)
      states = decision.states
      for part in decision.messages.flatMap(\.parts) where part.kind == .newGaps {
        told += part.items.map { (day, $0.title) }
      }
      if !isDown, clock == day { earlier.append(day) }
    }
    return told
  }

  @Test("A loss around the turn is told once, and nothing else is, whatever else falls on it", arguments: 0..<400)
  func turn(seed: UInt64) {
    let autumn = Autumn(seed: seed)
    let told = Self.told(autumn, seed: seed)
    #expect(told.map(\.duty) == (autumn.lostFrom == nil ? [] : [Duty.lost.rawValue]), "\(autumn)")
    if let from = autumn.lostFrom, let alarm = told.first {
      #expect((1...16).contains(from.days(until: alarm.day)), "\(autumn)")
    }
  }
}

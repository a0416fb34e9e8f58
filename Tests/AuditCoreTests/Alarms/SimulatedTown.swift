import AuditCore
import ThaiText

/// Random numbers that are the same on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// What truly happens to a town's site over three fiscal years, drawn from a seed. Even duties have no period; odd ones
/// are published anew each fiscal year and are due on 30 April.
struct SimulatedTown {
  static let duties = 12
  static let firstDay = CivilDate.firstDay(ofMonth: 11, year: 2021)
  static let lastDay = CivilDate.lastDay(ofMonth: 2, year: 2024)

  /// Nights on which a duty's disclosure is truly away, by duty; each long, far from the next, and far from the turn.
  private(set) var losses: [Int: [ClosedRange<CivilDate>]] = [:]
  /// Single bad nights, by duty, so far apart that no outage between makes them neighbours.
  private(set) var flaps: [Int: Set<CivilDate>] = [:]
  /// Day on which the disclosure of a fiscal year appears; after the due date for one duty a year.
  private(set) var published: [Int: [Int: CivilDate]] = [:]
  private(set) var outages: [ClosedRange<CivilDate>] = []
  /// Day of a rule upgrade, and the duty it judges a gap from then on until the next upgrade.
  private(set) var upgrades: [(day: CivilDate, strictOn: Int?)] = []

  static func concept(_ duty: Int) -> String { "duty_\(duty)" }
  static func isDated(_ duty: Int) -> Bool { duty % 2 == 1 }
  static func due(_ year: Int) -> CivilDate { FiscalYear(year).month(4).upperBound }

  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for duty in 0..<Self.duties { drawPublishing(duty, &numbers) }
    for duty in 0..<Self.duties where duty != 0 && duty != 2 { drawLosses(duty, &numbers) }
    for duty in 0..<Self.duties { drawFlaps(duty, &numbers) }
    drawOutages(&numbers)
    // The first upgrade finds fault with duty 0, the second with duty 2 instead, the third with none.
    let months = [(3, 2022), (12, 2022), (6, 2023)]
    upgrades = zip(months, [0, 2, nil] as [Int?]).map { month, duty in
      let first = CivilDate.firstDay(ofMonth: month.0, year: month.1)
      return (first.adding(days: Int.random(in: 0..<25, using: &numbers)), duty)
    }
  }

  private mutating func drawPublishing(_ duty: Int, _ numbers: inout SeededNumbers) {
    guard Self.isDated(duty) else { return }
    for year in 2565...2567 {
      let start = FiscalYear(year).firstDay.adding(days: 40)
      let isLate = duty == 1 && year < 2567
      let day =
        isLate ? Self.due(year).adding(days: 45) : start.adding(days: Int.random(in: 0...120, using: &numbers))
      published[duty, default: [:]][year] = day
    }
  }

  private mutating func drawLosses(_ duty: Int, _ numbers: inout SeededNumbers) {
    for year in 2565...2567 {
      let from = (published[duty]?[year] ?? FiscalYear(year).firstDay.adding(days: 60)).adding(days: 15)
      let start = from.adding(days: Int.random(in: 0...20, using: &numbers))
      let end = start.adding(days: Int.random(in: 45...60, using: &numbers))
      guard duty != 1, end.adding(days: 40) < FiscalYear(year).lastDay, numbers.chance(70) else { continue }
      losses[duty, default: []].append(start...end)
    }
  }

  private mutating func drawFlaps(_ duty: Int, _ numbers: inout SeededNumbers) {
    var day = Self.firstDay.adding(days: 5)
    while day < Self.lastDay {
      let isNearLoss = (losses[duty] ?? []).contains {
        abs($0.lowerBound.days(until: day)) < 16 || abs($0.upperBound.days(until: day)) < 45
      }
      if numbers.chance(50), !isNearLoss { flaps[duty, default: []].insert(day) }
      day = day.adding(days: Int.random(in: 18...40, using: &numbers))
    }
  }

  private mutating func drawOutages(_ numbers: inout SeededNumbers) {
    var day = Self.firstDay.adding(days: 20)
    while day < Self.lastDay {
      let length = Int.random(in: 1...6, using: &numbers)
      outages.append(day...day.adding(days: length - 1))
      day = day.adding(days: Int.random(in: 40...90, using: &numbers))
    }
  }

  // MARK: A look at the site

  func isDown(_ day: CivilDate) -> Bool { outages.contains { $0.contains(day) } }

  func rules(on day: CivilDate) -> Int { upgrades.count { $0.day <= day } }

  /// What a judge says of the site as it truly is on a day, with some rules and for some fiscal year.
  func verdict(_ duty: Int, site day: CivilDate, asOf: CivilDate, year: Int, rules: Int) -> Verdict {
    let isAway = (losses[duty] ?? []).contains { $0.contains(day) } || flaps[duty]?.contains(day) == true
    if Self.isDated(duty) {
      let isOut = published[duty]?[year].map { $0 <= day } ?? false
      if isOut && !isAway { return .met }
      return asOf <= Self.due(year) ? .notDue : isAway ? .missing : .outdated
    }
    if isAway { return .broken }
    return rules > 0 && upgrades[rules - 1].strictOn == duty ? .partial : .met
  }

  func standings(site day: CivilDate, asOf: CivilDate, year: Int, rules: Int) -> [ItemStanding] {
    (0..<Self.duties).map { duty in
      ItemStanding(
        concepts: [Self.concept(duty)], number: "O\(duty + 1)", title: "ข้อ \(duty + 1)",
        verdict: verdict(duty, site: day, asOf: asOf, year: year, rules: rules),
        dueDate: Self.isDated(duty) ? Self.due(year) : nil)
    }
  }
}

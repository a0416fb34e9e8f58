import AuditCore
import ThaiText

/// Runs the policy over a simulated town night by night, with everything that goes wrong on the way: nights without a
/// run, two runs a day, outages, items that cannot be judged, and a clock that jumps for a night.
struct SimulatedWatch {
  let town: SimulatedTown
  private(set) var messages: [AlarmMessage] = []
  private(set) var states: AlarmStates?
  private var earlier: [(day: CivilDate, asOf: CivilDate)] = []
  private var sequence = 0
  private var jumpedLast = false
  private var numbers: SeededNumbers
  private let policy: AlarmPolicy
  /// Whether old snapshots are judged again when the basis changes.
  private let judgesAgain: Bool

  init(seed: UInt64, settings: AlarmSettings = AlarmSettings(), judgesAgain: Bool = true) {
    town = SimulatedTown(seed: seed)
    numbers = SeededNumbers(seed: seed &+ 1)
    policy = AlarmPolicy(settings: settings)
    self.judgesAgain = judgesAgain
    var day = SimulatedTown.firstDay
    while day <= SimulatedTown.lastDay {
      night(day)
      day = day.adding(days: 1)
    }
  }

  private mutating func night(_ day: CivilDate) {
    if sequence > 5, numbers.chance(3) { return }
    let jumps = [-400, -30, 45, 300, 9_000]
    // Twice the same wrong day in a row is a clock to be believed; the site is judged as of that day then.
    let mayJump = sequence > 5 && !jumpedLast
    let jump = mayJump && numbers.chance(3) ? jumps[Int.random(in: 0..<jumps.count, using: &numbers)] : 0
    jumpedLast = jump != 0
    run(on: day, clock: day.adding(days: jump))
    if numbers.chance(4) { run(on: day, clock: day) }
  }

  private mutating func run(on day: CivilDate, clock: CivilDate) {
    sequence += 1
    let rules = town.rules(on: day)
    let year = FiscalYear(containing: clock).year
    let basis = JudgingBasis(edition: 2566, rulesDigest: "sha256:\(rules)", toolVersion: "1", judgedFiscalYear: year)
    let isDown = town.isDown(day)
    var items = town.standings(site: day, asOf: clock, year: year, rules: rules)
    for place in items.indices where isDown || numbers.chance(3) { items[place].verdict = .unknown }
    var again: [NightlyRun.JudgedNight] = []
    if judgesAgain, let states, states.basis != basis {
      again = earlier.map { night in
        NightlyRun.JudgedNight(
          day: night.asOf, items: town.standings(site: night.day, asOf: night.asOf, year: year, rules: rules))
      }
    }
    let run = NightlyRun(
      sequence: sequence, day: clock, reached: !isDown, basis: basis, items: items, rejudged: again)
    let decision = policy.decide(runs: [run], states: states, today: clock)
    states = decision.states
    messages += decision.messages
    if !isDown { earlier = (earlier + [(day, clock)]).suffix(4) }
  }

  /// Day and duty of every item of one kind of part.
  func told(_ kind: AlarmMessage.Kind) -> [(day: CivilDate, concept: String)] {
    messages.flatMap { message in
      message.parts.filter { $0.kind == kind }.flatMap { part in
        part.items.map { (message.day, $0.concepts.first ?? "") }
      }
    }
  }

  func days(_ kind: AlarmMessage.Kind) -> [CivilDate] {
    messages.filter { $0.parts.contains { $0.kind == kind } }.map(\.day)
  }
}

import AuditCore
import Testing
import ThaiText

/// A watch of one site, fed night by night from short words: `m` met, `g` gap, `n` not yet due, `u` unknown, `w` waived.
private struct Nights {
  let policy: AlarmPolicy
  private(set) var states: AlarmStates?
  private var sequence = 0
  var day: CivilDate
  var basis = JudgingBasis(edition: 2566, rulesDigest: "sha256:a", toolVersion: "1", judgedFiscalYear: 2566)
  var due: CivilDate?

  init(_ settings: AlarmSettings = AlarmSettings(), from day: CivilDate = .firstDay(ofMonth: 11, year: 2022)) {
    policy = AlarmPolicy(settings: settings)
    self.day = day
  }

  static func verdict(_ letter: Character) -> Verdict {
    switch letter {
    case "m": .met
    case "g": .missing
    case "n": .notDue
    case "w": .waived
    default: .unknown
    }
  }

  func standing(_ letter: Character, concept: String = "plan") -> ItemStanding {
    ItemStanding(concepts: [concept], number: "O1", title: "แผน", verdict: Self.verdict(letter), dueDate: due)
  }

  /// Runs one night and goes to the next day; returns the kinds told.
  @discardableResult
  mutating func night(_ letter: Character, reached: Bool = true, again: [NightlyRun.JudgedNight] = []) -> [AlarmMessage
    .Kind]
  {
    let kinds = run(letter, reached: reached, again: again)
    day = day.adding(days: 1)
    return kinds
  }

  mutating func run(_ letter: Character, reached: Bool = true, again: [NightlyRun.JudgedNight] = []) -> [AlarmMessage
    .Kind]
  {
    sequence += 1
    let run = NightlyRun(
      sequence: sequence, day: day, reached: reached, basis: basis, items: [standing(letter)], rejudged: again)
    let decision = policy.decide(runs: [run], states: states, today: day)
    states = decision.states
    return decision.messages.flatMap { $0.parts.map(\.kind) }
  }

  /// What each night of a row tells, one letter a night: `-` nothing, `G` gap, `R` recovery, `J` judged differently.
  mutating func told(_ row: String) -> String {
    row.map { letter in
      night(letter).map { kind in
        switch kind {
        case .newGaps: "G"
        case .recovered: "R"
        case .judgedDifferently: "J"
        case .dueSoon: "D"
        default: "?"
        }
      }
      .first ?? "-"
    }
    .joined()
  }
}

@Suite struct AlarmPolicyTests {
  @Test(
    "Two of three judged nights tell a gap once, three good ones its end",
    arguments: [
      ("mmmggggg", "----G---"), ("mmmgmmgm", "--------"), ("mmgmgmmm", "----G--R"), ("mgg", "--G"),
      // Unknown nights are no votes, however many.
      ("mmuguuug", "-------G"), ("mmggummuum", "---G-----R"),
      // A gap from the start is no news, nor is its first mending; losing it after that is.
      ("ggggg", "-----"), ("gggmm", "-----"), ("gggmmmgg", "-------G"),
      // What comes and goes every night is told once.
      ("mmmgmgmgmgmgmgmgmgmg", "-----G--------------"),
    ])
  func debounce(row: String, told: String) {
    var nights = Nights()
    #expect(nights.told(row) == told)
  }

  @Test("A waiver closes what was open; its end makes the gap news again")
  func waiver() {
    var nights = Nights()
    #expect(nights.told("mmggwwwggg") == "---G----G-")
  }

  @Test("A disclosure that vanishes before its due date is lost, one that never came is awaited")
  func lostBeforeDue() {
    var lost = Nights()
    lost.due = CivilDate.lastDay(ofMonth: 4, year: 2023)
    #expect(lost.told("mmmnn") == "----G")
    var awaited = Nights()
    awaited.due = CivilDate.lastDay(ofMonth: 4, year: 2023)
    #expect(awaited.told("nnnnggggn") == "---------")
  }

  @Test("When the due date passes, the gap is told once")
  func overdue() {
    var nights = Nights(
      AlarmSettings(reminderDays: []), from: CivilDate.firstDay(ofMonth: 4, year: 2023).adding(days: 26))
    nights.due = CivilDate.lastDay(ofMonth: 4, year: 2023)
    #expect(nights.told("nnnngggg") == "-----G--")
  }

  @Test("Each step before a due date is recalled once, also when nights are missed")
  func reminders() {
    var nights = Nights(from: CivilDate.firstDay(ofMonth: 3, year: 2023))
    nights.due = CivilDate.lastDay(ofMonth: 4, year: 2023)
    var days: [Int] = []
    while nights.day <= CivilDate.lastDay(ofMonth: 4, year: 2023) {
      let left = nights.day.days(until: CivilDate.lastDay(ofMonth: 4, year: 2023))
      if left == 14 || left == 13 {
        nights.day = nights.day.adding(days: 1)
        continue
      }
      if nights.night("n").contains(.dueSoon) { days.append(left) }
    }
    #expect(days == [30, 12, 7, 1])
  }

  @Test("Runs on one day are one night")
  func sameDay() {
    var nights = Nights()
    nights.told("mmm").forEach { #expect($0 == "-") }
    #expect(nights.run("g") == [] && nights.run("g") == [] && nights.run("g") == [])
    nights.day = nights.day.adding(days: 1)
    #expect(nights.run("g") == [.newGaps])
  }

  @Test("A site that is not reached is told after three nights, once, and again when it is back for two")
  func outage() {
    var nights = Nights()
    nights.told("mm").forEach { #expect($0 == "-") }
    let down = (0..<5).map { _ in nights.night("u", reached: false) }
    #expect(down == [[], [], [.outage], [], []])
    let back = [true, false, true, true, true].map { nights.night($0 ? "m" : "u", reached: $0) }
    #expect(back == [[], [], [], [.outageEnded], []])
  }

  @Test("A loss that begins on the night of an upgrade is told, what only the rules say is not")
  func upgrade() {
    var lost = Nights()
    lost.told("mmmm").forEach { #expect($0 == "-") }
    let before = NightlyRun.JudgedNight(day: lost.day.adding(days: -1), items: [lost.standing("m")])
    lost.basis.rulesDigest = "sha256:b"
    #expect(lost.night("g", again: [before]) == [])
    #expect(lost.night("g") == [.newGaps])

    var rules = Nights()
    rules.told("mmmm").forEach { #expect($0 == "-") }
    let stricter = NightlyRun.JudgedNight(day: rules.day.adding(days: -1), items: [rules.standing("g")])
    rules.basis.rulesDigest = "sha256:b"
    #expect(rules.night("g", again: [stricter]) == [.judgedDifferently])
    #expect(rules.told("ggggg") == "-----")
  }

  @Test("A gap already told stays told across an upgrade, and its end is told")
  func alarmedAcrossUpgrade() {
    var nights = Nights()
    #expect(nights.told("mmgg") == "---G")
    nights.basis.toolVersion = "2"
    #expect(nights.told("gmmm") == "---R")
  }

  @Test("A gap already told that kinder rules do not see is closed by a calm line, and watched again")
  func alarmedByHarsherRules() {
    var nights = Nights()
    #expect(nights.told("mmgg") == "---G")
    let again = (1...2).map {
      NightlyRun.JudgedNight(day: nights.day.adding(days: -$0), items: [nights.standing("m")])
    }
    nights.basis.rulesDigest = "sha256:b"
    #expect(nights.night("m", again: again.reversed()) == [.judgedDifferently])
    #expect(nights.told("mmmgg") == "----G")
  }

  @Test("A clock that is wrong for a night changes nothing")
  func clock() {
    var nights = Nights()
    nights.told("mmm").forEach { #expect($0 == "-") }
    let right = nights.day
    for jump in [-20_000, -90, 30, 400, 30_000] {
      let states = nights.states
      nights.day = right.adding(days: jump)
      #expect(nights.run("g") == [])
      #expect(nights.states?.items == states?.items)
      nights.day = right
      #expect(nights.run("m") == [])
    }
    #expect(nights.run("g") == [])
    nights.day = right.adding(days: 1)
    #expect(nights.run("g") == [.newGaps])
  }

  @Test("After a month off, the second night counts again")
  func pause() {
    var nights = Nights()
    nights.told("mmm").forEach { #expect($0 == "-") }
    nights.day = nights.day.adding(days: 40)
    #expect(nights.told("ggg") == "--G")
  }

  @Test("A run that ends before midnight and is weighed after it is one night, with the next its neighbour")
  func midnight() {
    var nights = Nights()
    nights.told("mm").forEach { #expect($0 == "-") }
    var told: [Bool] = []
    var states = nights.states
    for night in 0..<2 {
      let day = nights.day.adding(days: night)
      let run = NightlyRun(
        sequence: 10 + night, day: day, reached: true, basis: nights.basis, items: [nights.standing("g")])
      let decision = nights.policy.decide(runs: [run], states: states, today: day.adding(days: 1))
      states = decision.states
      told.append(!decision.messages.isEmpty)
    }
    #expect(told == [false, true])
  }

  @Test("A sign of life comes when nothing else did, as often as asked")
  func heartbeat() {
    var nights = Nights(AlarmSettings(heartbeatDays: 7))
    let beats = (0..<22).filter { _ in nights.night("m") == [.heartbeat] }
    #expect(beats == [0, 7, 14, 21])
  }

  @Test("A page that fails every third night or so is told a few times a year only")
  func flapper() {
    var numbers = SeededNumbers(seed: 3)
    var nights = Nights()
    let told = (0..<365).reduce(0) { count, _ in count + nights.night(numbers.chance(30) ? "g" : "m").count }
    #expect((1...14).contains(told))
  }

  @Test("A duty keeps its state when the edition renumbers it, and the worst speaks when duties merge")
  func renumbered() {
    var nights = Nights()
    #expect(nights.told("mmgg") == "---G")
    var basis = nights.basis
    basis.edition = 2567
    let merged = ItemStanding(concepts: ["other", "plan"], number: "O9", title: "แผน", verdict: .missing)
    let run = NightlyRun(
      sequence: 99, day: nights.day, reached: true, basis: basis, items: [merged],
      rejudged: [.init(day: nights.day.adding(days: -1), items: [merged])])
    let decision = nights.policy.decide(runs: [run], states: nights.states, today: nights.day)
    #expect(decision.messages.isEmpty)
    #expect(decision.states?.items.map(\.standing) == [.alarmed])
  }

  @Test("A watch begun over an old history tells nothing old")
  func begunLate() {
    let policy = AlarmPolicy()
    let nights = Nights()
    let runs = "mmmmgggg".enumerated().map { place, letter in
      NightlyRun(
        sequence: place, day: nights.day.adding(days: place), reached: true, basis: nights.basis,
        items: [nights.standing(letter)])
    }
    let decision = policy.decide(runs: runs, states: nil, today: nights.day.adding(days: 7))
    #expect(decision.messages.isEmpty)
    #expect(policy.decide(runs: runs, states: decision.states, today: nights.day.adding(days: 7)).messages.isEmpty)
    #expect(policy.decide(runs: [], states: nil, today: nights.day).states == nil)
  }

  @Test("Messages read as a person would write them")
  func words() {
    var nights = Nights()
    nights.told("mmg").forEach { #expect($0 == "-") }
    let run = NightlyRun(
      sequence: 50, day: nights.day, reached: true, basis: nights.basis, items: [nights.standing("g")])
    let decision = nights.policy.decide(runs: [run], states: nights.states, today: nights.day)
    let thai = AlarmWords(language: .th, site: "ทต.ตัวอย่าง")
    let english = AlarmWords(language: .en, site: "example.go.th")
    #expect(
      decision.messages.map(thai.body) == [
        "ทต.ตัวอย่าง · 4 พฤศจิกายน 2565\n\nพบข้อบกพร่องใหม่ 1 ข้อ\n- O1 แผน: ครบถ้วน → ไม่พบ\n"
      ])
    #expect(decision.messages.map(english.subject) == ["example.go.th: 1 new gap"])
    #expect(decision.messages.first?.isAlarm == true)
  }
}

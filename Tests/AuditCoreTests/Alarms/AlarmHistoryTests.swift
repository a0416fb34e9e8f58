import AuditCore
import Testing
import ThaiText

/// Every short history there is, and long random ones, held against what the policy promises rather than against how
/// it works: `m` met, `g` gap, `u` not judged.
@Suite struct AlarmHistoryTests {
  /// What one watch told of its duty: `G` a new gap, `R` its end, `-` nothing, one letter a night.
  private static func told(_ history: [Character], skipping: Set<Character> = []) -> [Character] {
    let policy = AlarmPolicy()
    let basis = JudgingBasis(edition: 2566, rulesDigest: "sha256:a", toolVersion: "1", judgedFiscalYear: 2566)
    let first = CivilDate.firstDay(ofMonth: 11, year: 2022)
    var states: AlarmStates?
    return history.enumerated().compactMap { place, letter in
      guard !skipping.contains(letter) else { return nil }
      let verdict: Verdict = letter == "m" ? .met : letter == "g" ? .broken : .unknown
      let day = first.adding(days: place)
      let item = ItemStanding(concepts: ["plan"], number: "O1", title: "แผน", verdict: verdict)
      let run = NightlyRun(sequence: place + 1, day: day, reached: true, basis: basis, items: [item])
      let decision = policy.decide(runs: [run], states: states, today: day)
      states = decision.states
      let kinds = decision.messages.flatMap { $0.parts.map(\.kind) }
      return kinds == [.newGaps] ? "G" : kinds == [.recovered] ? "R" : kinds.isEmpty ? "-" : "?"
    }
  }

  /// What is wrong with the messages of a history; nil where they are as promised.
  private static func fault(_ history: [Character], _ told: [Character]) -> String? {
    var judged: [Character] = []
    var isOpen = false
    // Since the last message the duty was met on so many judged nights that it stands as met: the first judged night
    // of the watch, or two of three.
    var stood = false
    for (letter, message) in zip(history, told) {
      if letter == "u" {
        if message != "-" { return "told in a night that judged nothing" }
        continue
      }
      judged.append(letter)
      let lately = judged.suffix(3)
      let isLost = letter == "g" && lately.count { $0 == "g" } >= 2
      switch message {
      case "G":
        if isOpen { return "a gap told twice" }
        if !isLost { return "a gap told on less than two of three nights" }
        if !stood { return "a gap told of what never stood" }
        (isOpen, stood) = (true, false)
      case "R":
        if !isOpen { return "the end of nothing" }
        if lately.count < 3 || lately.contains("g") { return "an end told before it held" }
        (isOpen, stood) = (false, true)
      case "-":
        if !isOpen, stood, isLost { return "a loss not told" }
        if isOpen, judged.count >= 30, !judged.suffix(30).contains("g") { return "an end never told" }
        if !isOpen, letter == "m", judged.count == 1 || lately.count(where: { $0 == "m" }) >= 2 { stood = true }
      default: return "told something else"
      }
    }
    return nil
  }

  @Test("Every history of nine nights is told as promised")
  func everyHistory() {
    let nights = 9
    for number in 0..<19_683 {
      var rest = number
      let history: [Character] = (0..<nights).map { _ in
        defer { rest /= 3 }
        return ["m", "g", "u"][rest % 3]
      }
      let fault = Self.fault(history, Self.told(history))
      #expect(fault == nil, "\(String(history)): \(fault ?? "")")
    }
  }

  @Test("Long random histories are told as promised, and nights that judge nothing change nothing", arguments: 0..<40)
  func randomHistory(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed &+ 1_000)
    // Spells of different temper: steady, failing, flapping, blind; never blind for a week on end.
    var history: [Character] = []
    while history.count < 700 {
      let (gaps, blind) = [(2, 3), (95, 3), (50, 10), (30, 40), (10, 0)][Int.random(in: 0..<5, using: &numbers)]
      for _ in 0..<Int.random(in: 3...45, using: &numbers) {
        let mayBeBlind = history.suffix(5).contains { $0 != "u" } || history.count < 5
        let letter: Character =
          mayBeBlind && numbers.chance(blind) ? "u" : numbers.chance(gaps) ? "g" : "m"
        history.append(letter)
      }
    }
    let told = Self.told(history)
    let fault = Self.fault(history, told)
    #expect(fault == nil, "\(fault ?? "")")
    let judgedOnly = zip(history, told).filter { $0.0 != "u" }.map(\.1)
    #expect(Self.told(history, skipping: ["u"]) == judgedOnly)
  }

  @Test(
    "What comes and goes with any period is told a handful of times a year, and the last end is told",
    arguments: 1...7, 1...7)
  func flapping(away: Int, there: Int) {
    let year = (0..<365).map { night -> Character in night < 10 || (night - 10) % (away + there) >= away ? "m" : "g" }
    let told = Self.told(year + Array(repeating: "m", count: 60))
    let gaps = told.count { $0 == "G" }
    // A single night away with two good ones after it never was two of three.
    #expect(gaps == 0 ? away == 1 && there >= 2 : gaps <= 10, "\(gaps)")
    #expect(told.count { $0 == "R" } == gaps)
  }
}

import AuditCore
import Testing
import ThaiText

/// Losses, bad nights and outages around the night of a rule upgrade, which is night 10 of 24.
@Suite struct AlarmUpgradeTests {
  private static let upgrade = 10
  private static let nights = 24
  private static let offsets = Array(-4...4)

  /// What is told over all nights.
  /// - Parameters:
  ///   - isThere: whether the disclosure is on the site in a night.
  ///   - old: the verdict of the old rules on a disclosure that is there, `new` that of the new ones.
  private func told(
    old: Verdict = .met, new: Verdict = .met, silent: Set<Int> = [], unjudged: Set<Int> = [],
    isThere: @escaping (Int) -> Bool
  ) -> [AlarmMessage.Kind] {
    let policy = AlarmPolicy(settings: AlarmSettings(silentNights: 99))
    let start = CivilDate.firstDay(ofMonth: 3, year: 2023)
    let standing = { (night: Int, isNew: Bool) in
      ItemStanding(
        concepts: ["plan"], number: "O1", title: "แผน", verdict: isThere(night) ? (isNew ? new : old) : .missing)
    }
    var states: AlarmStates?
    var kinds: [AlarmMessage.Kind] = []
    var reached: [Int] = []
    for night in 0..<Self.nights {
      let isNew = night >= Self.upgrade
      let basis = JudgingBasis(
        edition: 2566, rulesDigest: isNew ? "sha256:b" : "sha256:a", toolVersion: "1", judgedFiscalYear: 2566)
      var item = standing(night, isNew)
      if silent.contains(night) || unjudged.contains(night) { item.verdict = .unknown }
      let again = reached.suffix(3).map {
        NightlyRun.JudgedNight(day: start.adding(days: $0), items: [standing($0, true)])
      }
      let day = start.adding(days: night)
      let run = NightlyRun(
        sequence: night, day: day, reached: !silent.contains(night), basis: basis, items: [item],
        rejudged: states.map { $0.basis != basis } ?? false ? again : [])
      let decision = policy.decide(runs: [run], states: states, today: day)
      states = decision.states
      kinds += decision.messages.flatMap { $0.parts.map(\.kind) }
      if !silent.contains(night) { reached.append(night) }
    }
    return kinds
  }

  @Test("A loss is told once, whenever around the upgrade it begins", arguments: offsets)
  func loss(offset: Int) {
    #expect(told { $0 < Self.upgrade + offset } == [.newGaps])
  }

  @Test("A loss during an outage over the upgrade is told once", arguments: offsets, [1, 2, 3])
  func lossInOutage(offset: Int, length: Int) {
    let from = Self.upgrade + offset
    #expect(told(silent: Set(from..<from + length)) { $0 < from } == [.newGaps])
  }

  @Test("A single bad night around the upgrade is never told", arguments: offsets)
  func badNight(offset: Int) {
    #expect(told { $0 != Self.upgrade + offset } == [])
  }

  @Test("Stricter rules are one calm line, bad night or not", arguments: offsets)
  func stricter(offset: Int) {
    #expect(told(new: .partial) { $0 != Self.upgrade + offset } == [.judgedDifferently])
  }

  @Test("Stricter rules are one calm line, also where the item could not be judged for a night", arguments: offsets)
  func stricterUnjudged(offset: Int) {
    #expect(told(new: .partial, unjudged: [Self.upgrade + offset]) { _ in true } == [.judgedDifferently])
  }

  @Test("What kinder rules find met is watched from then on", arguments: [2, 3, 5])
  func kinder(offset: Int) {
    let kinds = told(old: .partial) { $0 < Self.upgrade + offset }
    #expect(kinds == [.judgedDifferently, .newGaps])
  }

  @Test("A known gap that kinder rules do not see ends with a calm line")
  func kinderOnly() {
    #expect(told(old: .partial) { _ in true } == [.judgedDifferently])
  }
}

import AuditCore
import ThaiText

@testable import Pipeline

/// Two years of an invented town, day by day: what stands on its site, whether it answers, and by what it is judged.
/// Drawn from a seed; the same seed gives the same years.
struct InventedTown {
  static let firstDay = CivilDate.firstDay(ofMonth: 11, year: 2022)
  static let nights = 730
  static let duties = 8
  static let site = AuditReport.Site(name: "ทต.สมมุติ", url: "http://town.example/")
  /// By the rules that come with the first upgrade the last duty is a gap, whatever the site shows.
  static let strictDuty = duties - 1

  /// Nights in which a duty is really gone.
  private(set) var losses: [Int: [ClosedRange<Int>]] = [:]
  private var glitches: [Int: Set<Int>] = [:]
  private var unread: [Int: Set<Int>] = [:]
  private(set) var silent: [ClosedRange<Int>] = []
  let upgrades: [Int]
  /// Nights on which the machine's clock is wrong, with the days it is off.
  let jumps: [Int: Int]
  /// Nights on which the run dies before it is kept.
  let crashes: Set<Int>

  init(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    upgrades = [120 + random.below(60), 420 + random.below(60)]
    jumps = Dictionary(
      uniqueKeysWithValues: (0..<6).map { place in
        (60 + place * 105 + random.below(20), [-12_000, -60, 20, 365, 4_000, 20_000][place])
      })
    crashes = Set((0..<20).map { _ in 10 + random.below(Self.nights - 20) })
    var day = 30
    while day < Self.nights - 40 {
      let length = 1 + random.below(6)
      silent.append(day...day + length - 1)
      day += 60 + random.below(50)
    }
    for duty in 0..<Self.strictDuty {
      var day = 40 + random.below(80)
      while day < Self.nights - 90 {
        let length = 14 + random.below(30)
        losses[duty, default: []].append(day...day + length)
        day += length + 100 + random.below(120)
      }
      // A page that fails for a night, far enough from the next such night and from what really happens.
      var night = 5 + random.below(7)
      while night < Self.nights {
        let isNear = losses[duty, default: []].contains { ($0.lowerBound - 8...$0.upperBound + 45).contains(night) }
        if !isNear { glitches[duty, default: []].insert(night) }
        night += 9 + random.below(20)
      }
      unread[duty] = Set((0..<40).map { _ in random.below(Self.nights) })
    }
  }

  func day(_ night: Int) -> CivilDate { Self.firstDay.adding(days: night) }
  static func concept(_ duty: Int) -> String { "duty_\(duty)" }
  func isSilent(_ night: Int) -> Bool { silent.contains { $0.contains(night) } }
  func rules(_ night: Int) -> Int { upgrades.count { $0 <= night } }

  /// The report of a night's recording, judged by some rules in some fiscal year.
  func report(_ night: Int, rules: Int, fiscalYear: Int) -> AuditReport {
    let items = (0..<Self.duties).map { duty in
      item(duty, isSilent(night) ? .unknown : verdict(duty, night, rules: rules))
    }
    return AuditReport(
      tool: .init(version: "1"), edition: 2566, editionConfidence: "high", rulesDigest: "sha256:rules-\(rules)",
      asOf: day(night).iso, judgedFiscalYear: fiscalYear, official: true, language: .th, site: Self.site,
      snapshot: .init(digest: "sha256:night-\(night)", recordedAt: "\(day(night).iso)T02:00:00Z"),
      coverage: Coverage(
        known: 50, fetched: isSilent(night) ? 0 : 50, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0,
        sufficient: !isSilent(night)),
      stopReason: "finished", items: items, declared: [], findings: [],
      score: Score(bySubIndicator: [], byIndicator: [], oit: 0, oitHigh: 100))
  }

  func report(_ night: Int) -> AuditReport {
    report(night, rules: rules(night), fiscalYear: FiscalYear(containing: day(night)).year)
  }

  private func verdict(_ duty: Int, _ night: Int, rules: Int) -> Verdict {
    if duty == Self.strictDuty, rules > 0 { return .partial }
    if unread[duty]?.contains(night) ?? false { return .unknown }
    if glitches[duty]?.contains(night) ?? false { return .broken }
    return losses[duty, default: []].contains { $0.contains(night) } ? .missing : .met
  }

  private func item(_ duty: Int, _ verdict: Verdict) -> ItemReport {
    ItemReport(
      number: "O\(duty + 1)", key: Self.concept(duty), concepts: [Self.concept(duty)], title: "ข้อ \(duty + 1)",
      subIndicator: "9.1", verdict: verdict, cause: verdict == .unknown ? .unreachable : nil, confidence: 0.9,
      points: 12.5, pointsLost: 0, dueDate: nil, summary: verdict.rawValue, missingElements: [],
      period: .init(required: nil, found: nil),
      searched: .init(pages: 50, documents: 0, names: []), evidence: [], nearMisses: [], remedy: "",
      responsible: "สำนักปลัด", waiver: nil)
  }
}

/// The same numbers in every run (splitmix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

import AuditCore
import Testing
import ThaiText

@testable import History

@Suite struct HistoryPruningTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("Recent runs stay, then the first of each month, and always the newest")
  func rule() {
    let start = CivilDate.firstDay(ofMonth: 1, year: 2022)
    let nights = (0..<400).map { Retention.Night(run: $0, site: 1, day: start.adding(days: $0)) }
    let today = start.adding(days: 399)
    let kept = Retention(days: 10, months: 3).kept(nights, today: today)
    let days = nights.filter { kept.contains($0.run) }.map(\.day.iso)
    #expect(days.first == "2022-11-01")
    #expect(days.contains("2022-12-01") && days.contains("2023-01-01"))
    #expect(kept.count == 11 + 3)
    #expect(Retention(days: 0, months: 0).kept(nights, today: today.adding(days: 900)) == [399])
  }

  @Test("A clock that jumped ahead never ages runs away before their time")
  func clockJump() {
    let today = CivilDate.firstDay(ofMonth: 6, year: 2023)
    let nights = [1: today.adding(days: 4_000), 2: today].map { Retention.Night(run: $0.key, site: 1, day: $0.value) }
      .sorted { $0.run < $1.run }
    #expect(Retention(days: 5, months: 0).kept(nights, today: today) == [1, 2])
  }

  @Test("What no kept run names is removed, the rest reads as before")
  func contents() throws {
    let store = try HistoryStore(path: folder.file)
    for night in 0..<16 { try store.keep(InventedRuns.finished(night: night, missing: night == 3 ? [1, 2] : [])) }
    let today = InventedRuns.time(15).thaiDay
    let outcome = try store.prune(keeping: Retention(days: 5, months: 0, snapshotDays: 5), today: today)
    // Months are counted from the present one: its first run stays.
    #expect(outcome.runs == Array(2...10))
    for run in try store.runs() {
      let night = run.id - 1
      #expect(try InventedRuns.json(store.report(of: run.id)) == InventedRuns.json(InventedRuns.report(night: night)))
    }
    let leftOver = try store.file.reading(to: "count") { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM block WHERE json LIKE '%\"verdict\":\"missing\"%'")
    }
    #expect(leftOver == 0)
  }

  @Test("A snapshot that another one revisits stays as long as that one")
  func lineage() throws {
    let store = try HistoryStore(path: folder.file)
    let digest = { (night: Int) in ContentDigest("sha256:snapshot\(night)") }
    // 0 ← 1 ← 2 … ← 5 is whole again, ← 6.
    for night in 0...6 {
      try store.keep(InventedRuns.finished(night: night, parents: night == 0 || night == 5 ? [] : [digest(night - 1)]))
    }
    #expect(try store.lineage(of: digest(3)).map(\.digest) == [3, 2, 1, 0].map(digest))
    let rule = Retention(days: 400, months: 0, snapshotDays: 2)
    let early = try store.prune(keeping: rule, today: InventedRuns.time(5).thaiDay)
    #expect(early.released.isEmpty)
    let later = try store.prune(keeping: rule, today: InventedRuns.time(8).thaiDay)
    #expect(later.released.map(\.digest) == (0...4).map(digest))
    #expect(try store.runs().count == 7)

    try store.forget(digest(0))
    try store.forget(digest(6))
    #expect(try store.releasedSnapshots().map(\.digest) == (1...4).map(digest))
    #expect(try store.lineage(of: digest(6)).map(\.digest) == [digest(6), digest(5)])
  }

  @Test("A run that revisits a released snapshot takes it back")
  func takenBack() throws {
    let store = try HistoryStore(path: folder.file)
    for night in [0, 1] { try store.keep(InventedRuns.finished(night: night)) }
    let rule = Retention(days: 400, months: 0, snapshotDays: 0)
    #expect(try store.prune(keeping: rule, today: InventedRuns.time(9).thaiDay).released.count == 1)
    try store.keep(InventedRuns.finished(night: 9, parents: [ContentDigest("sha256:snapshot0")]))
    #expect(try store.releasedSnapshots().isEmpty)
  }
}

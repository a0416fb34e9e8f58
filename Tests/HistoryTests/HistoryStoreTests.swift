import AuditCore
import Testing
import ThaiText

@testable import History

@Suite struct HistoryStoreTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("A report comes back as it was, field by field")
  func roundTrip() throws {
    let store = try HistoryStore(path: folder.file)
    let first = InventedRuns.finished(night: 0)
    let second = InventedRuns.finished(night: 1, missing: [7, 12])
    let numbers = try [first, second].map { try store.keep($0) }
    #expect(try InventedRuns.json(store.report(of: numbers[0])) == InventedRuns.json(first.report))
    #expect(try InventedRuns.json(store.report(of: numbers[1])) == InventedRuns.json(second.report))
  }

  @Test("Runs are listed newest first, with what they found")
  func listing() throws {
    let store = try HistoryStore(path: folder.file)
    try store.keep(InventedRuns.finished(night: 0))
    try store.keep(InventedRuns.finished(night: 1, missing: [7]))
    let runs = try store.runs(site: InventedRuns.site.url)
    #expect(runs.map(\.asOf) == ["2022-11-02", "2022-11-01"])
    #expect(runs.first?.verdicts == ["met": 42, "missing": 1])
    #expect(runs.first?.oit == 67.75)
    #expect(runs.first?.reached == true)
    #expect(try store.runs(site: "https://elsewhere.example/").isEmpty)
    #expect(try store.runs(limit: 1).count == 1)
    #expect(try store.sites().map(\.url) == [InventedRuns.site.url])
  }

  @Test("A run that was begun and never kept changes nothing, and is known as interrupted")
  func interrupted() throws {
    let store = try HistoryStore(path: folder.file)
    try store.keep(InventedRuns.finished(night: 0))
    let lost = try store.begin(InventedRuns.site, at: InventedRuns.time(1))
    #expect(try store.runs().count == 1)
    #expect(try store.run(lost)?.state == .begun)
    try store.keep(InventedRuns.finished(night: 2))
    #expect(try store.run(lost)?.state == .interrupted)
    #expect(try store.runs().count == 2)
    #expect(throws: HistoryError.self) { try store.report(of: lost) }
  }

  @Test("A run is kept once, and only after it was begun")
  func keptOnce() throws {
    let store = try HistoryStore(path: folder.file)
    let number = try store.keep(InventedRuns.finished(night: 0))
    #expect(throws: HistoryError.self) { try store.commit(InventedRuns.finished(night: 1), as: number) }
    #expect(throws: HistoryError.self) { try store.commit(InventedRuns.finished(night: 1), as: 99) }
    #expect(try store.report(of: number).asOf == "2022-11-01")
  }

  @Test("One duty is followed through the nights, by any of its concepts")
  func oneDuty() throws {
    let store = try HistoryStore(path: folder.file)
    try store.keep(InventedRuns.finished(night: 0))
    let last = try store.keep(InventedRuns.finished(night: 1, missing: [7]))
    for concept in ["concept_7", "also_7"] {
      #expect(try store.verdicts(of: concept, site: InventedRuns.site.url).map(\.verdict) == [.met, .missing])
    }
    let met = try store.conceptsMet(before: last, site: InventedRuns.site.url)
    #expect(met.count == 86 && met.contains("also_7"))
    #expect(try store.conceptsMet(before: 1, site: InventedRuns.site.url).isEmpty)
  }

  @Test("Alarm states and messages are kept with their run and wait until they are delivered")
  func outbox() throws {
    let store = try HistoryStore(path: folder.file)
    let url = InventedRuns.site.url
    #expect(try store.alarmStates(of: url) == nil)
    let policy = AlarmPolicy()
    for night in 0..<5 {
      var run = InventedRuns.finished(night: night, missing: night < 2 ? [] : [7])
      let number = try store.begin(InventedRuns.site, at: run.finishedAt)
      let day = run.finishedAt.thaiDay
      let nightly = NightlyRun(sequence: number, day: day, report: run.report)
      let decision = policy.decide(runs: [nightly], states: try store.alarmStates(of: url), today: day)
      run.alarmStates = decision.states
      run.messages = decision.messages.map { OutboxMessage(target: "line", message: $0) }
      try store.commit(run, as: number)
      #expect(try store.alarmStates(of: url) == decision.states)
    }
    let waiting = try store.waitingMessages()
    #expect(waiting.map { $0.content.message.parts.map(\.kind) } == [[.newGaps]])
    let id = try #require(waiting.first?.id)
    try store.noteFailure(of: id, because: "503")
    #expect(try store.waitingMessages().map(\.attempts) == [1])
    #expect(try store.waitingMessages().map(\.lastError) == ["503"])
    try store.noteDelivery(of: id, at: InventedRuns.time(6))
    #expect(try store.waitingMessages().isEmpty)
  }

  @Test("The file, its log and an export are readable by their owner only")
  func modes() throws {
    let store = try HistoryStore(path: folder.file)
    try store.keep(InventedRuns.finished(night: 0))
    try store.export(to: folder.path("copy.sqlite"))
    for name in ["history.sqlite", "history.sqlite-wal", "history.sqlite-shm", "copy.sqlite"] {
      #expect(try folder.mode(name) == 0o600, "\(name)")
    }
    let copy = try HistoryStore(path: folder.path("copy.sqlite"))
    #expect(try copy.runs().count == 1)
    #expect(throws: HistoryError.self) { try store.export(to: folder.path("copy.sqlite")) }
  }

  @Test("A night in which nothing changed costs less than 200 KB, and with 43 items of 14 quotations a tenth of that")
  func growth() throws {
    let nights = 12
    let before: Int
    do {
      let store = try HistoryStore(path: folder.file)
      try store.keep(InventedRuns.finished(night: 0))
      try store.export(to: folder.path("one.sqlite"))
      before = try folder.size("one.sqlite")
      for night in 1...nights { try store.keep(InventedRuns.finished(night: night)) }
      try store.export(to: folder.path("all.sqlite"))
    }
    let grown = (try folder.size("all.sqlite") - before) / nights
    #expect(grown < 20_000, "\(grown) bytes a night")
  }
}

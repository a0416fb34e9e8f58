import AuditCore
import Foundation
import Testing
import ThaiText

@testable import History

/// What must hold when things go wrong: crashes, full disks, other programs, other versions.
@Suite struct HistorySafetyTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("A crash at any byte of a write leaves the last good state")
  func crash() throws {
    let store = try HistoryStore(path: folder.file)
    for night in 0..<3 { try store.keep(InventedRuns.finished(night: night, missing: [night + 1])) }
    let whole = try Data(contentsOf: URL(filePath: folder.file))
    let log = try Data(contentsOf: URL(filePath: folder.file + "-wal"))
    var numbers = CutNumbers(seed: 11)
    var seen: Set<Int> = []
    // What a killed program leaves behind is the file and a log that ends anywhere, perhaps in the middle of a page.
    for _ in 0..<24 {
      let copy = folder.path("crash-\(seen.count)-\(numbers.next()).sqlite")
      try whole.write(to: URL(filePath: copy))
      let end = Int(numbers.next() % UInt64(log.count))
      try log.prefix(end).write(to: URL(filePath: copy + "-wal"))
      let left = try HistoryStore(path: copy)
      let runs = try left.runs().sorted { $0.id < $1.id }
      seen.insert(runs.count)
      #expect(runs.map(\.id) == Array(1...3).prefix(runs.count).map { $0 })
      for run in runs {
        let expected = InventedRuns.report(night: run.id - 1, missing: [run.id])
        #expect(try InventedRuns.json(left.report(of: run.id)) == InventedRuns.json(expected))
      }
      let sound = try left.file.reading(to: "check") { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
      #expect(sound == "ok")
      let next = try left.keep(InventedRuns.finished(night: 9))
      #expect(try left.report(of: next).asOf == "2022-11-10")
    }
    #expect(seen.isSuperset(of: [0, 1, 2]))
  }

  @Test("A full disk stores nothing of the run and keeps everything before it")
  func diskFull() throws {
    try HistoryStore(path: folder.file).keep(InventedRuns.finished(night: 0))
    let size = try folder.size()
    let store = try HistoryStore(path: folder.file, byteLimit: size + 8_192)
    let changed = InventedRuns.finished(night: 1, missing: Set(1...43))
    let number = try store.begin(InventedRuns.site, at: changed.finishedAt)
    let error = #expect(throws: HistoryError.self) { try store.commit(changed, as: number) }
    #expect(error?.kind == .diskFull)
    #expect(error?.path == folder.file)
    #expect(error?.description.contains("free some space") == true)
    #expect(try store.runs().map(\.id) == [1])
    #expect(try InventedRuns.json(store.report(of: 1)) == InventedRuns.json(InventedRuns.report(night: 0)))
    // With room again, the same run can be kept.
    let roomier = try HistoryStore(path: folder.file)
    try roomier.commit(changed, as: number)
    #expect(try roomier.runs().count == 2)
  }

  @Test("A locked file is waited for, then said to be locked; readers go on")
  func locked() throws {
    let store = try HistoryStore(path: folder.file)
    try store.keep(InventedRuns.finished(night: 0))
    let other = try HistoryStore(path: folder.file, waitSeconds: 0.05)
    try store.file.writing(to: "hold it") { (_) throws in
      let error = #expect(throws: HistoryError.self) { try other.begin(InventedRuns.site, at: InventedRuns.time(1)) }
      #expect(error?.kind == .locked)
      #expect(error?.description.contains("another run") == true)
      #expect(try other.runs().count == 1)
      #expect(try store.runs().count == 1)
    }
    #expect(throws: Never.self) { try other.begin(InventedRuns.site, at: InventedRuns.time(1)) }
  }

  @Test("Two writers and many readers get along, and readers see whole runs only")
  func together() async throws {
    let path = folder.file
    let site = InventedRuns.site.url
    _ = try HistoryStore(path: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let store = try HistoryStore(path: path, waitSeconds: 60)
          for night in 0..<6 { try store.keep(InventedRuns.finished(night: night, missing: [writer + 1])) }
        }
      }
      for _ in 0..<3 {
        group.addTask {
          let store = try HistoryStore(path: path, waitSeconds: 60)
          for _ in 0..<20 {
            for run in try store.runs(site: site, limit: 2) {
              #expect(run.verdicts == ["met": 42, "missing": 1])
              #expect(try store.report(of: run.id).items.count == 43)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try HistoryStore(path: path).runs().count == 12)
  }

  @Test("A new file may be opened by several at once")
  func openedTogether() async throws {
    let path = folder.file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { try HistoryStore(path: path, waitSeconds: 60).keep(InventedRuns.finished(night: 0)) }
      }
      try await group.waitForAll()
    }
    #expect(try HistoryStore(path: path).runs().count == 4)
  }

  @Test("An older file is brought forward with everything in it")
  func older() throws {
    let old = HistorySchema(steps: Array(HistorySchema.current.steps.prefix(1)))
    do {
      let store = try HistoryStore(path: folder.file, schema: old)
      try store.keep(InventedRuns.finished(night: 0))
      #expect(throws: HistoryError.self) { try store.waitingMessages() }
    }
    let store = try HistoryStore(path: folder.file)
    #expect(try store.waitingMessages().isEmpty)
    #expect(try InventedRuns.json(store.report(of: 1)) == InventedRuns.json(InventedRuns.report(night: 0)))
  }

  @Test("A newer file is refused with one sentence and left alone")
  func newer() throws {
    let future = HistorySchema(
      steps: HistorySchema.current.steps + [.init(name: "from the future", sql: "CREATE TABLE tomorrow (id INTEGER)")])
    try HistoryStore(path: folder.file, schema: future).keep(InventedRuns.finished(night: 0))
    let error = #expect(throws: HistoryError.self) { try HistoryStore(path: folder.file) }
    #expect(error?.kind == .newerSchema)
    #expect(error?.description.contains("newer version") == true)
    #expect(try HistoryStore(path: folder.file, schema: future).runs().count == 1)
  }

  @Test("Another file in its place is refused and left alone")
  func damaged() throws {
    let text = Data("not a database, but long enough to look at as one could be. ".utf8)
    try text.write(to: URL(filePath: folder.file))
    let error = #expect(throws: HistoryError.self) { try HistoryStore(path: folder.file) }
    #expect(error?.kind == .damaged)
    #expect(try Data(contentsOf: URL(filePath: folder.file)) == text)
    let nowhere = #expect(throws: HistoryError.self) { try HistoryStore(path: folder.path("no/such/folder.sqlite")) }
    #expect(nowhere?.kind == .notWritable)
  }

  @Test("A database of another program is refused and not a byte of it changed", arguments: [true, false])
  func foreign(isMadeBySteps: Bool) throws {
    let other = HistorySchema(steps: [.init(name: "bookmarks", sql: "CREATE TABLE bookmark (url TEXT)")])
    do {
      let file = try HistoryFile(path: folder.file, schema: other, waitSeconds: 1, byteLimit: nil)
      if !isMadeBySteps { try file.writing(to: "be another") { try $0.execute(sql: "DROP TABLE grdb_migrations") } }
      try file.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    chmod(folder.file, 0o644)
    let before = try Data(contentsOf: URL(filePath: folder.file))
    let error = #expect(throws: HistoryError.self) { try HistoryStore(path: folder.file) }
    #expect(error?.kind == .foreign && error?.description.contains("another program") == true)
    #expect(try Data(contentsOf: URL(filePath: folder.file)) == before)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file)[.posixPermissions]
    #expect(mode as? Int == 0o644)
  }

  @Test("A report that this version cannot read says so, and the others stay readable")
  func unreadable() throws {
    let store = try HistoryStore(path: folder.file)
    for night in 0..<2 { try store.keep(InventedRuns.finished(night: night)) }
    try store.file.writing(to: "spoil it") { try $0.execute(sql: "UPDATE run SET head = '{}' WHERE id = 1") }
    let error = #expect(throws: HistoryError.self) { try store.report(of: 1) }
    #expect(error?.kind == .unreadableReport)
    #expect(try store.report(of: 2).items.count == 43)
  }
}

/// Numbers that are the same on every run (an xorshift).
private struct CutNumbers {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

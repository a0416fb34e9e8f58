import Archive
import AuditCore
import Foundation
import History
import Testing

@testable import Pipeline

/// Whole nights of a small town: recorded, judged, kept, told, pruned, and gone on with after whatever broke them off.
@Suite("Nights")
struct NightTests {
  @Test("An unchanged night costs hardly a body, keeps a run and tells nothing")
  func calm() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 20))
    try await town.run()
    let first = town.site.spent()
    let (outcome, ended) = try await town.run()
    let second = town.site.spent()
    #expect(second.bytes < first.bytes / 2 && second.statuses[304] == 12)
    guard case .kept(let run, let report, let folder, let kept)? = ended.first?.result else {
      Issue.record("not kept: \(ended)")
      return
    }
    #expect(kept.message == nil && outcome.delivery.delivered == 0 && outcome.fault == nil)
    #expect(report.site.name == "เทศบาลตำบลสมมุติ")
    for name in ["report.json", "report.html", "gaps.csv", "answers.csv"] {
      #expect(FileManager.default.fileExists(atPath: folder.path + "/" + name))
    }
    let store = try town.store
    #expect(try store.runs().map(\.id) == [run, run - 1])
    let held = try #require(try store.snapshot(ContentDigest(report.snapshot.digest)))
    #expect(store.place(of: held) == folder.snapshot.path)
    #expect(held.parents.count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.snapshot.file(RecordingStart.journalName)))
  }

  @Test("The town's own units, waivers and edition are in the report")
  func configured() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 2))
    town.configuration.towns[0].responsible = ["O2": "กองคลัง"]
    town.configuration.towns[0].waivers = ["O3": Waiver(reason: "ย้ายที่ตั้ง", by: "ปลัด", until: nil)]
    town.configuration.towns[0].edition = nil
    guard case .kept(_, let report, _, _)? = try await town.run().towns.first?.result else { return }
    #expect(report.items.first { $0.number == "O2" }?.responsible == "กองคลัง")
    #expect(report.items.first { $0.number == "O3" }?.verdict == .waived)
    #expect(report.edition == 2566)
  }

  @Test("A signal leaves the recording; the next night goes on with it and the pages are there once")
  func resumed() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 20))
    let cut = try await town.interruptedRun(afterRequests: 9)
    guard case .interrupted(let folder?, _)? = cut.first?.result else {
      Issue.record("not interrupted: \(cut)")
      return
    }
    #expect(try town.store.runs().isEmpty)
    let before = town.site.spent().statuses.values.reduce(0, +)
    town.pass(hours: 24)
    guard case .kept(_, let report, let again, _)? = try await town.run().towns.first?.result else {
      Issue.record("not kept")
      return
    }
    #expect(again == folder)
    let after = town.site.spent().statuses.values.reduce(0, +)
    #expect(before >= 9 && before < 20 && before + after <= 26)
    #expect(report.coverage.fetched == 22)
    #expect(try town.nights.count == 1)
    #expect(try town.store.runs(states: [.kept, .begun]).count == 1)
  }

  @Test("What was cut short two nights ago is let go of, and the night begins anew")
  func stale() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 10))
    _ = try await town.interruptedRun(afterRequests: 5)
    let cut = try town.nights
    town.pass(hours: 37)
    try await town.run()
    #expect(try town.nights.count == 1)
    #expect(try town.nights != cut)
    #expect(try town.store.runs().first?.reached == true)
  }

  @Test("A night that died between recording and keeping is judged by what it recorded, without asking again")
  func diedBeforeKeeping() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 5))
    let night = try town.night()
    let recording = try night.services.recording(town.configuration.towns[0])
    let folder = try town.data.newNight(of: town.configuration.towns[0], at: town.now)
    _ = try await recording.record(into: folder.snapshot, progress: nil)
    _ = town.site.spent()
    town.pass(hours: 1)
    guard case .kept(_, _, let kept, _)? = try await town.run().towns.first?.result else {
      Issue.record("not kept")
      return
    }
    #expect(kept == folder)
    #expect(town.site.spent().statuses.isEmpty)
  }

  @Test("A town that cannot be recorded does not keep the next from its night")
  func othersGoOn() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 2))
    let bad = Town(key: "bad", name: "ไม่มีที่อยู่", url: "no address")
    let (_, ended) = try await town.run([bad] + town.configuration.towns)
    guard case .failed? = ended.first?.result, case .kept? = ended.last?.result else {
      Issue.record("\(ended)")
      return
    }
  }

  @Test("An outage is told after three nights, once; a target out of reach is told the next night, in order")
  func outage() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 3))
    try await town.run()
    town.site.setDown(true)
    town.bell.setOut(true)
    for _ in 0..<3 { try await town.run() }
    #expect(town.bell.notices.isEmpty && town.bell.tries == 1)
    #expect(try town.store.waitingMessages().map(\.attempts) == [1])
    town.bell.setOut(false)
    try await town.run()
    #expect(town.bell.notices.map { $0.message.parts.map(\.kind) } == [[.outage]])
    town.site.setDown(false)
    for _ in 0..<3 { try await town.run() }
    #expect(town.bell.notices.map { $0.message.parts.map(\.kind) } == [[.outage], [.outageEnded]])
    #expect(town.bell.notices.allSatisfy { !$0.subject.contains("\n") && $0.site.name == "เทศบาลตำบลสมมุติ" })
    // The night after an outage is compared with the last one that reached the site.
    #expect(town.site.spent().statuses[304] != nil)
  }

  @Test(
    "Pruning deletes folders that nothing needs, keeps the one that holds the bodies, and never acts on a jumped clock")
  func pruning() async throws {
    let town = try WatchedTown(NightlySite(pageCount: 4))
    town.configuration.retention = Retention(days: 2, months: 0, snapshotDays: 1)
    for _ in 0..<4 { try await town.run() }
    let kept = try town.nights
    #expect(kept.count == 3)
    #expect(kept.first == "2023-06-15T010000")
    let jumped = town.now
    town.pass(hours: 24 * 900)
    try await town.run()
    #expect(try town.nights.count == 4)
    town.now = jumped
    try await town.run()
    let first = try town.data.nights(of: town.configuration.towns[0])[0]
    #expect(try RecordedSite.read(folder: first.snapshot).index.pages.count >= 5)
  }

  @Test("Only what lies in the data folder is deleted")
  func deletion() throws {
    let folder = try ScratchFolder()
    let data = try DataFolder(at: folder.path("data"))
    try FileManager.default.createDirectory(
      atPath: folder.path("other/2023-06-15T010000"), withIntermediateDirectories: true)
    for place in ["../other/2023-06-15T010000/snapshot", folder.path("other/2023-06-15T010000"), "..", "."] {
      try data.delete(
        SnapshotRecord(
          digest: ContentDigest("sha256:x"), folder: place, bytes: 1, recordedAt: Timestamp(secondsSinceEpoch: 0)))
    }
    #expect(FileManager.default.fileExists(atPath: folder.path("other/2023-06-15T010000")))
    #expect(FileManager.default.fileExists(atPath: data.path))
  }

  @Test("Two runs never overlap, and who comes second learns who runs since when")
  func lock() throws {
    let folder = try ScratchFolder()
    let since = Timestamp(secondsSinceEpoch: 1_700_000_000)
    var first: RunLock? = try RunLock(at: folder.path("run.lock"), since: since)
    let holder = #expect(throws: RunLock.Holder.self) { try RunLock(at: folder.path("run.lock"), since: since) }
    #expect(holder?.since == since && holder?.process == Int(getpid()))
    #expect(first != nil)
    first = nil
    _ = try RunLock(at: folder.path("run.lock"), since: since)
  }
}

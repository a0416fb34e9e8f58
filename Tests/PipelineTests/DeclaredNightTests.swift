import Archive
import AuditCore
import Foundation
import History
import Testing

@testable import Pipeline

/// A night with an answer sheet: what is asked for, what is judged, what is told.
@Suite("Nights with an answer sheet")
struct DeclaredNightTests {
  private static let laws = NightlySite.Page(
    body: """
      <title>กฎหมายที่เกี่ยวข้อง</title><h1>กฎหมายที่เกี่ยวข้องกับการดำเนินงานของเทศบาล</h1><ul>
      <li>พระราชบัญญัติเทศบาล พ.ศ. 2496 และที่แก้ไขเพิ่มเติม</li>
      <li>พระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560</li>
      <li>พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540</li>
      <li>พระราชบัญญัติการสาธารณสุข พ.ศ. 2535</li>
      <li>เทศบัญญัติเทศบาลตำบลสมมุติ เรื่อง การจัดการขยะมูลฝอย พ.ศ. 2564</li></ul>
      """, etag: "\"laws\"")

  private static let home = NightlySite.Page(
    body: "<title>เทศบาล</title><a href=\"/laws\">กฎหมายที่เกี่ยวข้อง</a>", etag: "\"home\"")

  /// Watches a town whose sheet names the page of laws, as the crawl finds it and where only the sheet knows it.
  private static func town(sheet: String?) throws -> WatchedTown {
    let town = try WatchedTown(NightlySite(["/": home, "/laws": laws, "/unlinked": laws]))
    town.configuration.towns[0].answers = sheet
    return town
  }

  private static func statuses(_ ended: [TownOutcome]) -> [String: DeclaredAnswer.Status]? {
    guard case .kept(_, let report, _, _)? = ended.first?.result else { return nil }
    return Dictionary(
      report.declared.filter { $0.sheet != nil }.map { ($0.item, $0.status) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("What the crawl has just seen is not asked for again, and what it did not come to is asked for once")
  func traffic() async throws {
    let plain = try Self.town(sheet: nil)
    try await plain.run()
    let crawl = plain.site.spent().statuses.values.reduce(0, +)
    let known = try Self.town(sheet: "ข้อ,URL\nO6,\(NightlySite.home)laws\n")
    #expect(Self.statuses(try await known.run().towns) == ["O6": .agrees])
    #expect(known.site.spent().statuses.values.reduce(0, +) == crawl)
    let unlinked = try Self.town(sheet: "ข้อ,URL\nO6,\(NightlySite.home)unlinked\n")
    #expect(Self.statuses(try await unlinked.run().towns) == ["O6": .agrees])
    // The page, and the robots.txt that is read before it.
    #expect(unlinked.site.spent().statuses.values.reduce(0, +) == crawl + 2)
  }

  @Test("An answer that no longer delivers is told after two of three nights though the item is there, and its return")
  func lostAnswer() async throws {
    let town = try Self.town(sheet: "ข้อ,URL\nO6,\(NightlySite.home)unlinked\n")
    try await town.run()
    town.site.remove("/unlinked")
    #expect(Self.statuses(try await town.run().towns) == ["O6": .broken])
    #expect(town.bell.notices.isEmpty)
    try await town.run()
    #expect(town.bell.notices.map { $0.message.parts.map(\.kind) } == [[.answersLost]])
    town.site.change("/unlinked", to: Self.laws)
    for _ in 0..<4 { try await town.run() }
    #expect(town.bell.notices.map { $0.message.parts.map(\.kind) } == [[.answersLost], [.answersRegained]])
  }

  private static let offices = "<ul><li>สำนักปลัดเทศบาล</li><li>กองคลัง</li><li>กองช่าง</li><li>กองการศึกษา</li></ul>"
  private static let sheet = "ข้อ,URL\nO6,http://files.example/unlinked\nO1,http://files.example/plain\n"

  /// A town of which two documents lie elsewhere, one of them on a server that tells no validators.
  private static func townWithDocumentsElsewhere() throws -> WatchedTown {
    let town = try town(sheet: sheet)
    town.site.change("/plain", to: .init(body: "<title>โครงสร้าง</title><h1>โครงสร้างหน่วยงานของเทศบาล</h1>\(offices)"))
    return town
  }

  @Test("What is declared and did not change is neither sent nor kept again, and judged as before")
  func unchanged() async throws {
    let town = try Self.townWithDocumentsElsewhere()
    let first = try await town.run().towns
    let whole = town.site.spent()
    for _ in 0..<2 {
      let next = try await town.run().towns
      let spent = town.site.spent()
      // The home page, the laws, and the declared copy of them.
      #expect(spent.statuses[304] == 3 && spent.statuses.values.reduce(0, +) == whole.statuses.values.reduce(0, +))
      #expect(Self.statuses(next) == Self.statuses(first) && Self.statuses(first)?.count == 2)
      guard case .kept(_, _, let folder, _)? = next.first?.result else {
        Issue.record("not kept")
        return
      }
      let types = try folder.declared.index().entries.map(\.type)
      #expect(types.count { $0 == "revisit" } == 2)
    }
    let changed = NightlySite.Page(
      body: "<title>ข่าว</title><h1>ข่าวกิจกรรมวันเด็ก</h1><p>เทศบาลจัดงานวันเด็กที่สนามหน้าสำนักงาน มีเด็กมาร่วมงานมาก</p>",
      etag: "\"other\"")
    town.site.change("/unlinked", to: changed)
    let after = Self.statuses(try await town.run().towns)
    #expect(after?["O6"] == .wrongDocument, "\(after ?? [:])")
  }

  @Test("The night that holds a declared document stays as long as a later one rests on it, and its loss costs nothing")
  func heldBodies() async throws {
    let town = try Self.townWithDocumentsElsewhere()
    town.configuration.retention = Retention(days: 2, months: 0, snapshotDays: 2)
    let first = try await town.run().towns
    guard case .kept(_, _, let holder, _)? = first.first?.result else {
      Issue.record("not kept")
      return
    }
    // From the second night on nothing of the site itself is as it was on the first.
    for page in ["/", "/laws"] {
      town.site.change(page, to: .init(body: "<title>ใหม่</title><h1>หน้าใหม่ \(page)</h1>", etag: "\"new\""))
    }
    for _ in 0..<3 { #expect(Self.statuses(try await town.run().towns) == Self.statuses(first)) }
    #expect(FileManager.default.fileExists(atPath: holder.declared.archivePath))
    let store = try town.store
    let run = try #require(try store.runs().first)
    let judgement = try town.night().judgement(for: town.configuration.towns[0], asOf: town.now.thaiDay)
    let again = try #require(try Rejudging(as: judgement).report(of: run, in: store))
    #expect(again.declared == (try store.report(of: run.id)).declared)
    try FileManager.default.removeItem(atPath: holder.declared.path)
    #expect(Self.statuses(try await town.run().towns) == Self.statuses(first))
  }

  @Test("A row taken off the sheet while the site holds the item is told as undeclared")
  func undeclared() async throws {
    let town = try Self.town(sheet: "ข้อ,URL\nO6,\(NightlySite.home)laws\nO1,\(NightlySite.home)laws\n")
    for _ in 0..<2 { try await town.run() }
    town.configuration.towns[0].answers = "ข้อ,URL\nO1,\(NightlySite.home)laws\n"
    for _ in 0..<3 { try await town.run() }
    #expect(town.bell.notices.map { $0.message.parts.map(\.kind) } == [[.undeclared]])
    #expect(town.bell.notices.first?.message.parts.first?.items.map(\.number) == ["O6"])
  }

  @Test("A sheet that cannot be read costs the night nothing but itself, and is told")
  func unreadableSheet() async throws {
    let town = try Self.town(sheet: "unreadable")
    guard case .kept(_, let report, _, let kept)? = try await town.run().towns.first?.result else {
      Issue.record("not kept")
      return
    }
    #expect(kept.sheetFault != nil)
    #expect(report.declared.allSatisfy { $0.sheet == nil } && report.reachedTheSite)
  }

  @Test("A silent server is not asked for its declared addresses")
  func silent() async throws {
    let town = try Self.town(sheet: "ข้อ,URL\n" + (1...20).map { "O\($0),\(NightlySite.home)page/\($0)\n" }.joined())
    town.site.setDown(true)
    guard case .kept(_, let report, let folder, _)? = try await town.run().towns.first?.result else {
      Issue.record("not kept")
      return
    }
    #expect(report.declared.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.declared.path))
  }

  @Test("An earlier night is judged again with its own sheet, and its folder goes with the night")
  func rejudged() async throws {
    let town = try Self.town(sheet: "ข้อ,URL\nO6,\(NightlySite.home)unlinked\n")
    guard case .kept(let number, let report, let folder, _)? = try await town.run().towns.first?.result else {
      Issue.record("not kept")
      return
    }
    town.configuration.towns[0].answers = nil
    let store = try town.store
    let run = try #require(try store.runs().first { $0.id == number })
    let judgement = try town.night().judgement(for: town.configuration.towns[0], asOf: town.now.thaiDay)
    let again = try #require(try Rejudging(as: judgement).report(of: run, in: store))
    #expect(again.declared == report.declared && !again.declared.isEmpty)
    try folder.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.declared.path))
  }

  @Test("A night cut short among the declared addresses goes on with its recording and looks at them anew")
  func interrupted() async throws {
    let town = try Self.town(sheet: "ข้อ,URL\nO6,\(NightlySite.home)unlinked\n")
    try await town.run()
    let requests = town.site.spent().statuses.values.reduce(0, +)
    let cut = try await town.interruptedRun(afterRequests: requests - 2)
    guard case .interrupted(let folder?, _)? = cut.first?.result else {
      Issue.record("not interrupted: \(cut)")
      return
    }
    _ = town.site.spent()
    guard case .kept(_, let report, let again, _)? = try await town.run().towns.first?.result else {
      Issue.record("not kept")
      return
    }
    #expect(again == folder)
    #expect(report.declared.first { $0.sheet != nil }?.status == .agrees)
    #expect(town.site.spent().statuses.values.reduce(0, +) == 2)
  }
}

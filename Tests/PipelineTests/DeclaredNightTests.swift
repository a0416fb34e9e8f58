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

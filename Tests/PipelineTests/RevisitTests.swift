import Archive
import AuditCore
import Foundation
import Testing

@testable import Pipeline

/// Night after night the same site: what did not change is neither sent nor kept again, and nothing gets lost by it.
@Suite("Revisits")
struct RevisitTests {
  @Test("A page that the server calls unchanged costs no body, and is judged by the old one")
  func notModified() async throws {
    let nights = try Nights(NightlySite(pageCount: 20))
    let first = try await nights.record(1)
    let whole = nights.site.spent()
    let second = try await nights.record(2, since: 1)
    let again = nights.site.spent()
    #expect(again.statuses[304] == 12)
    #expect(again.bytes < whole.bytes / 2)
    #expect(second.parents == [first.archive.digest])
    #expect(second.traffic?.notModified == 12)
    #expect(second.traffic?.sameBytes == 10)
    #expect(second.traffic?.bodyBytes == again.bytes)
    #expect(try nights.recordTypes(2)["revisit"] == 22)
    let before = try nights.deliveries(1)
    let after = try nights.deliveries(2)
    #expect(before.count == 22)
    #expect(after.mapValues(\.body) == before.mapValues(\.body))
    #expect(after.mapValues(\.status) == before.mapValues(\.status))
    #expect(after.mapValues { $0.fields["Content-Type"] } == before.mapValues { $0.fields["Content-Type"] })
    #expect(after.mapValues(\.conversions) == before.mapValues(\.conversions))
    let pages = try RecordedSite.read(folder: nights.folder(2)).index.pages.map(\.url)
    #expect(pages == (try RecordedSite.read(folder: nights.folder(1)).index.pages.map(\.url)))
  }

  @Test("A changed page is taken in whole, with whatever it newly links to")
  func changed() async throws {
    let nights = try Nights(NightlySite(pageCount: 6))
    try await nights.record(1)
    nights.site.change("/page/2", to: .init(body: "<title>ใหม่</title><a href=\"/new\">เรื่องใหม่วันนี้</a>", etag: "\"w\""))
    nights.site.change("/new", to: .init(body: "<title>เรื่องใหม่วันนี้</title>"))
    try await nights.record(2, since: 1)
    let after = try nights.deliveries(2)
    #expect(after["/page/2"]?.earlier == nil)
    #expect(after["/new"] != nil)
    #expect(after.count == 9)
  }

  @Test("A chain of nights does not grow: every night refers to where the bodies are")
  func chain() async throws {
    let nights = try Nights(NightlySite(pageCount: 6))
    let first = try await nights.record(1)
    let second = try await nights.record(2, since: 1)
    #expect(second.parents == [first.archive.digest])
    let third = try await nights.record(3, since: 2)
    #expect(third.parents == [first.archive.digest])
    // A night that nothing refers to may go.
    try FileManager.default.removeItem(atPath: nights.folder(2).path)
    #expect(try nights.deliveries(3).count == 8)
    nights.site.change("/page/0", to: .init(body: "<title>แก้ไขแล้ว</title>", etag: "\"x\""))
    let fourth = try await nights.record(4, since: 3)
    let fifth = try await nights.record(5, since: 4)
    #expect(Set(fifth.parents) == [first.archive.digest, fourth.archive.digest])
    #expect(try nights.deliveries(5).count == 8)
  }

  @Test("A parent that is not there is one sentence that names it, never a site that seems to have lost its pages")
  func missingParent() async throws {
    let nights = try Nights(NightlySite(pageCount: 4))
    let first = try await nights.record(1)
    try await nights.record(2, since: 1)
    try FileManager.default.removeItem(atPath: nights.folder(1).path)
    let error = #expect(throws: PipelineError.self) { try RecordedSite.read(folder: nights.folder(2)) }
    #expect(error?.cause.contains(first.archive.digest.description) == true)
  }

  @Test("A parent is found beside the snapshot after its folder got another name")
  func movedParent() async throws {
    let nights = try Nights(NightlySite(pageCount: 4))
    try await nights.record(1)
    try await nights.record(2, since: 1)
    try FileManager.default.moveItem(atPath: nights.folder(1).path, toPath: nights.url.appending(path: "old").path)
    #expect(try nights.deliveries(2).count == 6)
  }

  @Test("A damaged parent is refused")
  func damagedParent() async throws {
    let nights = try Nights(NightlySite(pageCount: 4))
    try await nights.record(1)
    try await nights.record(2, since: 1)
    let archive = URL(filePath: nights.folder(1).archivePath)
    try Data(contentsOf: archive).dropLast(9).write(to: archive)
    #expect(throws: PipelineError.self) { try RecordedSite.read(folder: nights.folder(2)) }
  }

  @Test("An unchanged document is not read by programs again, and its text is still there nights later")
  func conversions() async throws {
    let nights = try Nights(NightlySite(pageCount: 2))
    try await nights.record(1)
    try await nights.record(2, since: 1)
    try await nights.record(3, since: 2)
    #expect(nights.converter.efforts.count == 1)
    #expect(try nights.recordTypes(3)["conversion"] == nil)
    #expect(try nights.deliveries(3)["/list.pdf"]?.conversions.first?.pages == ["รายชื่อผู้บริหาร"])
  }

  @Test("Pictures are read only in documents that a link names for something sought")
  func effort() async throws {
    let plain = try Nights(NightlySite(pageCount: 1))
    try await plain.record(1)
    #expect(plain.converter.efforts == [.text])
    let named = try Nights(NightlySite(pageCount: 1))
    named.word = "บัญชีรายชื่อ"
    try await named.record(1)
    #expect(named.converter.efforts == [.pictures])
  }

  @Test("A night cut short by a budget goes on later, still compared with the same earlier night")
  func resumed() async throws {
    let nights = try Nights(NightlySite(pageCount: 12))
    let first = try await nights.record(1)
    let cut = try await nights.record(2, since: 1, maxPages: 6)
    #expect(cut.stopReason == "max-pages")
    _ = nights.site.spent()
    let whole = try await nights.record(2, resuming: true)
    #expect(whole.stopReason == "finished")
    #expect(whole.parents == [first.archive.digest])
    #expect((nights.site.spent().statuses[304] ?? 0) > 0)
    #expect(try nights.deliveries(2).mapValues(\.body) == nights.deliveries(1).mapValues(\.body))
  }
}

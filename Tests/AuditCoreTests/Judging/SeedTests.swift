import AuditCore
import Foundation
import TestSupport
import Testing

/// Official papers of five towns, given as files of a site whose links say nothing of their own.
@Suite("The official papers that the product grew from", .enabled(if: Folders.sharedMaterial != nil))
struct SeedTests {
  @Test(
    "Each is recognised by what it says of itself",
    arguments: [
      ("003", 2565, "2022-06-15", "O42"), ("002", 2567, "2024-06-15", "O34"), ("001", 2566, "2023-12-15", "O43"),
      ("000", 2569, "2026-06-15", "O25"), ("004", 2568, "2025-12-15", "O28"),
    ])
  func recognised(seed: String, edition: Int, asOf: String, item: String) throws {
    let folder = try #require(Folders.sharedMaterial).appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let name = try #require(names.first { $0.hasPrefix(seed) })
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    var site = SiteSketch()
    site.page("", ["องค์กรปกครองส่วนท้องถิ่นตัวอย่าง"], links: [SiteSketch.link("ดาวน์โหลด", to: "files/1.pdf")])
    site.file("files/1.pdf", lines.filter { !$0.isEmpty })
    let report = try #require(site.report(year: edition, asOf: asOf))
    let found = try #require(report.items.first { $0.number == item })
    #expect(found.verdict == .met || found.verdict == .partial, "\(found.verdict) \(found.summary)")
    #expect(found.evidence.first?.url == SiteSketch.home + "files/1.pdf")
    let others = report.items.filter { $0.number != item && $0.evidence.contains { $0.url.hasSuffix("1.pdf") } }
    #expect(others.isEmpty, "\(others.map { "\($0.number) \($0.verdict) \($0.summary)" })")
  }
}

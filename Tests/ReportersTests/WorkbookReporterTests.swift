import AuditCore
import Foundation
import Reporters
import TestSupport
import Testing

/// The workbook as bytes: whole, the same every time, and without formulas.
@Suite("Workbook")
struct WorkbookReporterTests {
  private func workbook(_ report: AuditReport) throws -> [UInt8] {
    let files = try WorkbookReporter(options: ReportOptions(scoring: SampleReport.scoring)).files(for: report)
    #expect(files.map(\.name) == ["report.xlsx"])
    return try #require(files.first).bytes
  }

  @Test("The same report gives the same bytes")
  func deterministic() throws {
    let first = try workbook(SampleReport.small())
    #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try workbook(SampleReport.small()) == first)
    #expect(
      WorkbookReporter(options: ReportOptions(scoring: SampleReport.scoring)).bytes(for: SampleReport.small()) == first)
  }

  @Test("Its dates are those of the recording")
  func dates() throws {
    let parts = try UnpackedZip(try workbook(SampleReport.small()))
    let core = parts.text(of: "docProps/core.xml")
    #expect(core.components(separatedBy: "2023-06-15T01:30:00Z").count == 3)
  }

  @Test("There are five sheets, and tables have filters and a header that stays in sight")
  func sheets() throws {
    let parts = try UnpackedZip(try workbook(SampleReport.small()))
    let names = ["สรุป", "สิ่งที่ต้องแก้", "ทุกข้อ", "หลักฐาน", "ที่ประกาศไว้"]
    for name in names {
      #expect(parts.text(of: "xl/workbook.xml").components(separatedBy: "name=\"\(name)\"").count == 2)
    }
    for sheet in 2...5 {
      let text = parts.text(of: "xl/worksheets/sheet\(sheet).xml")
      #expect(text.components(separatedBy: "<autoFilter").count == 2)
      #expect(text.components(separatedBy: "state=\"frozen\"").count == 2)
    }
    #expect(parts.text(of: "xl/styles.xml").components(separatedBy: "TH Sarabun New").count > 5)
  }

  @Test("No cell of a hostile site is a formula, and only web addresses are links")
  func hostile() throws {
    let parts = try UnpackedZip(try workbook(HostileReport.full))
    for sheet in 1...5 {
      let text = parts.text(of: "xl/worksheets/sheet\(sheet).xml")
      #expect(!text.isEmpty)
      #expect(text.components(separatedBy: "<f>").count == 1)
      #expect(text.components(separatedBy: "<f ").count == 1)
    }
    #expect(parts.text(of: "xl/sharedStrings.xml").components(separatedBy: ">=HYPERLINK").count > 1)
    for sheet in 2...5 {
      let links = parts.text(of: "xl/worksheets/_rels/sheet\(sheet).xml.rels").components(separatedBy: "Target=\"")
      for link in links.dropFirst() {
        #expect(
          link.hasPrefix("http://www.example-town.example/") || link.hasPrefix("http://evil.example")
            || link.hasPrefix("https://evil.example"), "\(link.prefix(60))")
      }
    }
  }

  @Test("A report without items is a workbook with headers alone, and a very large one is made")
  func extremes() throws {
    #expect(
      try UnpackedZip(try workbook(HostileReport.empty)).text(of: "xl/worksheets/sheet2.xml").isEmpty == false)
    #expect(try workbook(HostileReport.huge).count > 10_000)
  }

  @Test("A recording without a readable date is given the first second of 1970, never the clock")
  func noDate() throws {
    var report = SampleReport.small()
    report.snapshot.recordedAt = "yesterday"
    let core = try UnpackedZip(try workbook(report)).text(of: "docProps/core.xml")
    #expect(core.components(separatedBy: "1970-01-01T00:00:01Z").count == 3)
  }

  @Test("The answer sheet is a workbook too, one row an item, its addresses whole, no cell a formula")
  func answers() throws {
    let files = try AnswersReporter(options: ReportOptions()).files(for: SampleReport.small())
    #expect(files.map(\.name) == ["answers.csv", "answers.xlsx"])
    let parts = try UnpackedZip(try #require(files.last).bytes)
    let sheet = parts.text(of: "xl/worksheets/sheet1.xml")
    #expect(sheet.components(separatedBy: "<row ").count == SampleReport.small().items.count + 2)
    #expect(parts.text(of: "xl/sharedStrings.xml").contains("http://www.example-town.example/page/structure"))
    let hostile = try AnswersReporter(options: ReportOptions()).files(for: HostileReport.full)
    let text = try UnpackedZip(try #require(hostile.last).bytes).text(of: "xl/worksheets/sheet1.xml")
    #expect(!text.isEmpty)
    #expect(text.components(separatedBy: "<f>").count == 1)
  }

  @Test("A row is as tall as its longest text, and never taller than Excel allows")
  func heights() throws {
    let text = try UnpackedZip(try workbook(HostileReport.huge)).text(of: "xl/worksheets/sheet3.xml")
    let heights = text.components(separatedBy: " ht=\"").dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
    #expect(heights.count >= 40)
    #expect(heights.allSatisfy { $0 > 20 && $0 <= 409 })
    #expect((heights.max() ?? 0) > 200)
  }
}

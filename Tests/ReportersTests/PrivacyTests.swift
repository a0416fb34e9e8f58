import AuditCore
import Foundation
import Reporters
import TestSupport
import Testing

/// Citizens' numbers in every text that a site may shape, through every format there is.
@Suite("No format shows a citizen's number")
struct PrivacyTests {
  // Right by its check digit, and nobody's.
  private static let number = "1101700230708"
  private static let writings = [number, "1-1017-00230-70-8", "๑๑๐๑๗๐๐๒๓๐๗๐๘", "1 1017 00230 70 8"]
  private static let address = "http://www.example-town.example/f/" + number + "/a.pdf"

  private static let report: AuditReport = {
    var report = SampleReport.small()
    let text = writings.joined(separator: " และ ")
    report.site.name = text
    report.items = report.items.map { item in
      var item = item
      item.summary = text
      item.remedy = text
      item.period.found = text
      item.missingElements = [.init(id: "a", th: text, en: text)]
      item.evidence = [
        Evidence(
          url: address, clickPath: [text, text], quote: text, element: nil, mediaType: "application/pdf", sha256: "",
          fetchedAt: "2023-06-15T01:30:00Z")
      ]
      item.nearMisses = [NearMiss(url: address, quote: text, why: text)]
      return item
    }
    report.findings = [Finding(kind: .privacy, url: address, detail: text)]
    report.declared = [
      DeclaredAnswer(item: "O1", page: address, urls: [address], explanation: text, status: .notJudged, why: text)
    ]
    return ReportMasking().masked(report)
  }()

  private func holdsNumber(_ text: String) -> Bool {
    !CitizenNumber.ranges(in: text).isEmpty || text.contains("110170023") || text.contains("00230-70")
  }

  @Test("Texts", arguments: ReporterList.textFormats)
  func texts(format: String) throws {
    let type = try #require(ReporterList.reporter(for: format))
    let files = try type.init(options: ReportOptions(scoring: SampleReport.scoring)).files(for: Self.report)
    #expect(!files.isEmpty)
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!holdsNumber(text), "\(file.name)")
    }
  }

  @Test("The workbook")
  func workbook() throws {
    let files = try WorkbookReporter(options: ReportOptions(scoring: SampleReport.scoring)).files(for: Self.report)
    let parts = try UnpackedZip(try #require(files.first).bytes)
    #expect(!parts.text(of: "xl/sharedStrings.xml").isEmpty)
    #expect(!holdsNumber(parts.text(of: "xl/sharedStrings.xml")))
    for sheet in 1...5 {
      #expect(!parts.text(of: "xl/worksheets/sheet\(sheet).xml").contains(Self.number))
      #expect(!parts.text(of: "xl/worksheets/_rels/sheet\(sheet).xml.rels").contains(Self.number))
    }
  }
}

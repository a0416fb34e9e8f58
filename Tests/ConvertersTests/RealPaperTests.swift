import Extraction
import Foundation
import TestSupport
import Testing
import ThaiText
import WebURL

@testable import AuditCore
@testable import Converters

/// A real document as judging sees it: what it is called, and the fiscal years it is taken for.
private struct PaperReading {
  let title: String
  let years: [Int]
  /// The year of the Buddhist era in which the day or month lies that it is dated by, where nothing else tells.
  let writtenYear: Int?
  let outcome: String

  /// Fiscal years that are asked about.
  private static let asked = 2545...2582

  init(_ body: [UInt8], ocr: OCR?) async throws {
    let url = try #require(WebURL(parsing: "http://www.town.example/a.pdf"))
    let conversions = await PDFTextConverter(ocr: ocr).convert(body, as: .pdf)
    let delivery = Delivery(
      status: 200, fields: [HTTPField(name: "Content-Type", value: "application/pdf")], body: body,
      digest: ContentDigest("sha256:0"), conversions: conversions)
    let document = DocumentExtractor().document(from: delivery, at: url)
    outcome = conversions.map { "\($0.method.rawValue) \($0.outcome.rawValue)" }.joined(separator: ", ")
    title = PaperTitle(of: document)?.text ?? ""

    var builder = SiteIndexBuilder(home: url, extraHosts: [], canonicalizer: URLCanonicalizer(preferred: url))
    builder.add(
      Visit(url: url, at: Timestamp(secondsSinceEpoch: 0), outcome: .delivered(delivery)), document: document)
    let index = builder.index(
      coverage: Coverage(
        known: 1, fetched: 1, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0, sufficient: true))
    let pages = PageReadings(index: index)
    let found = Self.asked.compactMap { year in
      PeriodFinding.read(
        index.pages[0], at: 0, pages,
        RequiredPeriod(rule: PeriodRule(covers: .inYear), year: FiscalYear(year))
      ).flatMap { $0.fit == .fits ? (year, $0) : nil }
    }
    years = found.map(\.0)
    let reading = found.count == 1 ? found[0].1.reading : nil
    let isDay = reading?.kind == .date || reading?.kind == .month
    writtenYear = isDay ? reading?.interval.lowerBound.buddhistYear : nil
  }

  /// The share of the letters of a title's words that stand in this one; what its reader put in brackets may be
  /// missing.
  func share(of wanted: String) -> Double {
    let key = ThaiFolding.looseKey(title)
    let plain = wanted.replacing(/\([^)]*\)/, with: " ")
    return [wanted, plain].map { wanted in
      let words = wanted.split { $0.isWhitespace || "():".contains($0) }.map { ThaiFolding.looseKey(String($0)) }
      let found = words.filter { key.firstRange(of: $0) != nil }
      return Double(found.joined().count) / Double(max(1, words.joined().count))
    }.max() ?? 0
  }
}

/// What is read of the 30 real documents, measured: `swift test --filter RealPaperTests` prints the table with
/// `OITCHECK_TABLE=1`.
@Suite(
  "Titles and years of real PDFs", .enabled(if: RealPDFs.canScan, "poppler-utils or tesseract-ocr is not installed"),
  .enabled(if: !RealPDFs.all.isEmpty, "\(Folders.sharedMaterialIsAbsent)"))
struct RealPaperTests {
  /// Of the letters of the title read by eye, how many the title found must hold.
  private static let rightShare = 0.6

  @Test("Most titles are what a reader calls the paper, most years those it is about")
  func measure() async throws {
    var rightTitles = 0
    var rightYears = 0
    var dated = 0
    var wrongYears: [String] = []
    var table = ""
    for document in RealPDFs.all {
      let paper = try await PaperReading(document.body, ocr: RealPDFs.reader(pages: 2, perDocument: 1))
      let share = paper.share(of: document.title)
      let isLong = paper.title.unicodeScalars.count > 2 * document.title.unicodeScalars.count + 60
      let isTitle = share >= Self.rightShare && !isLong
      if isTitle { rightTitles += 1 }
      let wanted = document.years ?? []
      // A paper that only bears a date is about the fiscal year of that day; its reader noted the calendar year.
      let isYear = paper.years == wanted || paper.writtenYear.map { [$0] == wanted } ?? false
      if !wanted.isEmpty {
        dated += 1
        if isYear { rightYears += 1 }
        if !isYear, !paper.years.isEmpty { wrongYears.append(document.file) }
      }
      table += "\(document.file) \(paper.outcome) | \(isTitle ? "title" : "TITLE?") \(Int(share * 100)) %"
      table +=
        " | \(wanted.isEmpty ? "undated" : isYear ? "year" : "YEAR?") \(paper.years) for \(wanted) | \(paper.title)\n"
    }
    table += "titles \(rightTitles) of \(RealPDFs.all.count), years \(rightYears) of \(dated), wrong \(wrongYears)"
    if ProcessInfo.processInfo.environment["OITCHECK_TABLE"] != nil { print(table) }
    #expect(rightTitles >= 28, "\(table)")
    #expect(rightYears >= 22, "\(table)")
    #expect(wrongYears.count <= 1, "\(table)")
  }
}

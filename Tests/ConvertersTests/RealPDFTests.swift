import AuditCore
import Foundation
import Programs
import TestSupport
import Testing
import ThaiText

@testable import Converters

/// The 30 real documents beside the checkout, and what was read of them by eye.
struct RealPDFs: Decodable {
  struct File: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let pages: Int
    let title: String
    let years: [Int]?

    enum CodingKeys: String, CodingKey {
      case file, pages
      case title = "title_th"
      case years = "year_be"
    }

    var testDescription: String { file }
    var body: [UInt8] {
      get throws { [UInt8](try Data(contentsOf: try #require(RealPDFs.folder).appending(path: file))) }
    }
  }

  let files: [File]

  static let folder = Folders.sharedMaterial?.appending(path: "data/peer/pdf-thai")
  static let all: [File] = {
    guard let folder, let index = try? Data(contentsOf: folder.appending(path: "index.json")) else { return [] }
    return (try? JSONDecoder().decode(RealPDFs.self, from: index).files) ?? []
  }()

  static let canRead = [Tool.pdftotext, .pdfinfo, .prlimit].allSatisfy(Toolbox.installed.has)
  static let canScan = canRead && Toolbox.installed.has(.tesseract) && Toolbox.installed.has(.pdftoppm)

  /// With time enough for a slow machine: here it matters what is read, not how fast.
  static func reader(pages: Int, perDocument: Int = 4) -> OCR {
    OCR(pageBudget: pages, pagesPerDocument: perDocument, secondsPerPage: 60)
  }
}

@Suite(
  "Real PDFs of Thai public bodies", .enabled(if: RealPDFs.canRead, "poppler-utils is not installed"),
  .enabled(if: !RealPDFs.all.isEmpty, "\(Folders.sharedMaterialIsAbsent)"))
struct RealPDFTests {
  /// A layer of which nothing can be read, and two scans.
  private static let unreadable: Set<String> = ["p04.pdf", "p29.pdf", "p30.pdf"]

  private func words(of title: String) -> [[UInt8]] {
    title.split(whereSeparator: \.isWhitespace).map { ThaiFolding.looseKey(String($0)) }.filter { $0.count > 2 }
  }

  @Test("The text layer is text or is told to be none, and text holds the title", arguments: RealPDFs.all)
  func textLayer(document: RealPDFs.File) async throws {
    let conversions = try await PDFTextConverter().convert(document.body, as: .pdf)
    let conversion = try #require(conversions.first)
    #expect(conversion.pageCount == document.pages && conversion.pages.count == document.pages)
    guard !Self.unreadable.contains(document.file) else {
      #expect(conversion.outcome == .noText && conversion.detail != nil)
      return
    }
    #expect(conversion.outcome == .text)
    let key = ThaiFolding.looseKey(conversion.pages.joined(separator: "\n"))
    let wanted = words(of: document.title)
    let found = wanted.filter { key.firstRange(of: $0) != nil }
    #expect(Double(found.count) >= 0.85 * Double(wanted.count))
  }

  @Test("The year is restored together with the letters of a font without a table", arguments: ["p24.pdf", "p25.pdf"])
  func restored(file: String) async throws {
    let document = try #require(RealPDFs.all.first { $0.file == file })
    let text = try await PDFTextConverter().convert(document.body, as: .pdf).first?.pages.joined() ?? ""
    #expect(PeriodReader.covered(in: text)?.fiscalYears.map(\.year) == [2561])
  }

  @Test("A scan is read by OCR", .enabled(if: RealPDFs.canScan, "tesseract-ocr is not installed"))
  func scan() async throws {
    let document = try #require(RealPDFs.all.first { $0.file == "p29.pdf" })
    let conversions = try await PDFTextConverter(ocr: RealPDFs.reader(pages: 1)).convert(document.body, as: .pdf)
    #expect(conversions.map(\.outcome) == [.noText, .text])
    let key = ThaiFolding.looseKey(conversions.last?.pages.joined() ?? "")
    #expect(key.firstRange(of: ThaiFolding.looseKey("รายงานประมาณการรายจ่าย")) != nil)
  }

  @Test(
    "Letters that are no language go to OCR, the first pages first",
    .enabled(if: RealPDFs.canScan, "tesseract-ocr is not installed"))
  func garbled() async throws {
    let document = try #require(RealPDFs.all.first { $0.file == "p04.pdf" })
    let conversions = try await PDFTextConverter(ocr: RealPDFs.reader(pages: 1)).convert(document.body, as: .pdf)
    #expect(conversions.map(\.outcome) == [.noText, .text])
    #expect(conversions.last?.pages.count == 1 && conversions.last?.pageCount == 31)
    #expect(conversions.last?.detail == "30 more pages were not read: the page budget of OCR was used up")
  }
}

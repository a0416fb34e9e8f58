import AuditCore
import Foundation
import Programs
import TestSupport
import Testing

@testable import Converters

private let hasPoppler = [Tool.pdftotext, .pdfinfo, .prlimit].allSatisfy(Toolbox.installed.has)
private let hasTesseract = hasPoppler && Toolbox.installed.has(.tesseract) && Toolbox.installed.has(.pdftoppm)

@Suite("PDF", .enabled(if: hasPoppler, "poppler-utils is not installed"))
struct PDFConverterTests {
  private static let policy = """
    The municipality announces its No Gift Policy for the fiscal year 2566
    All officers refuse gifts of any kind from anybody while on duty
    """

  private func convert(_ body: [UInt8], ocr: OCR? = nil, _ effort: ReadingEffort = .pictures) async -> [Conversion] {
    await PDFTextConverter(ocr: ocr).convert(body, as: .pdf, effort: effort)
  }

  @Test("Text is given page by page, with the version of the program")
  func pages() async throws {
    let conversion = try #require(await convert(PDFFiles.text([Self.policy, Self.policy])).first)
    #expect(conversion.outcome == .text && conversion.pageCount == 2 && conversion.pages.count == 2)
    #expect(conversion.tool.hasPrefix("pdftotext ") && conversion.detail == nil)
  }

  @Test(
    "A file that is damaged, empty or no PDF does not open",
    arguments: [[], Array("%PDF-1.4\n".utf8), [0x25, 0x50, 0x44, 0x46, 0, 1, 2]])
  func damaged(body: [UInt8]) async {
    let conversion = await convert(body, ocr: OCR(pageBudget: 9)).first
    #expect(conversion?.outcome == .unopenable)
    #expect(conversion?.detail == "the file is damaged: no program for PDF opens it")
  }

  @Test("A password is named")
  func locked() async {
    let conversion = await convert(PDFFiles.locked()).first
    #expect(conversion?.outcome == .unopenable && conversion?.detail == "locked with a password")
  }

  @Test("A page without text is told apart from its neighbours and is not read where pictures are not wanted")
  func mixed() async {
    let conversions = await convert(PDFFiles.text([Self.policy, "", Self.policy]), ocr: OCR(pageBudget: 9), .text)
    #expect(conversions.map(\.outcome) == [.text])
    #expect(conversions.first?.detail == "1 of 3 pages hold no readable text")
    let scan = await convert(PDFFiles.text(["", ""]), ocr: OCR(pageBudget: 9), .text)
    #expect(scan.map(\.outcome) == [.noText, .notTried])
    #expect(scan.map(\.method) == [.textLayer, .ocr])
  }

  @Test("A hang of the program costs the document and is named")
  func hang() async throws {
    let standIn = try StandIn("exec sleep 600")
    var program = LimitedProgram(tool: .pdftotext, tools: Toolbox(named: [.pdftotext: standIn.path]))
    program.limits.wallSeconds = 0.2
    let ending = await program.run([], in: standIn.folder)
    let conversion = Conversion.ending(ending, of: .textLayer, tool: "pdftotext 22.12.0")
    #expect(conversion.outcome == .limit && conversion.detail == "pdftotext ran longer than 1 s")
  }

  @Test("Without the program the Debian package is named")
  func noTool() async {
    for (missing, package) in [(Tool.pdftotext, "poppler-utils"), (.prlimit, "util-linux")] {
      let converter = PDFTextConverter(ocr: nil, tools: Toolbox(named: [missing: ""]))
      let conversion = await converter.convert(PDFFiles.text([Self.policy]), as: .pdf).first
      #expect(conversion?.outcome == .noTool && conversion?.tool == package)
    }
  }

  @Test("What pdfinfo says of pages, sizes and locks is understood")
  func info() {
    let info = PDFInfo(
      "Pages:           12\nPage    3 size:  595.32 x 841.92 pts (A4)\nPage   12 size: 14400 x 10 pts\n")
    #expect(info.pageCount == 12 && info.longerSides == [3: 841.92, 12: 14_400])
    #expect(PDFInfo("Command Line Error: Incorrect password\n").reason == "locked with a password")
    #expect(PDFInfo("").pageCount == nil)
  }
}

@Suite("OCR", .enabled(if: hasTesseract, "tesseract-ocr is not installed"))
struct OCRTests {
  private func scan(_ pages: Int, ocr: OCR) async -> [Conversion] {
    await PDFTextConverter(ocr: ocr).convert(PDFFiles.text(Array(repeating: "", count: pages)), as: .pdf)
  }

  /// Tesseract as these tests need it: it counts the pages it is given and then does something.
  private func standIn(languages: String = "tha", _ action: String) throws -> StandIn {
    try StandIn(
      """
      case $1 in
      --list-langs) echo \(languages);;
      --version) echo tesseract 5;;
      *) echo x >> "${0%/*}/work/count"
      \(action);;
      esac
      """)
  }

  private func readPages(_ standIn: StandIn) throws -> Int {
    try String(contentsOfFile: standIn.folder + "/count", encoding: .utf8).split(separator: "\n").count
  }

  @Test("The budget of pages is shared by all documents and never exceeded")
  func budget() async throws {
    let standIn = try standIn("echo รายงานผลการดำเนินงานตามแผน")
    let ocr = OCR(pageBudget: 5, tools: Toolbox(named: [.tesseract: standIn.path]))
    var outcomes: [Conversion.Outcome] = []
    for pages in [3, 3, 1] { outcomes += await scan(pages, ocr: ocr).suffix(1).map(\.outcome) }
    #expect(outcomes == [.text, .text, .notTried])
    #expect(try readPages(standIn) == 5)
  }

  @Test("Pages are given at their places; more than a document may have are named as not read")
  func places() async throws {
    let standIn = try standIn("echo รายงานผลการดำเนินงานตามแผน")
    let ocr = OCR(pageBudget: 99, pagesPerDocument: 2, tools: Toolbox(named: [.tesseract: standIn.path]))
    let words = "The municipality announces its No Gift Policy for the fiscal year 2566 to all of its officers"
    let body = PDFFiles.text([words, "", words, "", "", ""])
    let conversions = await PDFTextConverter(ocr: ocr).convert(body, as: .pdf)
    #expect(conversions.map(\.method) == [.textLayer, .ocr])
    let pages = conversions.last?.pages.map(\.isEmpty)
    #expect(pages == [true, false, true, false])
    #expect(conversions.last?.pageCount == 6 && conversions.last?.detail == "2 more pages were not read")
  }

  @Test("A crash of Tesseract is named, and the other pages are not tried")
  func crash() async throws {
    let standIn = try standIn("kill -ABRT $$")
    let ocr = OCR(pageBudget: 5, tools: Toolbox(named: [.tesseract: standIn.path]))
    let conversion = await scan(4, ocr: ocr).last
    #expect(conversion?.outcome == .limit && conversion?.detail == "tesseract crashed (signal 6)")
    #expect(try readPages(standIn) == 1)
  }

  @Test("Tesseract without Thai, and no Tesseract, name the package")
  func languages() async throws {
    let standIn = try standIn(languages: "eng", "echo x")
    let withoutThai = await scan(1, ocr: OCR(pageBudget: 5, tools: Toolbox(named: [.tesseract: standIn.path]))).last
    #expect(withoutThai?.outcome == .noTool && withoutThai?.tool == "tesseract-ocr-tha")
    let without = await scan(1, ocr: OCR(pageBudget: 5, tools: Toolbox(named: [.tesseract: ""]))).last
    #expect(without?.outcome == .noTool && without?.tool == "tesseract-ocr tesseract-ocr-tha")
  }

  @Test("A page of monstrous size is drawn small")
  func monstrousPage() async {
    let body = PDFFiles.text([""], size: (14_400, 14_400))
    let conversions = await PDFTextConverter(ocr: OCR(pageBudget: 1)).convert(body, as: .pdf)
    #expect(conversions.last?.method == .ocr && conversions.last?.outcome == .noText)
  }
}

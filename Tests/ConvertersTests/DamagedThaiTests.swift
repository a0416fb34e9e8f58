import AuditCore
import Extraction
import Programs
import TestSupport
import Testing
import ThaiText
import WebURL

@testable import Converters

/// Papers of our own, written as the producers of real Thai PDFs write them.
@Suite("Damaged Thai in PDFs", .enabled(if: RealPDFs.canRead, "poppler-utils is not installed"))
struct DamagedThaiTests {
  private static let title = "รายงานผลการดำเนินงานตามแผนปฏิบัติการป้องกันการทุจริต"
  private static let paper = [
    "องค์การบริหารส่วนตำบลตัวอย่าง", title, "ประจำปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน",
    "โครงการฝึกอบรมคุณธรรมจริยธรรมสำหรับพนักงานส่วนตำบล ดำเนินการแล้วเสร็จ",
    "ปัญหาและอุปสรรค ไม่มี ข้อเสนอแนะ ควรจัดกิจกรรมอย่างต่อเนื่องทุกปี",
  ]

  /// What a producer does to single letters.
  private static let damages: [(name: String, damage: ThaiPDF.Damage)] = [
    ("none", { String($0) }),
    ("the circle of ำ is lost", { $0 == "ำ" ? "า" : String($0) }),
    ("า became ำ", { $0 == "า" ? "ำ" : String($0) }),
    ("ำ fell in two", { $0 == "ำ" ? " ำ" : String($0) }),
    ("ำ is written as two letters", { $0 == "ำ" ? "\u{E4D}\u{E32}" : String($0) }),
    (
      "shifted glyphs of the private-use area",
      { scalar in
        switch scalar {
        case "่": "\u{F70A}"
        case "้": "\u{F70B}"
        case "์": "\u{F70E}"
        case "ี": "\u{F703}"
        default: String(scalar)
        }
      }
    ),
    ("spaces inside words", { "รกบน".unicodeScalars.contains($0) ? String($0) + " " : String($0) }),
    ("marks above are lost", { (0xE48...0xE4C).contains($0.value) ? "" : String($0) }),
    ("แ is written as two เ", { $0 == "แ" ? "เเ" : String($0) }),
    ("zero-width spaces", { $0 == "า" ? "า\u{200B}" : String($0) }),
  ]

  private func read(_ body: [UInt8], ocr: OCR? = nil, tools: Toolbox = .installed) async throws -> Document {
    let url = try #require(WebURL(parsing: "http://www.town.example/a.pdf"))
    let conversions = await PDFTextConverter(ocr: ocr, tools: tools).convert(body, as: .pdf)
    let delivery = Delivery(
      status: 200, fields: [HTTPField(name: "Content-Type", value: "application/pdf")], body: body,
      digest: ContentDigest("sha256:0"), conversions: conversions)
    return DocumentExtractor().document(from: delivery, at: url)
  }

  @Test("The title is found and the period read, whatever befell the letters", arguments: damages.map(\.name))
  func repaired(name: String) async throws {
    let damage = try #require(Self.damages.first { $0.name == name }).damage
    try await expectRead(ThaiPDF.file([Self.paper], damage))
  }

  @Test("Marks in the wrong order")
  func wrongOrder() async throws {
    let swapped = Self.paper.map { line in
      var scalars = Array(line.unicodeScalars)
      for at in scalars.indices.dropFirst() where (0xE48...0xE4B).contains(scalars[at].value) {
        if (0xE31...0xE3A).contains(scalars[at - 1].value) { scalars.swapAt(at, at - 1) }
      }
      return String(String.UnicodeScalarView(scalars))
    }
    try await expectRead(ThaiPDF.file([swapped]) { String($0) })
  }

  private func expectRead(_ body: [UInt8]) async throws {
    let document = try await read(body)
    #expect(document.readability == .readable)
    let title = try #require(PaperTitle(of: document)).text
    let key = ThaiFolding.looseKey(Self.title)
    #expect(ThaiFolding.looseKey(title).firstRange(of: key) != nil, "\(title)")
    #expect(PeriodReader.covered(in: title)?.interval == FiscalYear(2566).firstHalf, "\(title)")
  }

  /// Thai letters as others that follow no order, as fonts of a printer's own have them.
  private static let mojibake: ThaiPDF.Damage = { scalar in
    guard (0xE01...0xE5B).contains(scalar.value) else { return String(scalar) }
    return Unicode.Scalar(0x0391 + (scalar.value - 0xE01) * 37 % 89).map(String.init) ?? ""
  }

  @Test(
    "Pages of letters that are no language go to OCR and come back at their places",
    .enabled(if: RealPDFs.canScan, "tesseract-ocr is not installed"))
  func mixed() async throws {
    let standIn = try StandIn(
      """
      case $1 in
      --list-langs) echo tha;;
      --version) echo tesseract 5;;
      *) echo รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565;;
      esac
      """)
    let tools = Toolbox(named: [.tesseract: standIn.path])
    let readable = Self.paper.joined(separator: " ")
    // The second page is written in letters that the map calls by wrong names.
    let body = ThaiPDF.file([[readable], [readable.unicodeScalars.map(Self.shifted).joined()], [readable]]) {
      $0.value >= 0xF0000 ? Self.mojibake(Unicode.Scalar($0.value - 0xF0000) ?? $0) : String($0)
    }
    let document = try await read(body, ocr: OCR(pageBudget: 5, tools: tools))
    #expect(document.blocks.map(\.page) == document.blocks.map(\.page).sorted { ($0 ?? 0) < ($1 ?? 0) })
    #expect(Set(document.blocks.filter(\.isScanned).map(\.page)) == [2])
    #expect(document.blocks.contains { $0.page == 2 && $0.text.contains("2565") })
    #expect(document.readability == .readable)
    #expect(document.faults.isEmpty)
  }

  private static func shifted(_ scalar: Unicode.Scalar) -> String {
    Unicode.Scalar(scalar.value + 0xF0000).map(String.init) ?? ""
  }

  @Test("Without a program for pictures, unreadable letters are told to be so with the package that helps")
  func withoutOCR() async throws {
    let body = ThaiPDF.file([Self.paper], Self.mojibake)
    let tools = Toolbox(named: [.tesseract: ""])
    let document = try await read(body, ocr: OCR(pageBudget: 5, tools: tools))
    guard case .unreadable(.noTool, let detail) = document.readability else {
      Issue.record("\(document.readability)")
      return
    }
    #expect(detail.contains("apt install tesseract-ocr"))
  }
}

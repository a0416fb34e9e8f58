import AuditCore
import Programs
import Testing

@testable import Converters

@Suite("Office files of before 2007")
struct OldOfficeTests {
  private static let title = "ประกาศเทศบาลตำบล เรื่อง นโยบายไม่รับของขวัญ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"

  /// Without outside programs, so that what is read is read here.
  private let bare = OldOfficeConverter(tools: Toolbox(named: [.antiword: "", .catdoc: "", .xls2csv: "", .catppt: ""]))

  @Test("A Word document is read by its table of pieces, cells and paragraphs apart")
  func word() async throws {
    let file = OldOfficeFiles.word(Self.title + "\rชื่อ\u{7}งบประมาณ\u{7}\r")
    let conversion = try #require(await bare.convert(file, as: .doc).first)
    #expect(conversion.outcome == .text && conversion.method == .oldOffice)
    #expect(conversion.pages == [Self.title + "\nชื่อ\tงบประมาณ\t\n"])
  }

  @Test("A workbook is read row by row, with strings that run over records and the letter ก")
  func workbook() async throws {
    let cells = [Self.title, "กกก กองช่าง", "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 4"]
    for piece in [20, 33, 40, 8_000] {
      let conversions = await bare.convert(OldOfficeFiles.workbook(cells, piece: piece), as: .xls)
      #expect(conversions.first?.pages == [(cells + ["450000"]).joined(separator: "\n") + "\n"])
    }
  }

  @Test(
    "A password is named",
    arguments: [OldOfficeFiles.word("ก", isLocked: true), OldOfficeFiles.workbook(["ก"], isLocked: true)])
  func locked(file: [UInt8]) async {
    let conversion = await bare.convert(file, as: .doc).first
    #expect(conversion?.outcome == .unopenable && conversion?.detail == "locked with a password")
  }

  @Test("Rich text is read in bytes of windows-874 and in Unicode, stand-ins left out")
  func richText() async {
    let bytes = Self.title.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? String(scalar) : "\\'" + String(scalar.value - 0x0D60, radix: 16)
    }
    let units = Self.title.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? String(scalar) : "\\u\(scalar.value)?"
    }
    let doubled = Self.title.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? String(scalar) : "\\u\(scalar.value)\\'" + String(scalar.value - 0x0D60, radix: 16)
    }
    for letters in [bytes, units, doubled] {
      let file =
        "{\\rtf1\\ansi\\ansicpg874{\\fonttbl{\\f0 Angsana New;}}{\\*\\generator Word;}\\f0\\fs32 \(letters.joined())\\par}"
      #expect(await bare.convert(Array(file.utf8), as: .doc).first?.pages == [Self.title + "\n"])
    }
  }

  @Test("Rich text that opens groups without end, or ends early, ends")
  func hostileRichText() {
    #expect(RichText.text(of: Array(("{\\rtf1" + String(repeating: "{", count: 100_000)).utf8)).isEmpty)
    for cut in ["{\\rtf1 \\'", "{\\rtf1 \\'a", "{\\rtf1 \\", "{\\rtf1 \\u", "{\\rtf1 \\bin99999999999 x", "}}}}\\par"] {
      _ = RichText.text(of: Array(cut.utf8))
    }
  }

  @Test("Every cut and every broken byte of a file ends in an outcome")
  func broken() {
    var state: UInt32 = 11
    for file in [OldOfficeFiles.word(Self.title), OldOfficeFiles.workbook([Self.title, "ก"])] {
      for _ in 0..<400 {
        var bytes = file
        for _ in 0..<4 {
          state = state &* 1_664_525 &+ 1_013_904_223
          let place = Int(state >> 8) % (state & 4 == 0 ? 1_300 : bytes.count)
          bytes[place] = UInt8(truncatingIfNeeded: state >> 24)
        }
        if state & 1 == 0 { bytes = Array(bytes.prefix(Int(state >> 9) % bytes.count)) }
        guard let compound = CompoundFile(bytes) else { continue }
        _ = try? WordBinaryText.text(of: compound)
        _ = try? WorkbookText.text(of: compound)
      }
    }
  }

  @Test("Without the programs a file that is not read here says which package brings them")
  func noTool() async {
    let conversion = await bare.convert([1, 2, 3], as: .ppt).first
    #expect(conversion?.outcome == .noTool && conversion?.tool == "catdoc")
    let word = await bare.convert([1, 2, 3], as: .doc).first
    #expect(word?.outcome == .noTool)
  }

  @Test(
    "What is no Office file does not open", .enabled(if: Toolbox.installed.has(.antiword), "antiword is not installed"))
  func noOffice() async {
    let junk: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 2_000)
    for type in [MediaType.doc, .xls, .ppt] {
      let outcome = await OldOfficeConverter().convert(junk, as: type).first?.outcome
      #expect(outcome == .unopenable || outcome == .noText)
    }
  }
}

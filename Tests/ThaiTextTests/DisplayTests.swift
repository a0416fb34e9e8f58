import Testing
import ThaiText

@Suite("Thai on a screen")
struct DisplayTests {
  @Test(
    "Marks take no column",
    arguments: [("ที่", 1), ("น้ำ", 2), ("กฎหมาย", 6), ("漢字", 4), ("a\u{7}b", 2), ("\u{202E}", 0), ("é", 1)])
  func columns(text: String, width: Int) {
    #expect(ThaiWidth.columns(text) == width)
  }

  @Test("Padded texts end in the same column")
  func padded() {
    #expect(ThaiWidth.columns(ThaiWidth.padded("ผู้บริหาร", to: 20)) == 20)
    #expect(ThaiWidth.padded("ผู้บริหาร", to: 3) == "ผู้บริหาร")
  }

  @Test("Cut texts fit and keep letters whole")
  func truncated() {
    #expect(ThaiWidth.truncated("ที่ดินเทศบาล", to: 4) == "ที่ดิน…")
    #expect(ThaiWidth.truncated("ดินเทศ", to: 4) == "ดิน…")
    #expect(ThaiWidth.truncated("ดิน", to: 3) == "ดิน")
    #expect(ThaiWidth.truncated("ดิน", to: 0) == "")
    for width in 1...12 { #expect(ThaiWidth.columns(ThaiWidth.truncated("เทศบาลเมืองตัวอย่าง", to: width)) <= width) }
  }

  @Test("Digits change sides and nothing else does")
  func digits() {
    #expect(ThaiDigits.thai("พ.ศ. 2566") == "พ.ศ. ๒๕๖๖")
    #expect(ThaiDigits.arabic("๒๕61 ก") == "2561 ก")
  }
}

@Suite("Quotations")
struct QuotationTests {
  private func quotation(_ text: String, of part: String, context: Int, limit: Int) -> String {
    let folded = FoldedText(text)
    let key = ThaiFolding.fold(part)
    let start = folded.bytes.indices.first { folded.bytes[$0...].starts(with: key) } ?? 0
    return folded.quotation(around: start..<start + key.count, context: context, limit: limit)
  }

  @Test("The original is quoted, not the key")
  func original() {
    let text = "ประกาศ เรื่อง  เเผนปฎิบัติการ\u{202E}\u{200B} ประจำปี 2566"
    #expect(quotation(text, of: "แผนปฏิบัติการ", context: 40, limit: 200) == "ประกาศ เรื่อง เเผนปฎิบัติการ ประจำปี 2566")
  }

  @Test("Cut text is marked and cut at white space where there is some")
  func cut() {
    let text = String(repeating: "คำนำ ", count: 50) + "หัวใจ" + String(repeating: " ท้าย", count: 50)
    let cut = quotation(text, of: "หัวใจ", context: 10, limit: 60)
    #expect(cut.hasPrefix("…คำนำ ") && cut.hasSuffix(" ท้าย…"))
  }

  @Test("A match longer than the limit is itself cut")
  func long() {
    let text = String(repeating: "ก้", count: 500)
    #expect(quotation(text, of: text, context: 10, limit: 5) == "ก้ก้ก้ก้ก้…")
  }

  @Test("Whole Latin words and numbers are told from parts of longer ones")
  func wholeWords() {
    let folded = FoldedText("facilitate ITA๖ 16 เดือน")
    #expect(!folded.isWholeWord(5..<8))
    #expect(folded.isWholeWord(10..<13))
    #expect(!FoldedText("16 เดือน").isWholeWord(1..<17))
    #expect(FoldedText("1. 6 เดือน").isWholeWord(1..<17))
    #expect(!FoldedText("๑๖ เดือน").isWholeWord(1..<17))
  }

  @Test("Any range of any text can be quoted", arguments: [31, 32] as [UInt64])
  func any(seed: UInt64) {
    var texts = WildTexts(seed: seed)
    for _ in 0..<1500 {
      let folded = FoldedText(texts.text(pieces: 40))
      let start = texts.number(in: 0...folded.bytes.count)
      let end = texts.number(in: start...folded.bytes.count)
      let quotation = folded.quotation(around: start..<end, context: texts.number(in: 0...9), limit: 12)
      #expect(!quotation.unicodeScalars.contains { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) })
      #expect(quotation.unicodeScalars.count <= 14 * 12 + 2)
      _ = folded.isWholeWord(start..<end)
    }
  }
}

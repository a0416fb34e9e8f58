import Testing

@testable import Converters

@Suite("The letters of a page")
struct PageQualityTests {
  private static let thai = """
    ประกาศองค์การบริหารส่วนตาบลไทรย้อย เรื่อง สอบราคาจ้างเหมาจัดเก็บขยะมูลฝอยและสิ่งปฏิกูลในเขต ประจาปีงบประมาณ พ.ศ. 2558
    ด้วยองค์การบริหารส่วนตาบลไทรย้อย มีความประสงค์จะสอบราคาจ้าง ตามรายการดังต่อไปนี้
    """

  @Test("Official Thai with lost marks is readable")
  func damagedThai() {
    #expect(PageQuality(of: Self.thai).kind == .readable)
  }

  @Test("Nothing, a page number and a scanner's advertisement are too little")
  func sparse() {
    for page in ["", "\n- 3 -\n", "Scanned by CamScanner", "8 /7", "หน้า 12"] {
      #expect(PageQuality(of: page).kind == .sparse)
    }
  }

  @Test("A short sentence in Thai is readable, and so is a price list and an English page")
  func short() {
    #expect(PageQuality(of: "ไม่มีเรื่องร้องเรียนการทุจริต").kind == .readable)
    #expect(PageQuality(of: String(repeating: "1,200.00 450.50 12\n", count: 20)).kind == .readable)
    let english =
      "The municipality announces its No Gift Policy for the fiscal year. All officers refuse gifts of any kind."
    #expect(PageQuality(of: english).kind == .readable)
  }

  @Test("Letters of Thai in an order that is no language are garbled")
  func shuffled() {
    let scrambled = Self.thai.unicodeScalars.map { scalar -> Unicode.Scalar in
      guard (0x0E01...0x0E2E).contains(scalar.value) else { return scalar }
      return Unicode.Scalar(0x0E01 + (scalar.value - 0x0E01 + 17) % 46) ?? scalar
    }
    #expect(PageQuality(of: String(String.UnicodeScalarView(scrambled))).kind == .garbled)
  }

  @Test("Control characters, and Latin letters without vowels, are garbled")
  func garbled() {
    let controls = String(repeating: "\u{1}\u{2}\u{2}\u{3} 1\u{7}\u{8} ก", count: 20)
    #expect(PageQuality(of: controls).kind == .garbled)
    #expect(PageQuality(of: String(repeating: "dkwtjkl xcvbnm sdfghj ", count: 10)).kind == .garbled)
  }

  @Test("Thai of windows-874 shown as Latin-1 is restored")
  func latin1() {
    let shown = String(
      String.UnicodeScalarView(
        Self.thai.unicodeScalars.map { scalar in
          guard (0x0E01...0x0E5B).contains(scalar.value) else { return scalar }
          return Unicode.Scalar(scalar.value - 0x0E00 + 0xA0) ?? scalar
        }))
    #expect(PageQuality(of: shown).kind == .garbled)
    var known: MisreadLetters?
    #expect(MisreadLetters.restored(shown, known: &known) == Self.thai)
    #expect(known == MisreadLetters(base: 0xA1, gap: 0))
  }

  @Test("Thai of a font without a table is restored, digits as well", arguments: [UInt32(0), 3, 4])
  func shifted(gap: UInt32) {
    let shown = String(
      String.UnicodeScalarView(
        Self.thai.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x30...0x39: Unicode.Scalar(scalar.value - 0x1D) ?? scalar
          case 0x0E01...0x0E3A: Unicode.Scalar(scalar.value - 0x0E01 + 0x03A3) ?? scalar
          case 0x0E40...0x0E5B: Unicode.Scalar(scalar.value - 0x0E01 + 0x03A3 - gap) ?? scalar
          default: scalar
          }
        }))
    var known: MisreadLetters?
    #expect(MisreadLetters.restored(shown, known: &known) == Self.thai)
  }

  @Test("Greek that is Greek, and letters without order, are not restored")
  func unrestored() {
    var known: MisreadLetters?
    let greek =
      "Η Ευρωπαϊκή Ένωση ιδρύθηκε με στόχο να τεθεί τέλος στους συχνούς και αιματηρούς πολέμους ανάμεσα στις χώρες"
    #expect(MisreadLetters.restored(greek, known: &known) == nil)
    var state: UInt32 = 7
    let noise = String(
      String.UnicodeScalarView(
        (0..<800).compactMap { _ in
          state = state &* 1_664_525 &+ 1_013_904_223
          return Unicode.Scalar(0x0390 + (state >> 16) % 0x58)
        }))
    #expect(MisreadLetters.restored(noise, known: &known) == nil)
    #expect(known == nil)
  }

  @Test("Pages end with form feeds; each is judged by itself")
  func pages() {
    let texts = PageTexts(
      of: Array((Self.thai + "\u{C}\u{C}" + "8 /7\u{C}" + String(repeating: "\u{1}\u{2}ก", count: 40) + "\u{C}").utf8))
    #expect(texts.pages == [Self.thai, "", "8 /7", ""])
    #expect(texts.unreadable == [2, 3, 4])
    #expect(texts.readableCount == 1)
    #expect(texts.fault == "3 of 4 pages hold no readable text")
  }
}

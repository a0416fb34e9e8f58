import Testing
import ThaiText

@Suite("Item numbers")
struct ItemNumberReaderTests {
  private let reader = ItemNumberReader()

  @Test(
    "Every shape seen is read",
    arguments: [
      ("O12", 12, .letter, "O12"), ("o12.", 12, .letter, "o12"), ("O12 :", 12, .letter, "O12"),
      ("O1 - โครงสร้าง", 1, .letter, "O1"),
      ("012", 12, .zero, "012"), ("๐๑๒ รายงาน", 12, .zero, "๐๑๒"), ("04 แผนยุทธศาสตร์", 4, .zero, "04"),
      ("029ประกาศหลักเกณฑ์.pdf", 29, .zero, "029"), ("OIT 34", 34, .instrument, "OIT 34"),
      ("OIT1", 1, .instrument, "OIT1"),
      ("o 16", 16, .letter, "o 16"), ("o10คมอ", 10, .letter, "o10"), ("O17MC66", 17, .letter, "O17"),
      ("O17-", 17, .letter, "O17"),
      ("คู่มือการให้บริการ (O16)", 16, .letter, "O16"), ("12.", 12, .bare, "12"), ("12", 12, .bare, "12"),
      ("17 รายงานสรุปผล", 17, .bare, "17"), ("30การประเมิน", 30, .bare, "30"), ("5.รายงาน", 5, .bare, "5"),
      ("โอ12 แผน", 12, .letter, "โอ12"), ("O๑๒", 12, .letter, "O๑๒"), ("Ｏ１２", 12, .letter, "Ｏ１２"),
      ("ข้อ O3", 3, .letter, "O3"),
      ("ita-o12.pdf", 12, .letter, "o12"), ("▶ O31 : ประกาศ", 31, .letter, "O31"), ("O12.1 แผน", 12, .letter, "O12"),
      ("ข้อ 7. ข่าว", 7, .bare, "7"),
    ] as [(String, Int, ItemNumberReading.Style, String)])
  func shapes(text: String, number: Int, style: ItemNumberReading.Style, label: String) {
    let reading = reader.reading(in: text)
    #expect(reading?.number == number && reading?.style == style)
    #expect(reading.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == label)
  }

  @Test(
    "What is no item number is not read as one",
    arguments: [
      "4.2 แผน", "5.1.2 แผน", "MOIT17 หน่วยงาน", "MOIT 2", "EB 18", "CO2", "O365", "OTOP", "O44", "O0", "OIT 2566",
      "วิดีโอ 12",
      "044-123456", "01/10/2565", "08:30", "1,200", "5 ปี", "9 รางวัลต้นแบบ", "1 ตุลาคม 2565", "15 มิ.ย. 66", "6 เดือน",
      "O1-O43", "รายการ OIT (O1 – O43)", "001", "2566", "12% ของ", "", "8 1_67809d.pdf", "นายก", "7z", "ประกาศ 12",
    ])
  func noShapes(text: String) {
    #expect(reader.readings(in: text).isEmpty, "\(reader.readings(in: text))")
  }

  @Test("An explicit letter is surer than a number at the beginning")
  func certainty() {
    #expect(reader.reading(in: "5. O12 รายงาน")?.number == 12)
    #expect(reader.readings(in: "5. O12 รายงาน").map(\.certainty) == [.bare, .explicit])
    #expect(reader.readings(in: "O1, O2 และ O3").map(\.number) == [1, 2, 3])
  }

  @Test("Any text can be read", arguments: [41] as [UInt64])
  func any(seed: UInt64) {
    var texts = WildTexts(seed: seed)
    for round in 0..<2000 {
      let text = "O" + (round % 2 == 0 ? texts.decodedBytes(12) : texts.text(pieces: 8))
      for reading in reader.readings(in: text) {
        #expect(reading.range.upperBound <= text.utf8.count && !reading.range.isEmpty)
      }
    }
  }
}

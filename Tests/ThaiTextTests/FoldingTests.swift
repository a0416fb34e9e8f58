import Testing
import ThaiText

@Suite("Folding")
struct FoldingTests {
  @Test(
    "Spellings of the same letters have the same key",
    arguments: [
      ("อํานาจหน้าที่", "อำนาจหน้าที่"),
      ("อ\u{0E4D} านาจ", "อำนาจ"),
      ("อา\u{0E4D}นาจ", "อำนาจ"),
      ("สํ านักงาน", "สำนักงาน"),
      ("น\u{0E4D}\u{0E49}า", "น้ำ"),
      ("น\u{0E49}\u{0E4D}า", "น้ำ"),
      ("นำ\u{0E49}", "น้ำ"),
      ("วา\u{0E48}", "ว่า"),
      ("เเผนปฏิบัติการ", "แผนปฏิบัติการ"),
      ("เ เผน", "แผน"),
      ("ที\u{0E48}\u{0E48}ดิน", "ที่ดิน"),
      ("ท\u{0E48}\u{0E35}ดิน", "ที่ดิน"),
      ("ป\u{0E34}\u{0E4D}กษา", "ปึกษา"),
      ("ท\u{F702}\u{F70A}", "ที่"),
      ("\u{F70F}า\u{F710}", "ญั\u{0E32}"),
      ("๒๕61", "2561"),
      ("จัด\u{200B}ซื้อ\u{00AD}จัด\u{00A0}จ้าง", "จัดซื้อจัดจ้าง"),
      ("จัดซื้อ / จัดจ้าง", "จัดซื้อ-จัดจ้าง"),
      ("No Gift Policy", "nogiftpolicy"),
      ("ＩＴＡ ２５６６", "ita2566"),
      ("“E–Service”", "e-service"),
      ("Cafe\u{301}", "café"),
      ("oﬃcer", "Officer"),
      ("ต่าง ๆ", "ต่าง"),
      ("ผลผลิตฯ", "ผลผลิต"),
    ])
  func sameKey(written: String, meant: String) {
    #expect(FoldedText(written).string == FoldedText(meant).string)
  }

  @Test("Words that differ keep different keys", arguments: [("แผน", "เผน"), ("ขาว", "ข่าว"), ("ตำบล", "ตาบล")])
  func differentKey(one: String, other: String) {
    #expect(ThaiFolding.fold(one) != ThaiFolding.fold(other))
  }

  @Test(
    "Common misspellings are corrected",
    arguments: [
      ("กฏหมาย", "กฎหมาย"), ("มาตราฐาน", "มาตรฐาน"), ("โปรงใส", "โปร่งใส"), ("ทรัพยากรบุคล", "ทรัพยากรบุคคล"),
      ("นโบาย", "นโยบาย"), ("เจตนารมย์", "เจตนารมณ์"), ("ปฎิบัติ", "ปฏิบัติ"), ("ประพฤติมิชอป", "ประพฤติมิชอบ"),
      ("ส่วรร่วม", "ส่วนร่วม"), ("วัฒธรรม", "วัฒนธรรม"), ("แผนยุทศาสตร์", "แผนยุทธศาสตร์"), ("พึ่งพอใจ", "พึงพอใจ"),
      ("กฏหมายุทศาสตร์", "กฎหมายุทธศาสตร์"),
    ])
  func misspelling(written: String, meant: String) {
    #expect(FoldedText(written).string == FoldedText(meant).string)
  }

  @Test("Right words that look like misspellings stay", arguments: ["บุคลากร", "บุคลิกภาพ", "มาตรา", "ปรากฏ", "ส่วนรวม"])
  func rightWords(word: String) {
    #expect(FoldedText(word).string == word)
  }

  @Test("No correction makes another one necessary")
  func correctionsAreStable() {
    for variant in ThaiFolding.knownVariants {
      #expect(ThaiFolding.fold(variant.meant) == Array(variant.meant.utf8), "\(variant.meant)")
      #expect(FoldedText(variant.written).string == variant.meant)
    }
  }

  @Test(
    "The loose key sees through lost marks",
    arguments: [
      ("ตาบล", "ตำบล"), ("ประจาปี", "ประจำปี"), ("อานาจหน้าที่", "อำนาจหน้าที่"), ("ส านักงาน", "สำนักงาน"),
      ("กำรบริหำร", "การบริหาร"), ("คมอหรอมาตรฐานการใหบรการ", "คู่มือหรือมาตรฐานการให้บริการ"),
      ("อำนาจหนาท", "อำนาจหน้าที่"), ("การจดซอจดจาง", "การจัดซื้อจัดจ้าง"),
    ])
  func looseKey(written: String, meant: String) {
    #expect(LooseText(written).string == LooseText(meant).string)
    #expect(ThaiFolding.looseKey(written) == LooseText(written).bytes)
  }

  @Test("The separator alone is never folded away")
  func separator() {
    #expect(FoldedText("ก \u{1F} ข").string == "ก\u{1F}ข")
    #expect(FoldedText("เ\u{1F}เ").string == "เ\u{1F}เ")
  }
}

@Suite("Folding any text whatever")
struct FoldingPropertyTests {
  @Test("Folding twice is folding once", arguments: [1, 2, 3, 4] as [UInt64])
  func idempotent(seed: UInt64) {
    var texts = WildTexts(seed: seed)
    for round in 0..<3000 {
      let text = round % 4 == 0 ? texts.decodedBytes(60) : texts.text(pieces: 24)
      let once = FoldedText(text)
      #expect(ThaiFolding.fold(once.string) == once.bytes, "\(text.unicodeScalars.map { $0.value })")
      let loose = LooseText(text)
      #expect(ThaiFolding.looseKey(loose.string) == loose.bytes, "\(text.unicodeScalars.map { $0.value })")
      #expect(String(validating: once.bytes, as: UTF8.self) != nil)
      #expect(String(validating: loose.bytes, as: UTF8.self) != nil)
    }
  }

  @Test("Offsets lead back in order, within the text, and to whole code points", arguments: [5, 6] as [UInt64])
  func offsets(seed: UInt64) {
    var texts = WildTexts(seed: seed)
    for round in 0..<1500 {
      let text = round % 4 == 0 ? texts.decodedBytes(60) : texts.text(pieces: 24)
      let folded = FoldedText(text)
      let bare = FoldedText(text, keepingOffsets: false)
      #expect(bare.bytes == folded.bytes)
      var last = 0..<0
      let scalarStarts = Set(text.unicodeScalars.indices.map { $0.utf16Offset(in: text) })
      for index in folded.bytes.indices {
        let range = folded.originalRange(of: index..<index + 1)
        #expect(range.lowerBound >= last.lowerBound && range.upperBound >= last.upperBound)
        #expect(range.upperBound <= text.utf8.count && !range.isEmpty)
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        #expect(scalarStarts.contains(start.utf16Offset(in: text)))
        last = range
      }
      #expect(bare.originalRange(of: 0..<bare.bytes.count) == folded.originalRange(of: 0..<folded.bytes.count))
    }
  }

  @Test("What a key was folded from folds to the same key again")
  func roundTrip() {
    let text = "ประกาศ เรื่อง เเผนปฎิบัติการ นํ้าประปา  “No Gift”"
    let folded = FoldedText(text)
    let key = ThaiFolding.fold("แผนปฏิบัติการ")
    let start = folded.bytes.indices.first { folded.bytes[$0...].starts(with: key) } ?? 0
    let range = folded.originalRange(of: start..<start + key.count)
    let source = String(decoding: Array(text.utf8)[range], as: UTF8.self)
    #expect(source == "เเผนปฎิบัติการ")
  }
}

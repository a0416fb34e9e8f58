import ThaiText

/// One line on the first page of a paper, and what it is there for.
struct PaperLine: Sendable {
  let text: String
  /// Read by OCR.
  let isScanned: Bool
  /// How it is compared: letters lost or gained by a PDF make no difference.
  private let key: [UInt8]

  init(_ text: String, isScanned: Bool) {
    self.text = text
    self.isScanned = isScanned
    key = ThaiFolding.looseKey(text)
  }

  /// Letters and digits of its key, of which Thai ones take three bytes.
  private var letters: Int { key.count / 3 }

  /// A page number, a rule of dashes, "-ร่าง-", a letterhead's telephone or reference line: nobody's title.
  var isNoise: Bool {
    letters < 2 || holds(Self.noise) || (letters < 12 && begins(with: Self.fragments))
  }

  /// A rule of dashes, dots or stars, as stands below a title.
  var isRule: Bool {
    letters < 2 && text.unicodeScalars.count { "-–—_=*.…~".unicodeScalars.contains($0) } >= 5
  }

  /// Begins with the name of a kind of paper: ประกาศ, รายงาน, แผน. Longer lines are sentences of a text.
  var namesKind: Bool {
    letters >= 4 && text.unicodeScalars.count <= 170 && begins(with: Self.kinds) && !isFormNumber
  }

  /// A form that is filled in for one piece of work; the work is part of what it is called.
  var namesForm: Bool { begins(with: Self.forms) && !isFormNumber }

  /// "แบบ ปร.4", "แบบ สขร.1": its number, not its name.
  private var isFormNumber: Bool { begins(with: Self.form) && letters < 10 }

  /// Holds a verb of official prose, which headings do without.
  var isSentence: Bool { holds(Self.verbs) }

  /// "เรื่อง …": what an announcement, an order or a memorandum is about.
  var isSubject: Bool { begins(with: Self.subject) && letters > 4 }

  /// The field of a form that names the piece of work.
  var isWork: Bool { letters > 6 && begins(with: Self.works) }

  /// Where a text begins, so that the title has ended: a sentence, an address, a numbered entry, a table.
  var endsTitle: Bool {
    isRule || isNoise || begins(with: Self.openings) || isNumbered || text.utf8.starts(with: "ที่ ".utf8)
      || text.contains("\t") || text.contains(" | ")
  }

  /// Goes on with a heading that has named its year already: whose paper it is, whom it is for, which part of the year.
  var completesTitle: Bool { begins(with: Self.completions) || text.utf8.first == UInt8(ascii: "(") }

  /// Whether lines break off within brackets or behind a dash ("(1 ตุลาคม 2565 -"): what follows belongs to them.
  static func isLeftOpen(_ lines: [String]) -> Bool {
    let scalars = lines.flatMap(\.unicodeScalars)
    let last = scalars.last { !$0.properties.isWhitespace }
    return scalars.count { $0 == "(" } > scalars.count { $0 == ")" }
      || last.map { "-–—".unicodeScalars.contains($0) } == true
  }

  /// Whether it names a year or a period.
  var isDated: Bool { PeriodReader.covered(in: text).map { $0.role == .covered && $0.kind != .date } ?? false }

  private var isNumbered: Bool {
    let scalars = text.unicodeScalars.drop { $0 == "(" }
    let digits = scalars.prefix { $0.properties.numericType == .decimal }
    guard (1...2).contains(digits.count), let next = scalars.dropFirst(digits.count).first else { return false }
    return next == "." || next == ")"
  }

  private func begins(with names: [[UInt8]]) -> Bool { names.contains { key.starts(with: $0) } }
  private func holds(_ names: [[UInt8]]) -> Bool { names.contains { ByteSearch.contains(key, $0) } }

  // MARK: The words

  private static let kinds = keys(
    """
    ประกาศ คำสั่ง บันทึกข้อความ รายงาน สรุป แบบ แผน คู่มือ มาตรฐาน มาตรการ นโยบาย เจตนารมณ์ เจตจำนง หลักเกณฑ์ แนวทาง
    แนวปฏิบัติ ระเบียบ ข้อบัญญัติ เทศบัญญัติ ข้อบังคับ ประมวล สถิติ ข้อมูล การประเมิน ผลการ การดำเนิน การจัด การบริหาร
    การเปิด การสร้าง การเสริม การขับเคลื่อน การกำกับ ยุทธศาสตร์และ เอกสาร บัญชี ตาราง ทะเบียน รายการ รายละเอียด รายชื่อ
    ราคากลาง วงเงิน ข้อกำหนด ขอบเขต คำแถลง งบ ปฏิทิน โครงสร้าง โครงการ กิจกรรม หนังสือ สัญญา ใบ เกณฑ์ จรรยาบรรณ
    จริยธรรม วิสัยทัศน์และ ภารกิจ อำนาจหน้าที่ ช่องทาง วิเคราะห์ การวิเคราะห์ announcement report plan policy manual
    """)
  private static let forms = keys("แบบ ราคากลาง วงเงิน บัญชี เอกสารสอบราคา เอกสารประกวด เอกสารซื้อ คู่มือสำหรับประชาชน")
  private static let works = keys("โครงการ ชื่อโครงการ 1ชื่อโครงการ ราคากลางงาน งานที่ให้บริการ ชื่องาน")
  private static let form = keys("แบบ")
  private static let verbs = keys("เป็น ได้ จะ ต้อง ซึ่ง ให้ มีความ")
  private static let completions = keys(
    "เทศบาล องค์การ อบต. อำเภอ จังหวัด สำนัก ประจำ รอบ ระหว่าง สำหรับ หลักสูตร ของ ตาม แก้ไข เพิ่มเติม ปรับปรุง ฉบับ ไตรมาส ครั้งที่")
  private static let subject = keys("เรื่อง")
  private static let noise = keys("แผ่นที่ scannedby camscanner http www. โทรศัพท์ โทรสาร รหัสไปรษณีย์")
  private static let fragments = keys("หน้า ร่าง สำเนา ที่ วันที่ ลับ ด่วน page ลำดับ หมายเหตุ หน่วย:")
  private static let openings = keys(
    """
    ด้วย ตามที่ ตามประกาศ โดยที่ เพื่อให้ อาศัยอำนาจ เรียน อ้างถึง สิ่งที่ส่งมาด้วย ส่วนราชการ ความเป็นมา ความมุ่งหมาย หลักการ
    ประกาศณ สั่งณ ลงชื่อ หน่วยงาน สถานที่ คำนวณ ลำดับที่ ประเภท เจ้าของ วัตถุประสงค์ เนื่องจาก ในการ กลุ่มงาน ที่ตั้ง วันเวลา
    ข้าพเจ้า วันจันทร์ วันอังคาร วันพุธ วันพฤหัส วันศุกร์ วันเสาร์ วันอาทิตย์ วันที่ เดือน จำนวน โครงการ/กิจกรรม เมื่อ
    คำนำ สารบัญ บทที่ บทนำ ส่วนที่ หมวด มาตรา องค์การบริหารส่วนตำบลซึ่ง รวม ขอบเขต บัดนี้ ผู้มีสิทธิ
    """)

  private static func keys(_ words: String) -> [[UInt8]] {
    words.split(whereSeparator: \.isWhitespace).map { ThaiFolding.looseKey(String($0)) }
  }
}

import ThaiText

/// Reads one line or cell of a plan as the name of a work: `ลำดับที่ 1 โครงการ…`, `2) …`, `มาตรการที่ 1 …`.
enum WorkLine {
  /// Words that open an entry and say that it is one.
  private static let openers = [
    "ลำดับที่", "มาตรการที่", "เหตุการณ์ความเสี่ยงที่", "ความเสี่ยงที่", "โครงการที่", "กิจกรรมที่", "ประเด็นความเสี่ยงที่", "เหตุการณ์ที่",
    "ข้อที่", "ลำดับ",
  ].map { ThaiFolding.fold($0) }
  /// The head of the column of numbers in lists, where a number follows it at once.
  private static let column = ThaiFolding.fold("ที่")
  /// Words that open a chapter; what follows is a work only where its name says so.
  private static let chapters = ["มิติที่", "ด้านที่", "แผนงานที่", "ยุทธศาสตร์ที่", "ประเด็นที่", "กลยุทธ์ที่"].map {
    ThaiFolding.fold($0)
  }
  /// Words with which the name of a work begins.
  private static let heads = ["โครงการ", "กิจกรรม"].map { ThaiFolding.fold($0) }
  private static let measure = ThaiFolding.fold("มาตรการ")
  /// What follows them where it is no name ("โครงการ/กิจกรรม", "โครงการที่ดำเนินการ").
  private static let notNames = [
    "ที่", "ต่าง", "ตาม", "ทั้งหมด", "ทั้งสิ้น", "กิจกรรม", "โครงการ", "พศ", "ปี", "ใน", "ของ", "และ", "หรือ", "จาก", "รวม",
  ]
  .map { ThaiFolding.fold($0) }
  /// Chapters of plans and reports, and the indicators of the assessment: numbered, and no works.
  private static let sections = [
    "หลักการและเหตุผล", "วัตถุประสงค์", "เป้าหมาย", "บทนำ", "ขอบเขต", "วิสัยทัศน์", "พันธกิจ", "ตัวชี้วัด", "งบประมาณ", "ระยะเวลา",
    "ผู้รับผิดชอบ",
    "สถานที่", "ผลที่คาดว่า", "การติดตาม", "ขั้นตอน", "สภาพทั่วไป", "ข้อมูล", "ผลการ", "สรุป", "ปัญหา", "ข้อเสนอแนะ", "ยุทธศาสตร์",
    "แนวทาง", "นโยบาย", "การวิเคราะห์",
    "การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สิน", "การแก้ไขปัญหา", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุง",
    "การเปิดเผยข้อมูล", "การป้องกันการทุจริต", "ความเป็นมา", "คำนิยาม", "นิยาม", "เบิกจ่าย", "ยังไม่", "ประธาน", "รวม", "หมายเหตุ",
  ].map { ThaiFolding.fold($0) }
  /// Where a name ends and what is said of it begins.
  private static let ends = [
    "งบประมาณ", "ไม่ใช้งบ", "ไม่มีงบ", "ไม่ได้ใช้งบ", "จำนวน", "ความก้าวหน้า", "ร้อยละ", "ดำเนินการแล้ว", "อยู่ระหว่าง", "ผู้รับผิดชอบ",
    "ระยะเวลา", " | ", ":", "\t",
  ]

  /// The name and whether the line says itself that it names a work; nil where it does not look like one.
  static func read(_ line: String, isNumbered inNumberedRow: Bool) -> (name: String, isTold: Bool)? {
    var rest = Substring(line).drop { " \t-•*·".contains($0) }
    var isTold = inNumberedRow
    var isChapter = false
    let start = ThaiFolding.fold(String(rest.prefix(40)))
    if let opener = (openers + chapters).first(where: { start.starts(with: $0) }),
      let digit = rest.firstIndex(where: isDigit), rest[..<digit].unicodeScalars.count <= 24
    {
      isChapter = chapters.contains(opener)
      isTold = isTold || !isChapter
      rest = rest[digit...]
    } else if start.starts(with: column), let digit = rest.firstIndex(where: isDigit),
      ThaiFolding.fold(String(rest[..<digit])) == column
    {
      rest = rest[digit...]
    }
    let (isNumbered, name) = withoutNumber(rest)
    let folded = ThaiFolding.fold(String(name.prefix(60)))
    let isNamed = isNamedWork(folded)
    guard isTold || isNumbered || isNamed, !isChapter || isNamed || folded.starts(with: measure) else { return nil }
    guard isNamed || !sections.contains(where: { folded.starts(with: $0) }) else { return nil }
    let cut = cutAtFigures(name)
    guard cut.unicodeScalars.count >= 8, !isMostlyFigures(cut) else { return nil }
    return (cut, isTold || isNamed || isChapter)
  }

  static func isEnumerator(_ cell: String) -> Bool {
    let kept = cell.filter { !" .)".contains($0) }
    return !kept.isEmpty && kept.count <= 4 && kept.allSatisfy(isDigit)
  }

  private static func isNamedWork(_ folded: [UInt8]) -> Bool {
    guard let head = heads.first(where: { folded.starts(with: $0) }) else { return false }
    let after = folded.dropFirst(head.count)
    return after.count >= 12 && !notNames.contains { after.starts(with: $0) }
  }

  /// Takes off `1.`, `๒)`, `(3)`, `1.2.3`.
  private static func withoutNumber(_ text: Substring) -> (Bool, Substring) {
    if text.first == "(" {
      let digits = text.dropFirst().prefix(while: isDigit)
      let after = text.dropFirst(digits.count + 1)
      guard !digits.isEmpty, digits.count <= 3, after.first == ")" else { return (false, text) }
      return (true, after.dropFirst().drop { $0 == " " })
    }
    let digits = text.prefix { isDigit($0) || $0 == "." }
    guard let first = digits.first, isDigit(first), digits.count <= 7 else { return (false, text) }
    let after = text.dropFirst(digits.count)
    guard digits.last == "." || after.first == ")" || after.first == " " || after.first == "." else {
      return (false, text)
    }
    return (true, after.drop { ")]. \t-".contains($0) })
  }

  /// Cuts off what tables say beside the name: sums, months, marks of a next column.
  private static func cutAtFigures(_ text: Substring) -> String {
    var end = text.endIndex
    for mark in ends {
      if let at = text.firstIndex(ofScalars: mark), at > text.startIndex, at < end { end = at }
    }
    var words: [Substring] = []
    for word in text[..<end].prefix(120).split(separator: " ") {
      if !words.isEmpty, isSum(word) || months.contains(where: { word.hasPrefix($0) }) { break }
      words.append(word)
    }
    var name = withoutOpenBracket(words.joined(separator: " "))
    while let last = name.last, ",;.-–/(".contains(last) { name.removeLast() }
    return name
  }

  /// "จัดทำคู่มือ (ขั้นตอน" was cut within its bracket.
  private static func withoutOpenBracket(_ name: String) -> String {
    guard let open = name.lastIndex(of: "("), !name[open...].contains(")") else { return name }
    return name[..<open].split(separator: " ").joined(separator: " ")
  }

  private static let months =
    (1...12).map { ThaiMonth.name($0) } + [
      "ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค",
    ]

  /// `480,000`, `๔๘๐,๐๐๐.๐๐`: digits in thousands, or more of them than a year has.
  private static func isSum(_ word: Substring) -> Bool {
    let digits = word.filter(isDigit).count
    return digits >= 3 && (word.contains(",") || digits > 4) && word.allSatisfy { isDigit($0) || ",.".contains($0) }
  }

  private static func isDigit(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
    return (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
  }

  private static func isMostlyFigures(_ name: String) -> Bool {
    name.filter(isDigit).count * 2 > name.count
  }
}

extension Substring {
  /// Where a sequence of scalars first stands; matching by scalars, because Thai marks join their letters into
  /// one `Character`.
  fileprivate func firstIndex(ofScalars wanted: String) -> Index? {
    let pattern = Array(wanted.unicodeScalars)
    guard let head = pattern.first else { return nil }
    var at = unicodeScalars.startIndex
    while at < unicodeScalars.endIndex {
      if unicodeScalars[at] == head, unicodeScalars[at...].starts(with: pattern) { return at }
      at = unicodeScalars.index(after: at)
    }
    return nil
  }
}

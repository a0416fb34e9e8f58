/// Words that make a number before them a quantity or a date: "5 ปี", "9 รางวัล", "1 ตุลาคม".
enum CountedUnit {
  private static let words: [[UInt8]] =
    (ThaiMonth.names + ThaiMonth.abbreviations + [
      "เดือน", "ปี", "วัน", "ข้อ", "ประการ", "ด้าน", "ครั้ง", "คน", "ราย", "โครงการ", "แห่ง", "หมู่", "รางวัล", "บาท", "ไร่", "ฉบับ",
      "เรื่อง", "รายการ", "ขั้นตอน", "ตำบล", "หลักสูตร", "กิจกรรม", "น.", "กม.", "ชั่วโมง", "นาที", "ครัวเรือน",
    ]).map { ReadableText($0).symbols }

  /// Words that begin like a unit but are none: 17 รายงาน, 3 รายละเอียด.
  private static let others: [[UInt8]] = [
    "รายงาน", "รายละเอียด", "รายชื่อ", "รายรับ", "รายจ่าย", "รายได้", "รายการการ", "รายการจัดซื้อ",
  ].map {
    ReadableText($0).symbols
  }

  /// Whether a unit stands at a place of a text, after white space if any.
  static func follows(in text: ReadableText, at place: Int) -> Bool {
    var place = place
    while text[place] == 0x20 { place += 1 }
    let rest = text.symbols.dropFirst(place)
    return words.contains { rest.starts(with: $0) } && !others.contains { rest.starts(with: $0) }
  }
}

import AuditCore

/// Texts such as a town's website has, put together at random: running text, lines of link texts, web pages.
///
/// They hold what costs time in real ones: names of the vocabulary among ordinary words, dates and years, damaged
/// spellings, the mega-menu that every page repeats.
struct TownTexts {
  private let names: [String]
  private var seed: Seed

  private static let words = [
    "เทศบาลตำบลหนองใส", "ประชาชน", "ในเขตพื้นที่", "ได้ดำเนินการ", "จัดกิจกรรม", "ร่วมกับ", "โรงเรียน", "วัด", "ชุมชน", "ถนน",
    "คอนกรีตเสริมเหล็ก", "ปรับปรุง", "ซ่อมแซม", "ผู้สูงอายุ", "เบี้ยยังชีพ", "ลงทะเบียน", "ภาษีที่ดิน", "ชำระ", "ขยะมูลฝอย", "น้ำประปา",
    "งานป้องกัน", "กองช่าง", "กองคลัง", "สำนักปลัด", "สาธารณสุข", "วัคซีน", "พ่นหมอกควัน", "ประเพณี", "ลอยกระทง", "และ", "ของ",
    "เพื่อ", "ตาม", "โดย", "จำนวน", "บาท", "ครัวเรือน", "นํ้า", "กําหนด", "เเละ", "ทั้งนี้", "ขอเชิญ", "เข้าร่วม", "ณ หอประชุม",
    "e-Service", "Facebook", "PDF", "ดาวน์โหลด", "อ่านเพิ่มเติม",
  ]
  private static let dates = [
    "ประจำปีงบประมาณ พ.ศ. 2566", "วันที่ 15 มิถุนายน 2566", "ปี ๒๕๖๕", "(พ.ศ. 2566 - 2570)", "รอบ 6 เดือน", "ไตรมาสที่ 2",
    "1 ต.ค. 65 - 31 มี.ค. 66", "เดือนมีนาคม 2566", "O12", "ครั้งที่ 3/2566", "12,500.00 บาท",
  ]

  init(vocabulary: Vocabulary) {
    names = vocabulary.concepts.flatMap { ($0.strong + $0.weak).map(\.text) }
      .map { $0.split(separator: "…").joined(separator: "ของเทศบาล") }
    seed = Seed(2566)
  }

  /// A sentence of about 200 bytes; one in six names a duty, one in three carries a date.
  mutating func sentence() -> String {
    var parts = (0..<Int.random(in: 5...11, using: &seed)).map { _ in word() }
    if chance(6) { parts.insert(name(), at: parts.count / 2) }
    if chance(3) { parts.append(date()) }
    return parts.joined(separator: chance(3) ? " " : "")
  }

  /// The text of a link: a duty with its year, a piece of news, or a word that says nothing.
  mutating func line() -> String {
    switch Int.random(in: 0..<10, using: &seed) {
    case 0: Self.words.suffix(2).randomElement(using: &seed) ?? ""
    case 1...5: [name(), date()].joined(separator: " ")
    default: [word(), word(), word(), word(), date()].joined()
    }
  }

  /// A web page of some 60 kB: a mega-menu, a table of links, paragraphs, a footer.
  mutating func page() -> String {
    var html = "<!doctype html><html lang=\"th\"><head><meta charset=\"utf-8\"><title>\(word())</title>"
    html += "<script>var a = 1; function b() { return '<a href=\"x\">'; }</script></head><body><nav class=\"menu\"><ul>"
    for group in 0..<12 {
      html += "<li class=\"dropdown\"><a href=\"#\">\(word())</a><ul>"
      for entry in 0..<10 { html += "<li><a href=\"/menu/\(group)/\(entry)\" title=\"\">\(line())</a></li>" }
      html += "</ul></li>"
    }
    html += "</ul></nav><div class=\"content\"><h1>\(name())</h1><table class=\"table\">"
    for row in 0..<40 {
      html += "<tr><td>\(row)</td><td>\(line())</td><td><a href=\"/files/\(row).pdf\">เปิด</a></td></tr>"
    }
    html += "</table>"
    for _ in 0..<60 { html += "<p style=\"margin:0\"><span>\(sentence())</span>&nbsp;<br>\(sentence())</p>" }
    return html + "</div><footer>\(sentence())</footer></body></html>"
  }

  private mutating func word() -> String { Self.words.randomElement(using: &seed) ?? "" }
  private mutating func date() -> String { Self.dates.randomElement(using: &seed) ?? "" }
  private mutating func name() -> String { names.randomElement(using: &seed) ?? "" }
  private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &seed) == 0 }
}

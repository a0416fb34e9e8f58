/// The words of periods, found in one pass over a readable text.
///
/// Words are sought without spaces and marks, so that "ประจ าปีงบประมาณ" and "มนาคม" are found; short ones must then
/// agree mark by mark, and the shortest may not stand inside a word.
struct PeriodLexicon: Sendable {
  struct Match {
    let word: PeriodWord
    let place: Range<Int>
  }

  private enum Rule { case loose, exact, isolated }

  private struct Entry: Sendable {
    let word: PeriodWord
    let rule: Rule
    let symbols: [UInt8]
  }

  private let entries: [Entry]
  private let automaton: PhraseAutomaton

  static let thai = PeriodLexicon()

  private init() {
    entries = Self.words.flatMap { word, rule, spellings in
      spellings.split(separator: "|").map {
        Entry(word: word, rule: rule, symbols: ReadableText(String($0)).symbols)
      }
    }
    automaton = PhraseAutomaton(phrases: entries.map { entry in entry.symbols.compactMap(Self.loosened) })
  }

  /// The words of a text from left to right; of overlapping ones the first and then the longest.
  func matches(in text: ReadableText) -> [Match] {
    var compact: [UInt8] = []
    var places: [Int] = []
    for (place, symbol) in text.symbols.enumerated() where symbol != 0x20 {
      guard let letter = Self.loosened(symbol) else { continue }
      compact.append(letter)
      places.append(place)
    }
    var found: [Match] = []
    automaton.forEachMatch(in: compact) { index, end in
      let first = places[end - entries[index].symbols.count(where: { Self.loosened($0) != nil })]
      var last = places[end - 1] + 1
      while Self.isMark(text[last]) { last += 1 }
      if agrees(entries[index], at: first..<last, in: text) {
        found.append(Match(word: entries[index].word, place: first..<last))
      }
    }
    found.sort {
      ($0.place.lowerBound, -$0.place.upperBound) < ($1.place.lowerBound, -$1.place.upperBound)
    }
    var end = 0
    return found.filter { match in
      guard match.place.lowerBound >= end else { return false }
      end = match.place.upperBound
      return true
    }
  }

  private func agrees(_ entry: Entry, at place: Range<Int>, in text: ReadableText) -> Bool {
    guard entry.rule != .loose else { return true }
    guard text.symbols[place].lazy.filter({ $0 != 0x20 }).elementsEqual(entry.symbols) else { return false }
    guard entry.rule == .isolated else { return true }
    let before = text[place.lowerBound - 1]
    let after = text[place.upperBound]
    return entry.symbols[0].isThaiLetter
      ? !before.isThaiLetter && !after.isThaiLetter : !before.isLatinLetter && !after.isLatinLetter
  }

  /// A symbol as it is sought: ำ as า, nothing for a mark.
  private static func loosened(_ symbol: UInt8) -> UInt8? {
    symbol == 0x80 | ThaiLetter.saraAM ? 0x80 | ThaiLetter.saraAA : isMark(symbol) ? nil : symbol
  }

  private static func isMark(_ symbol: UInt8) -> Bool {
    symbol > 0x80 && ThaiLetter.isAboveOrBelow(symbol & 0x7F)
  }
}

// MARK: - The words

extension PeriodLexicon {
  private static let words: [(PeriodWord, Rule, String)] =
    monthWords + [
      (.fiscalYear, .loose, "ปีงบประมาณ|ประจำปีงบประมาณ|งบประมาณปี|งบประมาณประจำปี|ปีงบประมาน|ปีบประมาณ"),
      (.fiscalYear, .exact, "ปีงบฯ|ปีงบ|ปีงปม."),
      (.fiscalYear, .isolated, "fy|fiscalyear"),
      (.annual, .loose, "ประจำปี"),
      (.year, .exact, "ปี"),
      (.buddhistEra, .exact, "พ.ศ.|พ.ศ|พ-ศ"),
      (.buddhistEra, .isolated, "พศ|พศ."),
      (.buddhistEra, .loose, "พุทธศักราช"),
      (.commonEra, .exact, "ค.ศ.|ค.ศ"),
      (.commonEra, .loose, "คริสต์ศักราช"),
      (.calendarYear, .loose, "ปีปฏิทิน|ปีการศึกษา|ประจำปีการศึกษา"),
      (.survey, .isolated, "ita|oit|eit|iit|lpa"),
      (.round, .exact, "รอบ|รอบที่"),
      (.every, .exact, "ระยะ|ระยะเวลา|ราย"),
      (.monthUnit, .exact, "เดือน|ด."),
      (.monthCount(6), .exact, "หกเดือน"),
      (.monthCount(12), .exact, "สิบสองเดือน"),
      (.quarter, .loose, "ไตรมาส|ไตรมาสที่|ไตรมาศ|ไตรมาศที่"),
      (.quarter, .isolated, "q|quarter"),
      (.half(second: false), .exact, "ครึ่งปีแรก|ครึ่งแรก"),
      (.half(second: true), .exact, "ครึ่งปีหลัง|ครึ่งหลัง"),
      (.first, .exact, "แรก"),
      (.last, .exact, "หลัง"),
      (.until, .exact, "ถึง|จนถึง"),
      (.until, .isolated, "to|until"),
      (.and, .exact, "และ"),
      (.ordinal, .exact, "ที่"),
      (.day, .exact, "วันที่|สิ้นสุดณวันที่|สิ้นสุดวันที่"),
      (.publication, .exact, publicationWords),
      (.dated, .exact, "ลงวันที่|ลว."),
      (.publication, .isolated, "posted|postedon|published|publishedon|updated|lastupdate|lastupdated"),
      (.law, .loose, lawWords),
      (.law, .exact, "พ.ร.บ.|พ.ร.บ|พรบ.|พ.ร.ฎ.|พ.ร.ก."),
      (.byLaw, .loose, "เทศบัญญัติ|ข้อบัญญัติ"),
      (.amendment, .exact, "แก้ไขเพิ่มเติม|ฉบับที่"),
      (.form, .exact, "สขร.1|สขร1|สขร."),
      (.order, .exact, "คำสั่งที่|ประกาศที่|หนังสือที่|คำสั่งเทศบาลที่"),
      (.meeting, .exact, "ครั้งที่"),
      (
        .otherNumber, .exact,
        "จำนวน|ผู้เข้าชม|เข้าชม|อ่าน|หมู่|หมู่ที่|เลขที่|โทร|โทรศัพท์|โทรสาร|แฟกซ์|มาตรา|หน้า|รหัส|รหัสไปรษณีย์|ถนน|ซอย|ห้อง|ข้อ|มอก."
      ),
      (.otherNumber, .isolated, "ว|tel|fax|call|no|line"),
      (.unit, .isolated, "บาท|คน|ครั้ง|แห่ง|ไร่|ครัวเรือน|เมตร|กม.|ตร.ม.|หลัง|ตัว|เล่ม|ชุด|รายการ|เสียง|kb|mb|px|views|hits|บ."),
    ]

  private static let publicationWords =
    "ณวันที่|เผยแพร่เมื่อ|เผยแพร่เมื่อวันที่|เผยแพร่วันที่|วันที่เผยแพร่|วันที่เผยแพร่ข้อมูล|วันเผยแพร่|ประกาศเมื่อ|ประกาศเมื่อวันที่|ประกาศวันที่"
    + "|วันที่ประกาศ|สั่งวันที่|โพสต์เมื่อ|โพสเมื่อ|วันที่โพสต์|วันที่โพส|ปรับปรุงล่าสุด|ปรับปรุงเมื่อ|ปรับปรุงข้อมูลล่าสุด|แก้ไขล่าสุด|แก้ไขเมื่อ"
    + "|อัปเดต|อัพเดท|อัพเดต|อัปเดตเมื่อ|อัพเดทเมื่อ|อัปเดตล่าสุด|อัพเดทล่าสุด|วันที่ลงข่าว|วันที่ลงประกาศ|เมื่อวันที่|ข้อมูลวันที่|ลงข้อมูลเมื่อ|เขียนเมื่อ|สร้างเมื่อ"

  private static let lawWords =
    "พระราชบัญญัติ|พระราชกฤษฎีกา|พระราชกฤษฏีกา|พระราชกำหนด|กฎกระทรวง|กฏกระทรวง|ระเบียบ|รัฐธรรมนูญ|ข้อบังคับ|ประมวลกฎหมาย|ประมวลกฏหมาย"
    + "|ประมวลจริยธรรม|มาตรฐานทางจริยธรรม|ประกาศคณะกรรมการ"

  private static var monthWords: [(PeriodWord, Rule, String)] {
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    return (1...12).flatMap { month -> [(PeriodWord, Rule, String)] in
      let dotted = ThaiMonth.abbreviation(month)
      let bare = dotted.split(separator: ".").joined()
      let hyphened = dotted.split(separator: ".").joined(separator: "-")
      let name = english[month - 1]
      return [
        (.month(month, isFull: true), .loose, ThaiMonth.name(month)),
        (.month(month, isFull: false), .exact, "\(dotted)|\(dotted.dropLast())|\(bare)."),
        (.month(month, isFull: false), .isolated, "\(bare)|\(hyphened)"),
        (.month(month, isFull: month != 5), .isolated, name),
        (.month(month, isFull: false), .isolated, "\(name.prefix(3))|\(name.prefix(3))."),
      ]
    } + [
      (.month(7, isFull: true), .loose, "กรกฏาคม"),
      (.month(11, isFull: true), .loose, "พฤษจิกายน|พฤศจิกาย"),
      (.month(9, isFull: false), .isolated, "sept|sept."),
    ]
  }
}

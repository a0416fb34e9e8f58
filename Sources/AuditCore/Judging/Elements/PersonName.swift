import ThaiText

/// The name of a person as papers and pages write it: `นายสมชาย ใจดี`, `นาย สมชาย  ใจดี`, `ดร.สมชาย ใจดี`,
/// `ว่าที่ร้อยตรี สมชาย ใจดี`.
struct PersonName: Sendable, Hashable {
  let text: String
  /// Folded, without titles: what two writings of one name share.
  let key: [UInt8]

  /// Titles that stand before a name, longest first so that นางสาว is not read as นาง.
  private static let titles: [[UInt8]] = [
    "นาย", "นาง", "นางสาว", "น.ส.", "ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่ร.ต.", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "ว่าที่พันตรี",
    "ว่าที่ พ.ต.", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี", "พันโท", "พันเอก", "ร.ต.", "ร.ท.", "ร.อ.", "พ.ต.", "พ.ท.", "พ.อ.",
    "ร.ต.ต.",
    "ร.ต.ท.", "ร.ต.อ.", "พ.ต.ต.", "พ.ต.ท.", "พ.ต.อ.", "ร้อยตำรวจตรี", "ร้อยตำรวจโท", "ร้อยตำรวจเอก", "พันตำรวจตรี", "พันตำรวจโท",
    "พันตำรวจเอก", "ด.ต.", "ดาบตำรวจ", "ส.ต.ต.", "ส.ต.ท.", "ส.ต.อ.", "สิบตรี", "สิบโท", "สิบเอก", "สิบตำรวจตรี", "สิบตำรวจโท",
    "สิบตำรวจเอก",
    "จ.ส.ต.", "จ.ส.ท.", "จ.ส.อ.", "จ่าสิบตรี", "จ่าสิบโท", "จ่าสิบเอก", "จ.อ.", "จ่าเอก", "พ.จ.อ.", "พันจ่าเอก", "พันจ่าตรี", "ดร.",
    "ผศ.",
    "รศ.", "นพ.", "พญ.", "ทพ.", "ม.ล.", "ม.ร.ว.", "นายแพทย์", "แพทย์หญิง",
  ].map { ThaiFolding.fold($0) }.sorted { $0.count > $1.count }
  /// Fewest bytes of a name without its titles: four letters.
  private static let shortest = 12

  init?(_ text: String) {
    var key = ThaiFolding.fold(text)
    while let title = Self.titles.first(where: { key.count > $0.count && key.starts(with: $0) }) {
      key.removeFirst(title.count)
    }
    guard key.count >= Self.shortest, key.allSatisfy({ $0 >= 0x80 }) else { return nil }
    self.text = text
    self.key = key
  }

  /// The name in brackets of `(นายสมชาย ใจดี)`: with a title, or two words of letters alone.
  static func bracketed(in text: String) -> PersonName? {
    let scalars = text.unicodeScalars
    guard let open = scalars.lastIndex(of: "("), let close = scalars[open...].firstIndex(of: ")") else { return nil }
    let inner = String(scalars[scalars.index(after: open)..<close])
    guard (6...80).contains(inner.unicodeScalars.count) else { return nil }
    let isTitled = TextSigns.firstPerson(in: ThaiFolding.fold(inner)) == 0
    let words = inner.split(separator: " ")
    let isPlain = words.count == 2 && words.allSatisfy { $0.unicodeScalars.count > 2 }
    return isTitled || isPlain ? PersonName(inner) : nil
  }

  /// The first name behind a title in a line such as `ลงนามโดย นาย สมชาย ใจดี นายกเทศมนตรี`.
  static func first(in line: String) -> PersonName? {
    let words = line.split { " \t\u{A0}|,".contains($0) }.map(String.init)
    for start in words.indices {
      let folded = ThaiFolding.fold(words[start])
      guard let title = titles.first(where: { folded.starts(with: $0) }),
        TextSigns.firstPerson(in: folded) == 0 || folded == title
      else { continue }
      // A title that stands alone has the first name behind it.
      let isAlone = titles.contains(folded)
      let end = min(words.count, start + (isAlone ? 3 : 2))
      guard let name = PersonName(words[start..<end].joined(separator: " ")) else { continue }
      return name
    }
    return nil
  }

  /// The same person: titles and spaces apart, a letter misread.
  func isSame(as other: PersonName) -> Bool { stands(in: other.key) || other.stands(in: key) }

  /// Whether the name stands in a folded text, a letter wrong at most for every eight.
  func stands(in folded: [UInt8]) -> Bool {
    if ByteSearch.contains(folded, key) { return true }
    let matcher = ApproximateMatcher(pattern: key, maxDistance: max(1, key.count / 3 / 8))
    return matcher.bestMatch(in: folded) != nil
  }
}

import ThaiText

/// The projects, measures or activities that a plan lists, as the names that its report must repeat
/// (O12 against O11, O24 against O23, O35 against O34, O37 against O36, O43 against O42).
struct NamedWorks: Sendable {
  struct Work: Sendable, Hashable {
    let name: String
    let key: [UInt8]
    let block: Int
  }

  let works: [Work]

  /// Words that open a numbered entry of a plan, folded.
  private static let openers = [
    "ลำดับที่", "ลำดับ", "มิติที่", "มาตรการที่", "เหตุการณ์ความเสี่ยงที่", "ความเสี่ยงที่", "โครงการที่", "กิจกรรมที่", "แผนงานที่", "ข้อที่", "ข้อ",
    "ประเด็นที่", "ด้านที่",
  ].map { ThaiFolding.fold($0) }
  /// Words with which the name of a work itself begins.
  private static let heads = ["โครงการ", "กิจกรรม", "มาตรการ"].map { ThaiFolding.fold($0) }

  init(in text: JudgedText) {
    var found: [Work] = []
    var seen: Set<[UInt8]> = []
    for (at, block) in text.blocks.enumerated() {
      for part in Self.entries(of: block) {
        guard let name = Self.name(of: part) else { continue }
        let key = ThaiFolding.fold(name)
        guard key.count >= 24, seen.insert(key).inserted else { continue }
        found.append(Work(name: name, key: key, block: at))
        if found.count == 400 { break }
      }
    }
    works = found
  }

  /// The cells of a row, or the block as one entry.
  private static func entries(of block: Block) -> [String] {
    if case .heading = block.kind { return [] }
    if case .row = block.kind, block.cells.count > 1 {
      let isNumbered = isEnumerator(block.cells[0])
      return isNumbered ? [block.cells[1]].map { "1) " + $0 } : block.cells
    }
    return [block.text]
  }

  /// The name in an entry such as `ลำดับที่ 1 โครงการ…`, `2) …`, `มาตรการที่ 1 …`; nil where the entry is no work.
  private static func name(of entry: String) -> String? {
    var scalars = Substring(entry).drop { $0 == " " || $0 == "\t" || $0 == "-" || $0 == "•" }
    var isNumbered = false
    let folded = ThaiFolding.fold(String(scalars.prefix(40)))
    for opener in openers where folded.starts(with: opener) {
      guard let digit = scalars.firstIndex(where: { isDigit($0) }), scalars[..<digit].count <= 24 else { continue }
      scalars = scalars[digit...]
      break
    }
    let digits = scalars.prefix { isDigit($0) || $0 == "." }
    if !digits.isEmpty, digits.count <= 5 {
      scalars = scalars.dropFirst(digits.count).drop { ")].: \t-".contains($0) }
      isNumbered = true
    } else if scalars.first == "(" {
      let inner = scalars.dropFirst().prefix { isDigit($0) }
      if !inner.isEmpty, scalars.dropFirst(inner.count + 1).first == ")" {
        scalars = scalars.dropFirst(inner.count + 2).drop { $0 == " " }
        isNumbered = true
      }
    }
    let isNamed = heads.contains { ThaiFolding.fold(String(scalars.prefix(16))).starts(with: $0) }
    guard isNumbered || isNamed else { return nil }
    let name = cutAtFigures(scalars)
    guard name.unicodeScalars.count >= 8, !isMoney(name) else { return nil }
    return name
  }

  /// The name ends where figures, amounts or a second enumeration begin.
  private static func cutAtFigures(_ text: Substring) -> String {
    var end = text.endIndex
    for mark in ["งบประมาณ", "จำนวน", "ความก้าวหน้า", "ร้อยละ", "ดำเนินการแล้ว", "อยู่ระหว่าง", " | ", ":"] {
      if let at = text.firstRange(ofScalars: mark), at > text.startIndex, at < end { end = at }
    }
    var name = String(text[..<end].prefix(120))
    while let last = name.last, last == " " || last == "," || last == ";" || last == "." || last == "-" {
      name.removeLast()
    }
    return name
  }

  private static func isDigit(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
    return (0x30...0x39).contains(scalar.value) || (0x0E50...0x0E59).contains(scalar.value)
  }

  private static func isEnumerator(_ cell: String) -> Bool {
    let kept = cell.filter { !" .)".contains($0) }
    return !kept.isEmpty && kept.count <= 4 && kept.allSatisfy(isDigit)
  }

  private static func isMoney(_ name: String) -> Bool {
    name.filter(isDigit).count * 2 > name.count
  }
}

extension Substring {
  /// Where a sequence of scalars first stands; matching by scalars, because Thai marks join their letters into
  /// one `Character`.
  fileprivate func firstRange(ofScalars wanted: String) -> Index? {
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

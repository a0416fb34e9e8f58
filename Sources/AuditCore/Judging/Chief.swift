import ThaiText

/// The chief executive as the page of executives shows them (ITA 2566 O2), whom papers must be signed by (O31).
struct Chief: Sendable {
  let name: PersonName
  let quote: String
  /// The page says that they took office within the judged year: papers of that year may bear the name of the one
  /// before.
  let isNew: Bool

  /// What says that an office was taken, and what says since when.
  private static let taking = ["เข้ารับตำแหน่ง", "ดำรงตำแหน่ง", "รับเลือกตั้ง", "รับการเลือกตั้ง", "เข้าปฏิบัติหน้าที่"].map {
    ThaiFolding.fold($0)
  }
  private static let since = ["ตั้งแต่", "เมื่อ", "นับแต่", "วันที่เข้ารับ"].map { ThaiFolding.fold($0) }
  /// Blocks around the name that may say since when.
  private static let reach = 3

  /// The first person named beside the chief's title.
  static func shown(in text: JudgedText, titles: [[UInt8]], year: FiscalYear) -> Chief? {
    for at in text.blocks.indices {
      let folded = Array(text.foldedBlock(at))
      guard ChiefOffice.isNamed(in: folded, titles: titles) else { continue }
      for near in [at, at - 1, at + 1] where text.blocks.indices.contains(near) {
        guard let name = PersonName.first(in: text.blocks[near].text) else { continue }
        return Chief(
          name: name, quote: Quotation.of(text.blocks[near].text),
          isNew: tookOffice(in: year, text, around: near))
      }
    }
    return nil
  }

  private static func tookOffice(in year: FiscalYear, _ text: JudgedText, around at: Int) -> Bool {
    let near = max(0, at - 1)...min(text.blocks.count - 1, at + reach)
    return near.contains { place in
      let folded = Array(text.foldedBlock(place))
      guard taking.contains(where: { ByteSearch.contains(folded, $0) }),
        since.contains(where: { ByteSearch.contains(folded, $0) })
      else { return false }
      return PeriodReader.readings(in: text.blocks[place].text).contains {
        $0.kind == .date && $0.interval.overlaps(year.days)
      }
    }
  }
}

/// The office of the chief executive in a text, told from the offices and addresses that hold its title.
enum ChiefOffice {
  /// What before the title makes another office of it, or a letter to it.
  private static let before = ["รอง", "เลขานุการ", "เลขา", "ที่ปรึกษา", "ผู้ช่วย", "อดีต", "เรียน", "เสนอ"].map {
    ThaiFolding.fold($0)
  }

  /// Whether a folded text names the office itself somewhere.
  static func isNamed(in folded: [UInt8], titles: [[UInt8]]) -> Bool {
    titles.contains { title in
      var at = 0
      while let range = ByteSearch.firstRange(of: title, in: folded, from: at) {
        let head = folded[..<range.lowerBound]
        if !before.contains(where: { head.suffix($0.count).elementsEqual($0) }) { return true }
        at = range.upperBound
      }
      return false
    }
  }
}

import ThaiText

/// The chief executive as the page of executives shows them (ITA 2566 O2), whom papers must be signed by (O31).
struct Chief: Sendable {
  let name: PersonName
  let quote: String
  /// The page says that they took office within the judged year: papers of that year may bear the name of the one
  /// before.
  let isNew: Bool

  /// Words that make the office another one.
  private static let others = ["รองนายก", "เลขานุการนายก", "ที่ปรึกษานายก", "อดีตนายก", "ผู้ช่วยนายก"].map {
    ThaiFolding.fold($0)
  }
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
      guard titles.contains(where: { ByteSearch.contains(folded, $0) }),
        !others.contains(where: { ByteSearch.contains(folded, $0) })
      else { continue }
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

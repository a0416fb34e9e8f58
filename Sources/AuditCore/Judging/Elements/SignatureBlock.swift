import ThaiText

/// Who signed a document: a name in brackets above an office, or "ลงนามโดย" before a name and an office.
struct SignatureBlock: Sendable, Hashable {
  let name: PersonName
  let quote: String
  /// The folded words of the block and its neighbours: a name whose spaces are lost still stands in them.
  let folded: [UInt8]
  /// The clerk may sign in place of the mayor ("ปฏิบัติหน้าที่นายก", "รักษาราชการแทน").
  let isActing: Bool

  private static let signing = ["ลงนามโดย", "ลงนาม", "ลงชื่อ"].map { ThaiFolding.fold($0) }
  /// What stands before the office where another holds it for the time being.
  private static let acting = [
    "ปฏิบัติหน้าที่", "ทำหน้าที่", "รักษาราชการแทน", "รักษาราชการในตำแหน่ง", "รักษาการ", "รักษาการแทน", "รักษาการในตำแหน่ง", "ทำการแทน",
    "ปฏิบัติราชการแทน", "ปฏิบัติการแทน", "ปฏิบัติหน้าที่แทน",
  ].map { ThaiFolding.fold($0) }
  private static let lead = ThaiFolding.fold("นายก")

  /// The last signing block of a text in the chief executive's office, nil where there is none.
  static func find(in text: JudgedText, chiefTitles: [[UInt8]]) -> SignatureBlock? {
    for at in text.blocks.indices.reversed() {
      let folded = words(text, at)
      let office = ChiefOffice.isNamed(in: folded, titles: chiefTitles)
      let isActing = acting.contains { ByteSearch.contains(folded, $0 + lead) } || goesOn(text, at)
      guard office || isActing else { continue }
      let isSigning = signing.contains { ByteSearch.contains(folded, $0) }
      let line = text.blocks[at].text
      if let name = PersonName.bracketed(in: line) ?? (isSigning ? PersonName.first(in: line) : nil)
        ?? (at >= text.blocks.count / 2 ? alone(in: line, chiefTitles) : nil)
      {
        return block(name, text, at, isActing)
      }
      for above in [at - 1, at - 2].prefix(isActing ? 2 : 1) where above >= 0 {
        if let name = PersonName.bracketed(in: text.blocks[above].text) ?? signedName(text, above) {
          return block(name, text, above, isActing)
        }
      }
    }
    return nil
  }

  /// "ปลัดเทศบาล ปฏิบัติหน้าที่" in the line above the office.
  private static func goesOn(_ text: JudgedText, _ at: Int) -> Bool {
    guard at > 0, words(text, at).starts(with: lead) else { return false }
    let above = words(text, at - 1)
    return acting.contains { above.suffix($0.count).elementsEqual($0) }
  }

  /// The folded letters of a block, without its end.
  private static func words(_ text: JudgedText, _ at: Int) -> [UInt8] {
    text.foldedBlock(at).filter { $0 != UInt8(ascii: "\n") }
  }

  private static func block(_ name: PersonName, _ text: JudgedText, _ at: Int, _ isActing: Bool) -> SignatureBlock {
    let below = at + 1 < text.blocks.count ? " " + text.blocks[at + 1].text : ""
    let words = text.blocks[at].text + below
    return SignatureBlock(
      name: name, quote: Quotation.of(words, around: name.text), folded: ThaiFolding.fold(words), isActing: isActing)
  }

  /// The name in a line that holds nothing but a name and the office, as it stands at the foot of a paper.
  private static func alone(in line: String, _ chiefTitles: [[UInt8]]) -> PersonName? {
    let folded = ThaiFolding.fold(line)
    guard TextSigns.firstPerson(in: folded) == 0, let name = PersonName.first(in: line) else { return nil }
    let rest = folded.dropFirst(ThaiFolding.fold(name.text).count)
    let office = [ThaiFolding.fold("ตำแหน่ง"), []].lazy.compactMap { lead in
      rest.starts(with: lead) ? chiefTitles.first { rest.dropFirst(lead.count).starts(with: $0) } : nil
    }.first
    return office.map { rest.count <= $0.count + 3 * mostPlaceLetters } == true ? name : nil
  }

  /// Letters that the place may have behind the office: "นายกเทศมนตรีตำบลบ้านเหนือ".
  private static let mostPlaceLetters = 40

  private static func signedName(_ text: JudgedText, _ at: Int) -> PersonName? {
    let folded = Array(text.foldedBlock(at))
    return signing.contains { ByteSearch.contains(folded, $0) } ? PersonName.first(in: text.blocks[at].text) : nil
  }
}

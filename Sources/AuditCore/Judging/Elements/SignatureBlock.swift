import ThaiText

/// Who signed a document: a name in brackets above an office, or "ลงนามโดย" before a name and an office.
struct SignatureBlock: Sendable, Hashable {
  let name: String
  let quote: String
  let offset: Int
  /// The clerk may sign in place of the mayor ("ปฏิบัติหน้าที่นายก", "รักษาราชการแทน").
  let isActing: Bool

  private static let signing = ["ลงนามโดย", "ลงนาม", "ลงชื่อ"].map { ThaiFolding.fold($0) }
  private static let acting = ["ปฏิบัติหน้าที่นายก", "รักษาราชการแทนนายก", "รักษาการนายก", "ทำการแทนนายก"].map {
    ThaiFolding.fold($0)
  }

  /// The last signing block of a text in the chief executive's office, nil where there is none.
  static func find(in text: JudgedText, chiefTitles: [[UInt8]]) -> SignatureBlock? {
    for at in text.blocks.indices.reversed() {
      let folded = Array(text.foldedBlock(at))
      let office = chiefTitles.contains { ByteSearch.contains(folded, $0) }
      let isActing = acting.contains { ByteSearch.contains(folded, $0) }
      guard office || isActing else { continue }
      let isSigning = signing.contains { ByteSearch.contains(folded, $0) }
      if let name = bracketedName(text.blocks[at].text) ?? (isSigning ? personName(text.blocks[at].text) : nil) {
        return block(name, text, at, isActing)
      }
      if at > 0, let name = bracketedName(text.blocks[at - 1].text) ?? signedName(text, at - 1) {
        return block(name, text, at - 1, isActing)
      }
    }
    return nil
  }

  private static func block(_ name: String, _ text: JudgedText, _ at: Int, _ isActing: Bool) -> SignatureBlock {
    let below = at + 1 < text.blocks.count ? " " + text.blocks[at + 1].text : ""
    return SignatureBlock(
      name: name, quote: Quotation.of(text.blocks[at].text + below), offset: at, isActing: isActing)
  }

  private static func signedName(_ text: JudgedText, _ at: Int) -> String? {
    let folded = Array(text.foldedBlock(at))
    return signing.contains { ByteSearch.contains(folded, $0) } ? personName(text.blocks[at].text) : nil
  }

  /// `(นายสมชาย ใจดี)`.
  static func bracketedName(_ text: String) -> String? {
    guard let open = text.unicodeScalars.lastIndex(of: "("),
      let close = text.unicodeScalars[open...].firstIndex(of: ")")
    else { return nil }
    let inner = String(text.unicodeScalars[text.unicodeScalars.index(after: open)..<close])
    guard (6...80).contains(inner.unicodeScalars.count) else { return nil }
    return TextSigns.firstPerson(in: ThaiFolding.fold(inner)) == 0 ? inner : nil
  }

  /// `นายสมชาย ใจดี` out of a line such as `ลงนามโดย นายสมชาย ใจดี นายกเทศมนตรี`.
  static func personName(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    guard
      let start = words.firstIndex(where: {
        let folded = ThaiFolding.fold($0)
        return folded.count > 12 && TextSigns.firstPerson(in: folded) == 0
      })
    else { return nil }
    return words[start...].prefix(2).joined(separator: " ")
  }
}

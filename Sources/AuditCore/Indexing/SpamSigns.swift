import ThaiText

/// Recognises pages that carry advertisements for gambling: hacked .go.th sites serve them under their own address,
/// often with the words of a real page mixed in. A town that warns of gambling names it too, so that what counts is
/// how advertisers speak.
package struct SpamSigns: Sendable {
  /// Games, promises and warnings, one list after the other.
  private let words: PhraseAutomaton
  /// Places of the names of games among the words.
  private let games: Range<Int>
  /// Of what only advertisers say.
  private let promises: Range<Int>
  /// Of what only those say who warn or prosecute.
  private let warnings: Range<Int>

  package init() {
    let games = Self.folded([
      "สล็อต", "บาคาร่า", "แทงบอล", "คาสิโน", "พนันออนไลน์", "หวยออนไลน์", "รูเล็ต", "เสือมังกร", "ไฮโลออนไลน์", "บอลสเต็ป", "slot",
      "casino",
      "baccarat", "judi online", "togel", "slot gacor",
    ])
    let promises = Self.folded([
      "เว็บตรง", "เครดิตฟรี", "ฝากถอน", "แตกง่าย", "ไม่ผ่านเอเย่นต์", "ทดลองเล่น", "สมัครรับโบนัส", "โบนัสฟรี", "รับโบนัส",
      "สล็อตออนไลน์", "บาคาร่าออนไลน์",
      "แทงบอลออนไลน์", "คาสิโนออนไลน์", "pg slot", "pgslot", "ufabet", "superslot", "slotxo", "joker123", "sagame",
      "ทางเข้าเล่น", "ไม่มีขั้นต่ำ",
      "gacor", "maxwin",
    ])
    let warnings = Self.folded([
      "จับกุม", "ผิดกฎหมาย", "รณรงค์", "เตือนภัย", "ต่อต้าน", "ปราบปรามการพนัน", "โทษของการพนัน", "พระราชบัญญัติการพนัน",
    ])
    words = PhraseAutomaton(phrases: games + promises + warnings)
    self.games = 0..<games.count
    self.promises = games.count..<games.count + promises.count
    self.warnings = self.promises.upperBound..<self.promises.upperBound + warnings.count
  }

  /// Whether a page advertises gambling, from its title and its own text.
  package func isSpam(title: String, blocks: [Block]) -> Bool {
    isSpam(title + "\n" + Self.text(of: blocks)) || isSpam(Self.text(of: blocks.reversed()))
  }

  private func isSpam(_ text: String) -> Bool {
    var found: Set<Int> = []
    words.forEachMatch(in: ThaiFolding.fold(text)) { word, _ in found.insert(word) }
    let named = found.count { games.contains($0) }
    guard named > 0 else { return false }
    let promised = found.count { promises.contains($0) }
    if promised > 0, named + promised >= 3 { return true }
    return named >= 3 && !found.contains { warnings.contains($0) }
  }

  /// UTF-8 bytes that are read from the beginning, and from the end, where hacked pages hide what visitors shall not
  /// see; advertisements repeat themselves.
  private static let limit = 6_000

  private static func text(of blocks: some Sequence<Block>) -> String {
    var text = ""
    for block in blocks {
      text += block.text + "\n"
      if text.utf8.count > limit { break }
    }
    return text
  }

  private static func folded(_ words: [String]) -> [[UInt8]] { words.map { ThaiFolding.fold($0) } }
}

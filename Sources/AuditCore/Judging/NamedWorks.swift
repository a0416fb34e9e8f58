import ThaiText

/// The projects, measures or activities that a plan lists, as the names that its report must repeat
/// (ITA 2566 O12 against O11, O24 against O23, O35 against O34, O37 against O36, O43 against O42).
///
/// Entries that say what they are ("โครงการ…", "มาตรการที่ 1 …", a numbered row of a table) are taken where there are
/// any; lines that are only numbered count where there are none, because chapters are numbered as well.
struct NamedWorks: Sendable {
  struct Work: Sendable, Hashable {
    let name: String
    let key: [UInt8]
    let block: Int
  }

  let works: [Work]
  /// The names come from lines that are only numbered.
  let isGuessed: Bool

  private static let mostWorks = 400
  /// Fewest letters of a name; shorter ones stand in any text.
  private static let fewestLetters = 8

  init(in text: JudgedText) {
    var told: [Work] = []
    var numbered: [Work] = []
    var seen: Set<[UInt8]> = []
    blocks: for (at, block) in text.blocks.enumerated() {
      if case .heading = block.kind { continue }
      for entry in Self.entries(of: block) {
        guard let found = WorkLine.read(entry.text, isNumbered: entry.isNumbered) else { continue }
        let key = ThaiFolding.fold(found.name)
        guard key.count >= 3 * Self.fewestLetters, seen.insert(key).inserted else { continue }
        let work = Work(name: found.name, key: key, block: at)
        if found.isTold { told.append(work) } else { numbered.append(work) }
        if told.count + numbered.count == Self.mostWorks { break blocks }
      }
    }
    isGuessed = told.count < 2 && numbered.count > told.count
    works = isGuessed ? told + numbered : told
  }

  /// The cells of a row that may name a work, or the lines of the block.
  private static func entries(of block: Block) -> [(text: String, isNumbered: Bool)] {
    if case .row = block.kind, block.cells.count > 1 {
      if WorkLine.isEnumerator(block.cells[0]) { return [(block.cells[1], true)] }
      return block.cells.map { ($0, false) }
    }
    return block.text.split(whereSeparator: \.isNewline).map { (String($0), false) }
  }
}

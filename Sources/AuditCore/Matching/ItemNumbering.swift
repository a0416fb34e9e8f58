import ThaiText

/// The numbers of items by fiscal year: the same number is another duty in another year, so a number is only read
/// with the list of its page's own year.
package enum ItemNumbering {
  /// For every edition's year the concepts of each number.
  package static func lists(of editions: [Edition]) -> [Int: [Int: [ConceptID]]] {
    var lists: [Int: [Int: [ConceptID]]] = [:]
    for edition in editions {
      for item in edition.items { lists[edition.year, default: [:]][item.ordinal] = item.concepts }
    }
    return lists
  }

  private static let instruments = ["ITA", "OIT", "การเปิดเผยข้อมูลสาธารณะ", "ประเมินคุณธรรมและความโปร่งใส"].map {
    ThaiFolding.fold($0)
  }
  private static let names = PhraseAutomaton(phrases: instruments)

  /// The year of the list that a title or heading announces ("ITA 2566", "OIT ประจำปีงบประมาณ พ.ศ. ๒๕๖๖").
  package static func year(in text: String) -> Int? {
    let folded = FoldedText(text, keepingOffsets: false)
    var isNamed = false
    names.forEachMatch(in: folded.bytes) { phrase, end in
      let range = (end - instruments[phrase].count)..<end
      if !isNamed, folded.isWholeWord(range) || text.utf8.count < 40 { isNamed = true }
    }
    guard isNamed, let period = PeriodReader.covered(in: text), period.fiscalYears.count == 1 else { return nil }
    return period.fiscalYears[0].year
  }
}

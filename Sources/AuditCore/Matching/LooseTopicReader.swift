import ThaiText

/// Reads texts that lost their upper and lower vowels and marks: Google Sites slugs, OCR, damaged PDF text.
struct LooseTopicReader: Sendable {
  private let book: NameBook
  private static let shortest = 10
  private static let limit = 300
  /// Of the letters of sound Thai text about a quarter stand above or below; in damaged text nearly none.
  private static let damagedShare = 0.08

  init(vocabulary: Vocabulary) {
    book = NameBook(vocabulary, fold: { ThaiFolding.looseKey($0) })
  }

  /// Candidates by the loose key, only for a text that is damaged.
  func candidates(in text: String) -> [TextTopics.Candidate] {
    guard text.utf8.count <= Self.limit, Self.isDamaged(text) else { return [] }
    let bytes = ThaiFolding.looseKey(text)
    let reading = TextReading(bytes: bytes, book: book, isWholeWord: { _ in true })
    let found = NameFinder(book: book).findings(in: reading).filter {
      !$0.pattern.isWhole && $0.pattern.strength != .weak && $0.pattern.letters >= Self.shortest
    }
    let standing = found.filter { finding in !found.contains { finding.yields(to: $0) } }
    guard !standing.contains(where: { book.isBeside[$0.pattern.concept] }) else { return [] }
    return standing.map { finding in
      let others = standing.filter { $0.pattern.concept != finding.pattern.concept }
      return TextTopics.Candidate(
        finding: finding, score: 0.9 * TopicScore(of: finding, among: others, in: reading).value)
    }.sorted { $0.score > $1.score }
  }

  private static func isDamaged(_ text: String) -> Bool {
    var letters = 0
    var marks = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFFFD: return true
      case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: marks += 1
      case 0x0E01...0x0E5B: letters += 1
      default: break
      }
    }
    return letters >= shortest && Double(marks) <= damagedShare * Double(letters + marks)
  }
}

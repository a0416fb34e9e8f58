/// What one pass found in one text: every phrase with its places, and which letters are explained by generic words,
/// digits and names of bodies.
struct TextReading {
  let bytes: [UInt8]
  /// Hits ordered by their beginning, longer ones first.
  let hits: [PhraseHit]
  private let present: Set<Int>
  /// For every byte, whether it says something of its own.
  private let isOpen: [Bool]
  /// Open letters before every byte offset.
  private let openBefore: [Int32]
  private let book: NameBook

  /// Letters that a proper name behind "เทศบาลตำบล" may have.
  private static let properNameLetters = 14

  /// - Parameter isWholeWord: whether a range begins and ends where a Latin word or a number does.
  init(bytes: [UInt8], book: NameBook, isWholeWord: (Range<Int>) -> Bool) {
    var hits: [PhraseHit] = []
    book.automaton.forEachMatch(in: bytes) { phrase, end in
      let range = (end - book.phrases[phrase].count)..<end
      if book.hasPlainEdge[phrase], !book.isGeneric[phrase], !isWholeWord(range) { return }
      hits.append(PhraseHit(phrase: phrase, range: range))
    }
    hits.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    self.bytes = bytes
    self.hits = hits
    self.book = book
    present = Set(hits.map(\.phrase))
    isOpen = Self.openBytes(bytes, hits: hits, book: book)
    var openBefore: [Int32] = [0]
    openBefore.reserveCapacity(bytes.count + 1)
    var open: Int32 = 0
    for index in bytes.indices {
      if isOpen[index], bytes[index] & 0xC0 != 0x80 { open += 1 }
      openBefore.append(open)
    }
    self.openBefore = openBefore
  }

  func holds(_ phrase: Int) -> Bool { present.contains(phrase) }

  func holdsAny(of phrases: [Int]) -> Bool { phrases.contains { present.contains($0) } }

  /// Whether a generic word that is the head of names stands before an offset.
  func holdsHead(before offset: Int) -> Bool {
    hits.contains { $0.range.upperBound <= offset && book.isHead[$0.phrase] }
  }

  /// Letters of a range that nothing explains.
  func openLetters(in range: Range<Int>) -> Int {
    guard range.lowerBound < range.upperBound else { return 0 }
    return Int(openBefore[range.upperBound] - openBefore[range.lowerBound])
  }

  var openLetters: Int { openLetters(in: bytes.indices) }

  /// Where the first letter stands that nothing explains.
  var firstOpenOffset: Int? { isOpen.firstIndex(of: true) }

  private static func openBytes(_ bytes: [UInt8], hits: [PhraseHit], book: NameBook) -> [Bool] {
    var isOpen = [Bool](repeating: true, count: bytes.count)
    closeCodes(in: bytes, &isOpen)
    for hit in hits where book.isGeneric[hit.phrase] || book.isBodyPrefix[hit.phrase] {
      for index in hit.range { isOpen[index] = false }
    }
    for hit in hits where book.isBodyPrefix[hit.phrase] {
      closeProperName(after: hit.range.upperBound, in: bytes, hits: hits, book: book, &isOpen)
    }
    return isOpen
  }

  /// Digits, and Latin codes with digits or of one or two letters ("67809607c33d2", "v", "eb"), say nothing.
  private static func closeCodes(in bytes: [UInt8], _ isOpen: inout [Bool]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] < 0x80 else {
        index += 1
        continue
      }
      let start = index
      var letters = 0
      var digits = 0
      while index < bytes.count, bytes[index] < 0x80 {
        if bytes[index] >= 0x61 { letters += 1 } else { digits += 1 }
        index += 1
      }
      let isCode = letters <= 2 || digits > letters
      for place in start..<index where isCode || bytes[place] < 0x61 { isOpen[place] = false }
    }
  }

  /// The letters behind the beginning of a body's name, up to the next word that is known, are its proper name.
  private static func closeProperName(
    after start: Int, in bytes: [UInt8], hits: [PhraseHit], book: NameBook, _ isOpen: inout [Bool]
  ) {
    let next = hits.first { hit in
      hit.range.lowerBound >= start && bytes[hit.range].letterCount > 2 && !book.isBodyPrefix[hit.phrase]
    }
    let limit = next?.range.lowerBound ?? bytes.count
    var letters = 0
    for index in start..<limit {
      if bytes[index] & 0xC0 != 0x80 { letters += 1 }
      if letters > properNameLetters { break }
      isOpen[index] = false
    }
  }
}

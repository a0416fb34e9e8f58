import ThaiText

/// The text of one page or document, folded once for all that looks for words in it, with the way back to the
/// blocks for quotations. In paged documents lines are joined without a break: PDF lines end in the middle of words.
struct JudgedText: Sendable {
  let blocks: [Block]
  let folded: [UInt8]
  /// Where each block begins in `folded`.
  private let starts: [Int]

  init(_ blocks: [Block]) {
    self.blocks = blocks
    var folded: [UInt8] = []
    var starts: [Int] = []
    for block in blocks {
      starts.append(folded.count)
      folded += ThaiFolding.fold(block.text)
      if block.page == nil { folded.append(UInt8(ascii: "\n")) }
    }
    self.folded = folded
    self.starts = starts
  }

  func contains(_ phrase: [UInt8]) -> Bool { ByteSearch.contains(folded, phrase) }

  func firstRange(of phrase: [UInt8], from: Int = 0) -> Range<Int>? {
    ByteSearch.firstRange(of: phrase, in: folded, from: from)
  }

  /// The block that an offset of the folded text lies in.
  func block(at offset: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The folded bytes of one block.
  func foldedBlock(_ at: Int) -> ArraySlice<UInt8> {
    let end = at + 1 < starts.count ? starts[at + 1] : folded.count
    return folded[starts[at]..<end]
  }

  /// What a person reads at a place: the block there, cut to a readable length.
  func quote(at offset: Int) -> String {
    guard let at = block(at: offset) else { return "" }
    return Quotation.of(blocks[at].text)
  }
}

/// Quotations of the site's own words, short enough for a report. Citizens' numbers are hidden before a text is cut:
/// half of one would no longer be known for what it is.
enum Quotation {
  static let limit = 240

  static func of(_ text: String) -> String {
    let single = CitizenNumber.masked(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    guard single.unicodeScalars.count > limit else { return single }
    return String(single.prefix(limit)) + "…"
  }

  /// As above, of a long text the part around some words of it; its beginning where they are not in it.
  static func of(_ text: String, around words: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    guard scalars.count > limit, let first = wanted.first,
      let at = scalars.indices.first(where: { scalars[$0] == first && scalars[$0...].starts(with: wanted) }),
      at > limit / 3
    else { return of(text) }
    return "…" + of(String(String.UnicodeScalarView(scalars[(at - limit / 3)...])))
  }
}

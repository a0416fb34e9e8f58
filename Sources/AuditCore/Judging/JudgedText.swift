import ThaiText

/// The text of one page or document, folded once for all that looks for words in it, with the way back to the
/// blocks for quotations. In paged documents lines are joined without a break: PDF lines end in the middle of words.
struct JudgedText: Sendable {
  let blocks: [Block]
  let folded: [UInt8]
  /// Where each block begins in `folded`.
  private let starts: [Int]
  /// Where it says at its beginning what it is called: a web page often twice, in its path and as its heading.
  private let titles: [Range<Int>]

  /// - Parameter called: what the page or paper is called.
  init(_ blocks: [Block], called: String = "") {
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
    titles = Self.places(of: ThaiFolding.fold(called), in: folded)
  }

  /// Bytes of the text among which the title is sought.
  private static let opening = 6_000

  /// Where a name stands there; it may go on over the ends of blocks.
  private static func places(of name: [UInt8], in folded: [UInt8]) -> [Range<Int>] {
    let places = folded.indices.prefix(opening).filter { folded[$0] != UInt8(ascii: "\n") }
    let text = places.map { folded[$0] }
    var found: [Range<Int>] = []
    var at = 0
    while let range = ByteSearch.firstRange(of: name, in: text, from: at) {
      found.append(places[range.lowerBound]..<(places[range.upperBound - 1] + 1))
      at = range.upperBound
    }
    return found
  }

  /// Whether an offset of the folded text lies in what the paper is called.
  func isTitle(at offset: Int) -> Bool { titles.contains { $0.contains(offset) } }

  /// Read from printed pages (PDF), whose letters may be damaged.
  var isPaged: Bool { blocks.first?.page != nil }

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

import ThaiText

/// What judging reads on a page, read once for all items that look at it: its folded text and its dated blocks.
/// Belongs to one judging and is never shared between threads.
final class PageReadings {
  /// A block that names a year, period or day.
  struct DatedBlock {
    let text: String
    let readings: [PeriodReading]
    /// Its digits were read by OCR.
    let isScanned: Bool
  }

  private let index: SiteIndex
  private var texts: [Int: JudgedText] = [:]
  private var dated: [Int: [DatedBlock]] = [:]
  private var titles: [Int: PaperTitle?] = [:]

  /// Blocks of a page that are searched for periods: reports repeat theirs early.
  private static let mostBlocks = 800

  init(index: SiteIndex) {
    self.index = index
  }

  /// The page's own text, folded.
  func text(of page: Int) -> JudgedText {
    if let known = texts[page] { return known }
    let text = JudgedText(
      index.pages[page].ownBlocks, called: title(of: page)?.text ?? index.pages[page].heading)
    texts[page] = text
    return text
  }

  /// What a paper is called; nil for web pages and where it has no words.
  func title(of page: Int) -> PaperTitle? {
    if let known = titles[page] { return known }
    let document = index.pages[page].document.flatMap { $0.mediaType == .html ? nil : $0 }
    let title = document.flatMap { PaperTitle(of: $0) }
    titles[page] = .some(title)
    return title
  }

  /// Its blocks that name a period, in the order of the page.
  func datedBlocks(of page: Int) -> [DatedBlock] {
    if let known = dated[page] { return known }
    var found: [DatedBlock] = []
    for block in index.pages[page].ownBlocks.prefix(Self.mostBlocks) where Self.mayBeDated(block.text) {
      let readings = PeriodReader.readings(in: block.text)
      if !readings.isEmpty {
        found.append(DatedBlock(text: block.text, readings: readings, isScanned: block.isScanned))
      }
    }
    dated[page] = found
    return found
  }

  /// Every period is written with a digit.
  private static func mayBeDated(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x30...0x39).contains($0.value) || (0x0E50...0x0E59).contains($0.value) }
  }
}

/// The last words on the page that are not those of a link: on Thai sites they often name the links "เปิด" after them.
struct PrecedingText {
  private(set) var range: Range<Int>?
  private var isOpen = false
  private var linksSince = 0
  /// Bytes of text outside links so far.
  private(set) var bytes = 0

  /// A name is followed by its files, not by a whole list.
  private static let reach = 6

  mutating func text(from start: Int, to end: Int) {
    bytes += end - start
    if isOpen, let range {
      self.range = range.lowerBound..<end
    } else {
      range = start..<end
    }
    isOpen = true
    linksSince = 0
  }

  /// A line ends: what follows is another text.
  mutating func breakLine() { isOpen = false }

  mutating func linkEnded() {
    isOpen = false
    linksSince += 1
    if linksSince > Self.reach { range = nil }
  }

  /// An element ends that held both the words and links: they belong together and name nothing after them.
  mutating func close(since start: Int) {
    if let range, range.lowerBound >= start { self.range = nil }
  }

  /// Begins an entry of a list, above which these words stand.
  mutating func restore(_ lead: Range<Int>?) {
    range = lead
    isOpen = false
    linksSince = 0
  }
}

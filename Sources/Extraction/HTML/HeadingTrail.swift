/// The headings that stand above the place that is being read, outermost first.
/// Levels 1…6 are `h1`…`h6`; what only looks like a heading comes below them.
struct HeadingTrail {
  /// Accordion buttons, tab titles, captions, legends, summaries, terms.
  static let label = 7
  /// A paragraph that is bold from end to end.
  static let bold = 8
  /// A row of a table that is one cell across.
  static let group = 9

  private var entries: [(level: Int, text: String, end: Int)] = []
  /// Outermost first; shared by all links below them.
  private(set) var texts: [String] = []

  /// A heading begins: those of its level and below no longer apply.
  mutating func close(_ level: Int) {
    while let last = entries.last, last.level >= level {
      entries.removeLast()
      texts.removeLast()
    }
  }

  /// - Parameter end: Where its text ends in the flow of the page.
  mutating func open(_ level: Int, _ text: String, end: Int) {
    guard !text.isEmpty else { return }
    close(level)
    guard entries.count < 12 else { return }
    entries.append((level, text, end))
    texts.append(text)
  }

  /// Restores what applied when an element began. A heading with nothing after it inside the element speaks for
  /// what follows the element, and stays.
  mutating func leave(_ mark: HeadingTrail, at end: Int) {
    if let last = entries.last, last.end >= end { return }
    self = mark
  }

  mutating func forget() {
    entries.removeAll()
    texts.removeAll()
  }
}

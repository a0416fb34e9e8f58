/// One row of a table, or one line with its links: what may be an entry of a list of items.
struct IndexEntry {
  /// The row's cells, or the words of the line.
  var cells: [String]
  /// Places in `Document.links`.
  var links: [Int]
  var linkTexts: Set<String>

  /// Rows and lines of a page's own content, in its order.
  ///
  /// - Parameter saysNothing: whether a link's text is no name ("เปิด"), so that the words before it or above are.
  static func entries(of document: Document, saysNothing: (String) -> Bool) -> [IndexEntry] {
    var entries: [IndexEntry] = []
    var byCells: [[String]: Int] = [:]
    for block in document.blocks where block.kind == .row && isContent(block.region) {
      guard byCells[block.cells] == nil else { continue }
      byCells[block.cells] = entries.count
      entries.append(IndexEntry(cells: block.cells, links: [], linkTexts: []))
    }
    for (place, link) in document.links.enumerated() where isContent(link.region) {
      let cells = link.row.isEmpty ? line(of: link, saysNothing: saysNothing) : link.row
      let at = byCells[cells] ?? entries.count
      if at == entries.count {
        byCells[cells] = at
        entries.append(IndexEntry(cells: cells, links: [], linkTexts: []))
      }
      entries[at].links.append(place)
      if !link.row.isEmpty || saysNothing(link.text) { entries[at].linkTexts.insert(link.text) }
    }
    return entries
  }

  /// A link's own words where they say something; else those before it, else the heading it stands under.
  private static func line(of link: Link, saysNothing: (String) -> Bool) -> [String] {
    for words in [link.text, link.label, link.before, link.item] where !words.isEmpty && !saysNothing(words) {
      return [words]
    }
    return [link.headings.last ?? link.text].filter { !$0.isEmpty }
  }

  private static func isContent(_ region: Region) -> Bool {
    region == .main || region == .aside
  }
}

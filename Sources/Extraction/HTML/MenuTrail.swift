/// The list entries that are open, and the labels of those that hold the place being read: an entry of a menu is
/// named by its own first words, the list inside it is what stands under that name.
struct MenuTrail {
  private struct Entry {
    let start: Int
    let firstLink: Int
    /// Where its own words end, because a list begins.
    var ownEnd: Int?
    var label = ""
  }

  private var entries: [Entry] = []
  /// Outermost first; shared by all links below.
  private(set) var labels: [String] = []

  mutating func openEntry(at start: Int, firstLink: Int) {
    entries.append(Entry(start: start, firstLink: firstLink))
  }

  /// The entry's own words, without the list inside it.
  mutating func closeEntry(at end: Int) -> Range<Int>? {
    guard let entry = entries.popLast() else { return nil }
    return entry.start..<max(entry.start, min(entry.ownEnd ?? end, end))
  }

  /// A list begins inside an entry. Returns the first link of the entry when the list is its first one and gives
  /// the entry a name, nil when the list stands under no name.
  mutating func openList(in flow: FlowText) -> Int? {
    guard let last = entries.indices.last else { return nil }
    if entries[last].ownEnd == nil {
      entries[last].ownEnd = flow.count
      let own = entries[last].start..<flow.count
      entries[last].label = own.count <= PageLimits.menuLabel ? flow.text(own) : ""
    }
    guard !entries[last].label.isEmpty, labels.count < 12 else { return nil }
    labels.append(entries[last].label)
    return entries[last].firstLink
  }

  mutating func closeList() { _ = labels.popLast() }
}

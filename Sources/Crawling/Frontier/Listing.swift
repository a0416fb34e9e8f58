/// The entries of one list of the site, over all its numbered pages: links that stood at the same spot of them, in the
/// order of the pages and of the links on each.
struct Listing: Sendable {
  private var parts: [(number: Int, entries: [Int32])] = []

  mutating func add(_ entry: Int32, of part: Int) {
    let place = parts.firstIndex { $0.number >= part } ?? parts.count
    if place == parts.count || parts[place].number != part { parts.insert((part, []), at: place) }
    parts[place].entries.append(entry)
  }

  /// What the crawl has done with an entry.
  enum Standing {
    case seen, open
    /// Not to be looked at for the list's sake: of another year, named for something sought, a file.
    case apart
  }

  /// The open entry that lies farthest from all that were seen, and how far: the first of a list nobody looked into,
  /// then its last, then the one in the middle, and so on. Lists mix years and topics, and what stands together is
  /// alike, so a few entries far from each other tell most about the rest (farthest-first traversal, Gonzalez 1985).
  func farthest(by standing: (Int32) -> Standing) -> (entry: Int32, distance: Int)? {
    var open: [Int32] = []
    var isAfterSeen = false
    var best: (entry: Int32, distance: Int)?
    func close(isBeforeSeen: Bool) {
      guard let first = open.first, let last = open.last else { return }
      let middle = open[(open.count - 1) / 2]
      let entry = isAfterSeen ? (isBeforeSeen ? middle : last) : first
      let distance = isAfterSeen && isBeforeSeen ? (open.count + 1) / 2 : open.count
      if distance > best?.distance ?? 0 { best = (entry, distance) }
      open.removeAll(keepingCapacity: true)
    }
    for part in parts {
      for entry in part.entries {
        switch standing(entry) {
        case .open: open.append(entry)
        case .apart: break
        case .seen:
          close(isBeforeSeen: true)
          isAfterSeen = true
        }
      }
    }
    close(isBeforeSeen: false)
    return best
  }
}

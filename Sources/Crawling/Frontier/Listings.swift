import WebURL

/// All lists of the site, by where their links stand, and what of them is still to be read.
struct Listings: Sendable {
  private struct Known {
    var listing = Listing()
    /// The number of the list's name, shared by all spots of its pages.
    var name: Int32
    /// What was found when the list was last looked through, and whether it has changed since.
    var farthest: (entry: Int32, distance: Int)?
    var hasChanged = true
  }

  private var names = Interned()
  private var spots = Interned()
  private var lists: [Known] = []
  /// Parts known and not read yet, by the number of the list's name.
  private var unread: [Int32: Int] = [:]

  /// Takes in an entry; returns the place of its list.
  mutating func add(_ entry: Int32, at spot: String, of part: ListPart) -> Int32 {
    let list = spots.number(of: part.list + " " + spot)
    if Int(list) == lists.count { lists.append(Known(name: names.number(of: part.list))) }
    lists[Int(list)].listing.add(entry, of: part.number)
    lists[Int(list)].hasChanged = true
    return list
  }

  /// An entry of a list was taken up, or put back.
  mutating func noteChange(of list: Int32) { lists[Int(list)].hasChanged = true }

  /// One more part of a list is known.
  mutating func expect(partOf list: String) { unread[names.number(of: list), default: 0] += 1 }

  /// A part was read, or never will be.
  mutating func close(partOf list: String) { unread[names.number(of: list), default: 1] -= 1 }

  /// The open entry that lies farthest from all that were seen of its list; of equals the list met first. Lists known
  /// to their end go before others: only their last entry is known.
  mutating func farthest(by standing: (Int32) -> Listing.Standing) -> Int? {
    while true {
      for list in lists.indices where lists[list].hasChanged {
        lists[list].farthest = lists[list].listing.farthest(by: standing)
        lists[list].hasChanged = false
      }
      guard let list = farthestList(amongWhole: true) ?? farthestList(amongWhole: false),
        let entry = lists[list].farthest?.entry
      else { return nil }
      if case .open = standing(entry) { return Int(entry) }
      lists[list].hasChanged = true
    }
  }

  private func farthestList(amongWhole: Bool) -> Int? {
    var best: (list: Int, distance: Int)?
    for (list, known) in lists.enumerated() where (unread[known.name, default: 0] <= 0) == amongWhole {
      guard let distance = known.farthest?.distance, distance > best?.distance ?? 0 else { continue }
      best = (list, distance)
    }
    return best?.list
  }
}

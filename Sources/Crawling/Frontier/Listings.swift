import WebURL

/// All lists of the site, by where their links stand, and what of them is still to be read.
struct Listings: Sendable {
  private var names = Interned()
  private var lists: [(listing: Listing, name: Int32)] = []
  private var spots = Interned()
  /// Parts known and not read yet, by the number of the list's name.
  private var unread: [Int32: Int] = [:]

  mutating func add(_ entry: Int32, at spot: String, of part: ListPart) {
    let list = Int(spots.number(of: part.list + " " + spot))
    if list == lists.count { lists.append((Listing(), names.number(of: part.list))) }
    lists[list].listing.add(entry, of: part.number)
  }

  /// One more part of a list is known.
  mutating func expect(partOf list: String) { unread[names.number(of: list), default: 0] += 1 }

  /// A part was read, or never will be.
  mutating func close(partOf list: String) { unread[names.number(of: list), default: 1] -= 1 }

  /// The open entry that lies farthest from all that were seen of its list; of equals the list met first. Lists known
  /// to their end go before others: only their last entry is known.
  func farthest(by standing: (Int32) -> Listing.Standing) -> Int? {
    farthest(amongWhole: true, by: standing) ?? farthest(amongWhole: false, by: standing)
  }

  private func farthest(amongWhole: Bool, by standing: (Int32) -> Listing.Standing) -> Int? {
    var best: (entry: Int32, distance: Int)?
    for (listing, name) in lists where (unread[name, default: 0] <= 0) == amongWhole {
      guard let found = listing.farthest(by: standing), found.distance > best?.distance ?? 0 else { continue }
      best = found
    }
    return best.map { Int($0.entry) }
  }
}

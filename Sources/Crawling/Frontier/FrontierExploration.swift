/// Now and then something else than the best: best-first alone would read the archive of a site from its beginning, and
/// learn last what stands at its end.
extension Frontier {
  /// What is to be asked of an origin next, with its worth: the best waiting address, or one that shows what a list
  /// holds.
  mutating func next(of origin: String) -> (index: Int, priority: Float)? {
    guard let best = best(of: origin) else { return nil }
    guard isTimeToExplore(insteadOf: best.priority), let entry = farthest(), prospects[entry].url.origin == origin
    else {
      return best
    }
    return (entry, best.priority)
  }

  private mutating func farthest() -> Int? {
    var listings = Listings()
    swap(&listings, &self.listings)
    defer { swap(&listings, &self.listings) }
    return listings.farthest(by: standing)
  }

  /// Every third time, unless there is something promising; always, once only the mass is left that nothing speaks for:
  /// it is then looked through evenly.
  private func isTimeToExplore(insteadOf priority: Float) -> Bool {
    priority < Self.mass || priority < Self.promising && taken % 3 == 2
  }

  /// Above this an address names something not found yet, or leads to the site's own list.
  private static let promising: Float = 1.2
  /// Below this nothing speaks for an address.
  private static let mass: Float = 0.1

  /// What an entry is to the exploration of its list: pages that name nothing still sought are looked into for the
  /// list's sake. A file teaches nothing of where others lead.
  private func standing(of entry: Int32) -> Listing.Standing {
    let index = Int(entry)
    guard prospects[index].state == .waiting else { return .seen }
    let isOpen =
      prospects[index].purpose == .page && !prospects[index].isDeferred && !prospects[index].isOffSite
      && prospects[index].year >= 0 && !prospects[index].isDocument
      && (!prospects[index].names || ledger.isFound(Int(prospects[index].concept))) && !isTrapped(index)
      && !experience.record(ofFamily: prospects[index].family).isBarren && matters(index)
    return isOpen ? .open : .apart
  }
}

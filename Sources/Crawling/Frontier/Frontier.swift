import AuditCore
import WebURL

/// The addresses that are known and what is to be asked for next: the most promising first, of equals the one known
/// longest. A value without a clock: with one request at a time the same site gives the same order.
///
/// It learns while it goes: which concepts are found already, which spots of a page and which families of addresses
/// paid off, which families breed nothing but themselves, which bodies were seen before.
struct Frontier: Sendable {
  /// How an address came to be known.
  struct Sighting {
    var url: WebURL
    /// −1 for seeds.
    var via: Int32
    var purpose = Visit.Purpose.page
    var promise = LinkPromise.none
    var depth: Int
    var hops = 0
    var isOffSite = false
    /// Where on the page: region and path of tags.
    var spot = ""
    /// Links that name something and links that do not pay differently, even side by side in one menu.
    var spotName: String { promise.names ? spot + " named" : spot }
    /// The list, and the part of it, that the page with the link shows; nil where it stands in none.
    var part: ListPart?
    /// A redirect leads here: asked for as written, even where its key is known already.
    var isRedirect = false
  }

  var prospects: [Prospect] = []
  var canonicalizer: URLCanonicalizer
  var ledger: ConceptLedger
  /// By the text of an address: the place of what is asked for by it.
  private var indices: [ExactText: Int32] = [:]
  /// What is waiting, by origin.
  var queues: [String: PriorityQueue] = [:]
  /// Origins in the order in which they were met.
  var origins: [String] = []
  private(set) var experience = Experience()
  var listings = Listings()
  /// Whether what cannot change the outcome is left; otherwise everything is asked for.
  let stopsWhenSettled: Bool
  /// Waiting addresses that did not matter when their turn came.
  var setAside: [Int32] = []
  /// Retries, with the moment before which they are not due.
  private var deferred: [(due: Duration, index: Int)] = []
  private(set) var waiting = 0
  /// Pages and documents made known, or named for the first time, so far, that are not said to be of another year.
  private(set) var discoveries = 0
  /// Pages and documents known; pictures and films are not asked for.
  private(set) var pages = 0
  /// Addresses not remembered because there were too many.
  private(set) var forgotten = 0
  private(set) var taken = 0

  init(sought: [ConceptID], stopsWhenSettled: Bool = false) {
    self.stopsWhenSettled = stopsWhenSettled
    canonicalizer = URLCanonicalizer()
    ledger = ConceptLedger(sought: sought)
  }

  // MARK: Knowing

  /// Takes note of an address. Returns its place when it was not known before.
  @discardableResult
  mutating func note(_ sighting: Sighting) -> Int? {
    let url = sighting.isRedirect ? sighting.url.withoutFragment : canonicalizer.requestAddress(sighting.url)
    let (spelling, key) = (ExactText(url.href), ExactText(canonicalizer.canonical(url).href))
    // Asked for by the very spelling first: what the canonicaliser learns changes keys, never addresses.
    if let known = indices[spelling] ?? indices[key] {
      let isOtherSpelling =
        sighting.isRedirect && prospects[Int(known)].url != url && prospects[Int(known)].state == .done
      if !isOtherSpelling {
        improve(Int(known), with: sighting)
        return nil
      }
    }
    guard prospects.count < CrawlPlan.maximumKnown else {
      forgotten += 1
      return nil
    }
    let index = prospects.count
    prospects.append(prospect(at: url, sighting))
    indices[spelling] = Int32(index)
    if indices[key] == nil { indices[key] = Int32(index) }
    waiting += 1
    enlist(index, by: sighting)
    if let part = sighting.part, prospects[index].isOwnOffspring, ListPart(shownAt: url).list == part.list {
      prospects[index].isPartOfList = true
      listings.expect(partOf: part.list)
    }
    if PathEnding(url) != .media {
      pages += 1
      noteDiscovery(of: prospects[index])
    }
    enqueue(index)
    return index
  }

  /// The place of an address that is known by this very spelling or another.
  func index(of url: WebURL) -> Int? {
    if let exact = indices[ExactText(url.href)] { return Int(exact) }
    return indices[ExactText(canonicalizer.canonical(url).href)].map(Int.init)
  }

  /// The place of the address that is asked for by exactly this spelling.
  func exactIndex(of url: WebURL) -> Int? {
    index(of: url).flatMap { prospects[$0].url == url ? $0 : nil }
  }

  private mutating func prospect(at url: WebURL, _ sighting: Sighting) -> Prospect {
    var prospect = Prospect(
      url: url, via: sighting.via, purpose: sighting.purpose, depth: UInt16(clamping: sighting.depth),
      family: experience.family(ofNew: url), spot: experience.spot(named: sighting.spotName))
    prospect.hops = UInt8(clamping: sighting.hops)
    prospect.isOffSite = sighting.isOffSite
    prospect.year = sighting.promise.year
    prospect.isDocument = PathEnding(url) == .document
    if sighting.via >= 0 {
      let parent = prospects[Int(sighting.via)]
      prospect.isOwnOffspring =
        parent.url.path == url.path || parent.family == prospect.family || parent.url.isFolder(of: url)
    }
    prospect.take(sighting.promise, by: ledger)
    return prospect
  }

  private mutating func noteDiscovery(of prospect: Prospect) {
    if prospect.year >= 0 { discoveries += 1 }
  }

  /// Takes an address into the list its link stood in, the first such list.
  private mutating func enlist(_ index: Int, by sighting: Sighting) {
    guard let part = sighting.part, prospects[index].list < 0 else { return }
    prospects[index].list = listings.add(Int32(index), at: sighting.spot, of: part)
  }

  /// A second link to a known address may say more about it, or show that it is no trap's own offspring.
  private mutating func improve(_ index: Int, with sighting: Sighting) {
    enlist(index, by: sighting)
    guard prospects[index].state == .waiting else { return }
    var prospect = prospects[index]
    let before = prospect.promises
    if sighting.via >= 0, prospects[Int(sighting.via)].family != prospect.family,
      prospects[Int(sighting.via)].url.path != prospect.url.path
    {
      prospect.isOwnOffspring = false
    }
    if !sighting.isOffSite { prospect.isOffSite = false }
    prospect.take(sighting.promise, by: ledger)
    guard before != prospect.promises else { return }
    if prospect.isTelling, !prospects[index].isTelling { noteDiscovery(of: prospect) }
    prospects[index] = prospect
    if !prospect.isDeferred { enqueue(index) }
  }

  // MARK: Taking

  mutating func begin(_ index: Int) {
    prospects[index].state = .underWay
    noteChangeOfList(index)
    waiting -= 1
    taken += 1
    if taken.isMultiple(of: 100) { reweigh() }
  }

  private mutating func noteChangeOfList(_ index: Int) {
    if prospects[index].list >= 0 { listings.noteChange(of: prospects[index].list) }
  }

  mutating func end(_ index: Int) {
    noteChangeOfList(index)
    if prospects[index].state == .waiting { waiting -= 1 }
    prospects[index].state = .done
    if prospects[index].isPartOfList {
      prospects[index].isPartOfList = false
      listings.close(partOf: ListPart(shownAt: prospects[index].url).list)
    }
  }

  /// Puts an address back for a later attempt.
  mutating func putBack(_ index: Int, notBefore due: Duration?) {
    prospects[index].state = .waiting
    noteChangeOfList(index)
    waiting += 1
    guard let due else { return enqueue(index) }
    prospects[index].attempts += 1
    prospects[index].stamp += 1
    prospects[index].isDeferred = true
    deferred.append((due, index))
  }

  /// Makes due retries available; returns when the next one will be.
  mutating func release(at now: Duration) -> Duration? {
    for entry in deferred where entry.due <= now {
      prospects[entry.index].isDeferred = false
      enqueue(entry.index)
    }
    deferred.removeAll { $0.due <= now }
    return deferred.map(\.due).min()
  }

  // MARK: Learning

  mutating func learn(_ lesson: Lesson, from index: Int) { experience.learn(lesson, from: prospects[index]) }

  /// Whether the address is the offspring of a family that breeds nothing new.
  func isTrapped(_ index: Int) -> Bool {
    let prospect = prospects[index]
    return prospect.isOwnOffspring && prospect.confidence < LinkPromise.naming
      && experience.record(ofFamily: prospect.family).isClosed
  }

  mutating func setPurpose(_ purpose: Visit.Purpose, of index: Int) { prospects[index].purpose = purpose }

  /// Takes an address up again, for another purpose than before.
  mutating func revive(_ index: Int, as purpose: Visit.Purpose) {
    guard prospects[index].state != .underWay else { return }
    if prospects[index].state == .done { waiting += 1 }
    prospects[index].state = .waiting
    prospects[index].purpose = purpose
    enqueue(index)
  }
}

extension WebURL {
  /// Whether another address lies under this one's path, which relative links of PATH_INFO scripts make.
  fileprivate func isFolder(of other: WebURL) -> Bool {
    path.utf8.count > 1 && path.hasSuffix("/") && other.path.hasPrefix(path) && other.host == host
  }
}

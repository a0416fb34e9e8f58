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
    /// A redirect leads here: asked for as written, even where its key is known already.
    var isRedirect = false
  }

  private(set) var prospects: [Prospect] = []
  var canonicalizer: URLCanonicalizer
  var ledger: ConceptLedger
  private var indices: [WebURL: Int32] = [:]
  private var queues: [String: PriorityQueue] = [:]
  /// Origins in the order in which they were met.
  private(set) var origins: [String] = []
  private var families = Interned()
  private var spots = Interned()
  private var familyRecords: [FamilyRecord] = []
  private var spotRecords: [Payoff] = []
  /// Retries, with the moment before which they are not due.
  private var deferred: [(due: Duration, index: Int)] = []
  private(set) var waiting = 0
  /// Pages and documents made known, or named for the first time, so far.
  private(set) var discoveries = 0
  /// Addresses not remembered because there were too many.
  private(set) var forgotten = 0
  private var taken = 0

  init(sought: [ConceptID]) {
    canonicalizer = URLCanonicalizer()
    ledger = ConceptLedger(sought: sought)
  }

  // MARK: Knowing

  /// Takes note of an address. Returns its place when it was not known before.
  @discardableResult
  mutating func note(_ sighting: Sighting) -> Int? {
    let url = sighting.isRedirect ? sighting.url.withoutFragment : canonicalizer.requestAddress(sighting.url)
    let key = canonicalizer.canonical(url)
    // Asked for by the very spelling first: what the canonicaliser learns changes keys, never addresses.
    if let known = indices[url] ?? indices[key] {
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
    indices[url] = Int32(index)
    if indices[key] == nil { indices[key] = Int32(index) }
    waiting += 1
    if PathEnding(url) != .media { discoveries += 1 }
    enqueue(index)
    return index
  }

  /// The place of an address that is known by this very spelling or another.
  func index(of url: WebURL) -> Int? {
    if let exact = indices[url] { return Int(exact) }
    return indices[canonicalizer.canonical(url)].map(Int.init)
  }

  /// The place of the address that is asked for by exactly this spelling.
  func exactIndex(of url: WebURL) -> Int? {
    index(of: url).flatMap { prospects[$0].url == url ? $0 : nil }
  }

  private mutating func prospect(at url: WebURL, _ sighting: Sighting) -> Prospect {
    let family = families.number(of: PathFamily.name(of: url))
    while familyRecords.count < families.count { familyRecords.append(FamilyRecord()) }
    familyRecords[Int(family)].members += 1
    let spot = spots.number(of: sighting.spot)
    while spotRecords.count < spots.count { spotRecords.append(Payoff()) }
    var prospect = Prospect(
      url: url, via: sighting.via, purpose: sighting.purpose, depth: UInt16(clamping: sighting.depth), family: family,
      spot: spot)
    prospect.hops = UInt8(clamping: sighting.hops)
    prospect.isOffSite = sighting.isOffSite
    prospect.isDocument = PathEnding(url) == .document
    if sighting.via >= 0 {
      let parent = prospects[Int(sighting.via)]
      prospect.isOwnOffspring = parent.url.path == url.path || parent.family == family || parent.url.isFolder(of: url)
    }
    prospect.take(sighting.promise, by: ledger)
    return prospect
  }

  /// A second link to a known address may say more about it, or show that it is no trap's own offspring.
  private mutating func improve(_ index: Int, with sighting: Sighting) {
    guard prospects[index].state == .waiting else { return }
    var prospect = prospects[index]
    let before = (
      prospect.concept, prospect.confidence, prospect.isIndex, prospect.isTelling, prospect.isOwnOffspring
    )
    if sighting.via >= 0, prospects[Int(sighting.via)].family != prospect.family,
      prospects[Int(sighting.via)].url.path != prospect.url.path
    {
      prospect.isOwnOffspring = false
    }
    if !sighting.isOffSite { prospect.isOffSite = false }
    prospect.take(sighting.promise, by: ledger)
    let after = (
      prospect.concept, prospect.confidence, prospect.isIndex, prospect.isTelling, prospect.isOwnOffspring
    )
    guard before != after else { return }
    if prospect.isTelling, !prospects[index].isTelling { discoveries += 1 }
    prospects[index] = prospect
    enqueue(index)
  }

  // MARK: Order

  /// What an address is worth now.
  func priority(of prospect: Prospect) -> Float {
    switch prospect.purpose {
    case .robots: return 100
    case .sitemap: return 40 - Float(prospect.depth)
    case .soft404Control: return 20
    case .page: break
    }
    if prospect.via < 0 { return 50 }
    let family = familyRecords[Int(prospect.family)]
    var worth = 0.25 + 0.6 * spotRecords[Int(prospect.spot)].expectation + 0.3 * family.payoff.expectation
    let topics =
      topicWorth(prospect.concept, prospect.confidence)
      + 0.3 * topicWorth(prospect.secondConcept, prospect.secondConfidence)
    worth += prospect.year < 0 ? 0.5 * topics : topics
    worth += family.listWorth + family.curiosity - family.sizeDiscount * max(0, 1 - topics)
    if prospect.isIndex { worth += prospect.year < 0 ? 0.4 : 1.6 }
    if prospect.concept < 0 && prospect.isDocument { worth -= 0.4 }
    if prospect.concept < 0 && prospect.isTelling { worth -= 0.15 }
    if prospect.hops > 0 { worth += 0.3 }
    worth += 0.15 * prospect.year - 0.02 * Float(min(prospect.depth, 20))
    if prospect.isOwnOffspring { worth -= 0.1 }
    if prospect.isOffSite { worth -= 0.2 }
    return worth - 0.05 * Float(prospect.attempts)
  }

  private func topicWorth(_ concept: Int16, _ confidence: Float) -> Float {
    guard concept >= 0 else { return 0 }
    return (0.3 + confidence) * ledger.worth(of: Int(concept))
  }

  private mutating func enqueue(_ index: Int) {
    prospects[index].stamp += 1
    let prospect = prospects[index]
    let origin = prospect.url.origin
    if queues[origin] == nil { origins.append(origin) }
    queues[origin, default: PriorityQueue()].insert(
      .init(priority: priority(of: prospect), index: Int32(index), stamp: prospect.stamp))
  }

  /// The best waiting address of an origin, with its worth. Worths sink while the crawl learns, so the first of the
  /// queue is weighed again before it is believed.
  mutating func best(of origin: String) -> (index: Int, priority: Float)? {
    guard var queue = queues.removeValue(forKey: origin) else { return nil }
    defer { queues[origin] = queue }
    for _ in 0..<Self.reweighings {
      while let entry = queue.first, isStale(entry) { queue.removeFirst() }
      guard let entry = queue.first else { return nil }
      let priority = priority(of: prospects[Int(entry.index)])
      if priority >= entry.priority - 0.02 { return (Int(entry.index), priority) }
      queue.removeFirst()
      queue.insert(.init(priority: priority, index: entry.index, stamp: entry.stamp))
    }
    return queue.first.flatMap { isStale($0) ? nil : (Int($0.index), $0.priority) }
  }

  private static let reweighings = 400

  private func isStale(_ entry: PriorityQueue.Entry) -> Bool {
    let prospect = prospects[Int(entry.index)]
    return prospect.stamp != entry.stamp || prospect.state != .waiting
  }

  /// Weighs everything anew: worths that rose are only seen so.
  private mutating func reweigh() {
    for origin in origins {
      guard let entries = queues[origin]?.drain() else { continue }
      for entry in entries where !isStale(entry) {
        let priority = priority(of: prospects[Int(entry.index)])
        queues[origin]?.insert(.init(priority: priority, index: entry.index, stamp: entry.stamp))
      }
    }
  }

  // MARK: Taking

  mutating func begin(_ index: Int) {
    prospects[index].state = .underWay
    waiting -= 1
    taken += 1
    if taken.isMultiple(of: 100) { reweigh() }
  }

  mutating func end(_ index: Int) {
    if prospects[index].state == .waiting { waiting -= 1 }
    prospects[index].state = .done
  }

  /// Puts an address back for a later attempt.
  mutating func putBack(_ index: Int, notBefore due: Duration?) {
    prospects[index].state = .waiting
    waiting += 1
    guard let due else { return enqueue(index) }
    prospects[index].attempts += 1
    prospects[index].stamp += 1
    deferred.append((due, index))
  }

  /// Makes due retries available; returns when the next one will be.
  mutating func release(at now: Duration) -> Duration? {
    for entry in deferred where entry.due <= now { enqueue(entry.index) }
    deferred.removeAll { $0.due <= now }
    return deferred.map(\.due).min()
  }

  // MARK: Learning

  /// - Parameters:
  ///   - newLetters: Letters of the page that stood on no page before.
  ///   - discoveries: Addresses that it made known.
  ///   - didPay: Whether it brought something sought nearer.
  mutating func learn(_ index: Int, newLetters: Int, discoveries: Int = 0, didPay: Bool) {
    let prospect = prospects[index]
    spotRecords[Int(prospect.spot)].note(paid: didPay)
    familyRecords[Int(prospect.family)].note(
      newLetters: newLetters, discoveries: discoveries, isOwnOffspring: prospect.isOwnOffspring, didPay: didPay)
  }

  /// Whether the address is the offspring of a family that breeds nothing new.
  func isTrapped(_ index: Int) -> Bool {
    let prospect = prospects[index]
    return prospect.isOwnOffspring && prospect.confidence < LinkPromise.naming
      && familyRecords[Int(prospect.family)].isClosed
  }

  /// What is known about a family of addresses.
  func record(ofFamily family: Int32) -> FamilyRecord { familyRecords[Int(family)] }

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

extension Prospect {
  /// Keeps the better of what was known and what a link says; of several concepts the two that are worth most now.
  mutating func take(_ promise: LinkPromise, by ledger: ConceptLedger) {
    isIndex = isIndex || promise.isIndex
    isTelling = isTelling || promise.isTelling
    year = year == 0 ? promise.year : max(year, promise.year)
    guard !promise.topics.isEmpty else { return }
    var topics = topics
    for topic in promise.topics {
      if let known = topics.firstIndex(where: { $0.concept == topic.concept }) {
        topics[known].confidence = max(topics[known].confidence, topic.confidence)
      } else {
        topics.append(topic)
      }
    }
    let worth = { (topic: LinkPromise.Topic) in topic.confidence * ledger.worth(of: topic.concept) }
    topics.sort { (worth($0), $1.concept) > (worth($1), $0.concept) }
    self.topics = topics
  }

  /// The concepts its links name, at most two.
  var topics: [LinkPromise.Topic] {
    get {
      [(concept, confidence), (secondConcept, secondConfidence)]
        .filter { $0.0 >= 0 }.map { LinkPromise.Topic(concept: Int($0.0), confidence: $0.1) }
    }
    set {
      (concept, confidence) = newValue.first.map { (Int16(clamping: $0.concept), $0.confidence) } ?? (-1, 0)
      let second = newValue.dropFirst().first
      (secondConcept, secondConfidence) = second.map { (Int16(clamping: $0.concept), $0.confidence) } ?? (-1, 0)
    }
  }
}

extension WebURL {
  /// Whether another address lies under this one's path, which relative links of PATH_INFO scripts make.
  fileprivate func isFolder(of other: WebURL) -> Bool {
    path.utf8.count > 1 && path.hasSuffix("/") && other.path.hasPrefix(path) && other.host == host
  }
}

import AuditCore

/// What comes next: of every origin the most promising address, of equals the one known longest.
extension Frontier {
  /// What an address is worth now: roughly, how much of what is sought asking for it will bring.
  ///
  /// Three things add up. What its links *name*; what was *learnt* from links at the same spot and from addresses of the
  /// same family; and what is *not known yet* about its kind. So the order is: the site's own lists, what names a thing
  /// not found yet and what hangs on such a page, one page of every kind, lists that name things, and only then the
  /// mass of addresses of a kind that was looked into and did not pay.
  func worth(of prospect: Prospect) -> Float {
    switch prospect.purpose {
    case .robots: return 100
    case .sitemap: return 40 - Float(prospect.depth)
    case .soft404Control: return 20
    case .page: break
    }
    if prospect.via < 0 { return 50 }
    let family = experience.record(ofFamily: prospect.family)
    let topics = topicWorth(of: prospect)
    var worth = 0.25 + 0.6 * experience.payoff(ofSpot: prospect.spot).expectation + 0.3 * family.payoff.expectation
    worth += topics + indexWorth(of: prospect) + family.listWorth
    worth += family.curiosity * (1 + min(0, prospect.year)) - family.sizeDiscount * max(0, 1 - topics)
    if prospect.hops > 0 { worth += 0.3 }
    return worth - obscurity(of: prospect)
  }

  /// What its links name. Of another year it is worth something only while nothing of the right one was found: it
  /// then tells "outdated" from "missing".
  private func topicWorth(of prospect: Prospect) -> Float {
    let isOld = prospect.year < 0
    let isAttached = prospect.isAttachment && !prospect.isOwnOffspring
    let worths = prospect.topics.map { topic in
      (0.3 + topic.confidence) * (prospect.year <= -1 ? 0.7 : 1)
        * ledger.need(of: topic.concept, isOfOtherYear: isOld, isAttached: isAttached)
    }
    guard let first = worths.first else { return 0 }
    return first + 0.3 * (worths.dropFirst().first ?? 0) + (isAttached && !isOld ? 0.4 : 0)
  }

  private func indexWorth(of prospect: Prospect) -> Float {
    guard prospect.isIndex else { return 0 }
    return prospect.year < 0 ? 0.4 : 1.6
  }

  /// What speaks against an address: a file nobody named, words of its own that name something else, another year, a
  /// long way from the home page, another host, answers that failed.
  private func obscurity(of prospect: Prospect) -> Float {
    var obscurity = 0.02 * Float(min(prospect.depth, 20)) + 0.3 * Float(prospect.attempts) - 0.15 * prospect.year
    if prospect.concept < 0 {
      if prospect.isDocument { obscurity += 0.4 }
      if prospect.isTelling { obscurity += 0.15 }
      if prospect.year < 0 { obscurity += 0.15 }
    }
    if prospect.isOwnOffspring { obscurity += 0.1 }
    if prospect.isOffSite { obscurity += 0.2 }
    return obscurity
  }

  /// The best waiting address of an origin, with its worth. What cannot change the outcome is set aside.
  mutating func best(of origin: String) -> (index: Int, priority: Float)? {
    guard var queue = queues.removeValue(forKey: origin) else { return nil }
    defer { queues[origin] = queue }
    while let best = queue.best(isStale: isStale, worth: { worth(of: prospects[Int($0)]) }) {
      if matters(Int(best.index)) { return (Int(best.index), best.priority) }
      queue.removeFirst()
      setAside.append(best.index)
    }
    return nil
  }

  /// Whether an address is to be asked for when its turn comes: as long as something is missing every one is.
  func matters(_ index: Int) -> Bool {
    !stopsWhenSettled || !ledger.isComplete || SettlementRule.matters(prospects[index], at: index, in: self)
  }

  /// Puts back what was set aside and matters after all, because more of its kind was seen. Returns whether there was
  /// any.
  @discardableResult
  mutating func reconsider() -> Bool {
    let entries = setAside
    setAside = []
    var isAny = false
    for entry in entries where prospects[Int(entry)].state == .waiting {
      if matters(Int(entry)) {
        enqueue(Int(entry))
        isAny = true
      } else {
        setAside.append(entry)
      }
    }
    return isAny
  }

  mutating func enqueue(_ index: Int) {
    prospects[index].stamp += 1
    let prospect = prospects[index]
    let origin = prospect.url.origin
    if queues[origin] == nil { origins.append(origin) }
    queues[origin, default: PriorityQueue()].insert(
      .init(priority: worth(of: prospect), index: Int32(index), stamp: prospect.stamp))
  }

  /// Weighs everything anew: worths that rose are only seen so.
  mutating func reweigh() {
    reconsider()
    for origin in origins {
      guard let entries = queues[origin]?.drain() else { continue }
      for entry in entries where !isStale(entry) {
        let worth = worth(of: prospects[Int(entry.index)])
        queues[origin]?.insert(.init(priority: worth, index: entry.index, stamp: entry.stamp))
      }
    }
  }

  /// Whether an entry speaks of an address that was asked for meanwhile, or of what it was worth before.
  private func isStale(_ entry: PriorityQueue.Entry) -> Bool {
    let prospect = prospects[Int(entry.index)]
    return prospect.stamp != entry.stamp || prospect.state != .waiting
  }
}

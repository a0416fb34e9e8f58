import AuditCore
import WebURL

/// What the crawl learns from a page: where its links lead and whether it was worth asking for.
extension Crawler {
  func read(_ delivery: Delivery, of index: Int) {
    let prospect = frontier.prospects[index]
    // What stands at the home page is the site, also where the same is shown for every address that does not exist.
    let isHome = index == home
    let first = Int(knownContent.firstAddress(showing: delivery.digest.hashValue, at: Int32(index)))
    guard isHome || first == index else {
      // The same bytes under another address: nothing in it is new, its links least of all.
      if !prospect.isOffSite, delivery.body.count > 200 {
        frontier.canonicalizer.learn(prospect.url, answersAs: frontier.prospects[first].url)
      }
      noteSight(of: index, standIn: standIns[delivery.digest])
      return frontier.learn(.nothing, from: index)
    }
    guard Self.mayHoldLinks(delivery) else {
      noteSight(of: index, standIn: nil)
      return frontier.learn(Lesson(newLetters: 1_000, gain: noteDelivery(of: prospect)), from: index)
    }
    let document = services.extractor.document(from: delivery, at: prospect.url)
    let standIn = standIn(for: document, delivery)
    noteSight(of: index, standIn: standIn)
    let missingPage = isHome ? nil : gates[prospect.url.origin]?.missingPage
    if let missingPage, missingPage.isShown(by: delivery, document, at: prospect.url) {
      return frontier.learn(.nothing, from: index)
    }
    let gain = standIn == nil ? noteDelivery(of: prospect) : 0
    var lesson = Lesson(newLetters: newLetters(of: document), gain: gain)
    let topics = priority.topics(ofPage: document)
    if let topic = topics.first, topic.confidence >= Self.sure, !prospect.isIndex {
      if !frontier.ledger.isFound(topic.concept) { lesson.gain = 1 }
      if topic.concept != Int(prospect.concept) {
        frontier.ledger.noteDelivery(of: topic.concept, isOfOtherYear: prospect.year < 0)
      }
    }
    let before = (pages: frontier.pages, discoveries: frontier.discoveries)
    if !prospect.isOffSite { lesson.gain += noteLinks(of: document, on: index, topic: topics.first) }
    lesson.discoveries = frontier.discoveries - before.discoveries
    lesson.newAddresses = frontier.pages - before.pages
    frontier.learn(lesson, from: index)
  }

  /// Words this sure of a concept speak for the page, not only for a link.
  private static let sure: Float = 0.6

  /// Counts a delivery for the concept its link named; returns what that gains.
  private func noteDelivery(of prospect: Prospect) -> Float {
    guard prospect.concept >= 0, prospect.confidence >= LinkPromise.naming else { return 0 }
    let concept = Int(prospect.concept)
    defer { frontier.ledger.noteDelivery(of: concept, isOfOtherYear: prospect.year < 0) }
    return frontier.ledger.isFound(concept) || prospect.year < 0 ? 0 : 1
  }

  /// Files are read by others; here only what may hold links.
  private static func mayHoldLinks(_ delivery: Delivery) -> Bool {
    let head = delivery.body.prefix(8)
    let isFile = [[0x25, 0x50, 0x44, 0x46], [0x50, 0x4B, 3, 4], [0xD0, 0xCF, 0x11, 0xE0], [0x52, 0x61, 0x72, 0x21]]
      .contains { head.starts(with: $0) }
    return !isFile && !delivery.body.isEmpty && delivery.body.count <= 10_000_000
  }

  /// Letters in blocks that stood on no page before.
  private func newLetters(of document: Document) -> Int {
    var letters = 0
    for block in document.blocks where knownBlocks.count < 4_000_000 {
      if knownBlocks.insert(ExactText(block.text).hashValue).inserted { letters += block.text.unicodeScalars.count }
    }
    return letters
  }

  /// Notes the links of a page; returns what the new ones that name something sought gain.
  private func noteLinks(of document: Document, on index: Int, topic: LinkPromise.Topic?) -> Float {
    var named: Set<Int> = []
    var sightings: [(link: Link, sighting: Frontier.Sighting)] = []
    let part = ListPart(shownAt: frontier.prospects[index].url)
    for link in document.links.prefix(Self.maximumLinks) {
      guard let sighting = sighting(of: link, on: index, showing: part, title: document.title) else { continue }
      if let best = sighting.promise.topics.first, sighting.promise.names, link.region == .main {
        named.insert(best.concept)
      }
      sightings.append((link, sighting))
    }
    let isOutdated = Self.isOutdated(sightings.map(\.sighting))
    let heir = named.count <= Self.topicsOfOnePage ? ownTopic(of: index, topic) : nil
    var gain: Float = 0
    for (link, sighting) in sightings {
      var sighting = sighting
      inherit(heir, by: link, &sighting, from: index)
      if isOutdated, sighting.promise.year == 0, link.region == .main { sighting.promise.year = -1 }
      if sighting.isOffSite {
        guard sighting.promise.names, offSiteCount < Self.maximumOffSite else { continue }
        if frontier.note(sighting) != nil { offSiteCount += 1 }
      } else if frontier.note(sighting) != nil, sighting.promise.names, sighting.promise.year >= 0,
        let best = sighting.promise.topics.first
      {
        gain += frontier.ledger.isFound(best.concept) ? Lesson.moreOfTheSame : 1
      }
    }
    return gain
  }

  /// Whether a page lists things of other years: of its links half or more say so. What else it leads to, the next page
  /// of the list above all, then leads away from the year in focus.
  private static func isOutdated(_ sightings: [Frontier.Sighting]) -> Bool {
    let old = sightings.count { $0.promise.year < 0 }
    return old >= 3 && !sightings.contains { $0.promise.year > 0 } && old * 2 >= sightings.count
  }

  /// A page that names more concepts than this in its own part is a list of them, not a page about one.
  private static let topicsOfOnePage = 3
  private static let maximumLinks = 20_000
  private static let maximumOffSite = 300

  private func ownTopic(of index: Int, _ topic: LinkPromise.Topic?) -> LinkPromise.Topic? {
    let prospect = frontier.prospects[index]
    if prospect.concept >= 0, prospect.confidence >= LinkPromise.naming {
      return .init(concept: Int(prospect.concept), confidence: prospect.confidence)
    }
    return topic.flatMap { $0.confidence >= Self.sure ? $0 : nil }
  }

  /// What a page about one concept holds ("ดาวน์โหลด", a frame, the newer year's file) is about that concept too.
  private func inherit(
    _ topic: LinkPromise.Topic?, by link: Link, _ sighting: inout Frontier.Sighting, from index: Int
  ) {
    guard let topic, !sighting.promise.names else { return }
    switch link.kind {
    case .frame, .embed, .refresh:
      sighting.promise.topics = [topic]
      sighting.promise.isAttachment = true
    case .anchor, .area, .script:
      guard link.region == .main else { return }
      let isFile = sighting.url.isHTTP && PathEnding(sighting.url) == .document
      sighting.promise.isAttachment = isFile || !sighting.promise.isTelling
      let share: Float = isFile ? 0.85 : sighting.promise.isTelling ? 0.5 : 0.65
      sighting.promise.topics = [.init(concept: topic.concept, confidence: topic.confidence * share)]
    case .form, .canonical, .alternate, .dead: return
    }
  }

  /// A link as the frontier is told of it; nil where it leads nowhere we go, or stood with the same words on an
  /// earlier page.
  private func sighting(
    of link: Link, on index: Int, showing part: ListPart, title: String
  ) -> Frontier.Sighting? {
    guard let target = link.target, link.kind != .form, link.kind != .dead, link.kind != .alternate else { return nil }
    var hasher = Hasher()
    for text in [target.href, link.text, link.before] { hasher.combine(ExactText(text)) }
    for text in link.row { hasher.combine(ExactText(text)) }
    hasher.combine(link.region)
    guard knownLinks.count < 2_000_000, knownLinks.insert(hasher.finalize()).inserted else { return nil }
    let place = scope.place(of: target)
    guard place == .site || place == .offSite && !plan.sought.isEmpty else { return nil }
    let depth = Int(frontier.prospects[index].depth) + 1
    return Frontier.Sighting(
      url: target, via: Int32(index), promise: priority.promise(of: link, pageTitle: title), depth: depth,
      isOffSite: place == .offSite, spot: link.region.rawValue + " " + link.domPath, part: part)
  }
}

import ThaiText
import WebURL

/// Holds one candidate against one item: is it delivered, is it the thing, is it of the period, is it whole?
struct CandidateJudge {
  private let index: SiteIndex
  private let pages: PageReadings
  private let finder: CandidateFinder
  private let item: ItemRule
  private let periods: CandidatePeriods
  private let checks: [(rule: ElementRule, check: ElementCheck)]
  private let emptyStatements: [[UInt8]]
  private let site: SiteSigns
  /// Names of the channel that the item's own must be apart from, folded.
  private let apart: [[UInt8]]

  init(
    index: SiteIndex, pages: PageReadings, finder: CandidateFinder, item: ItemRule, concept: ConceptID,
    year: FiscalYear, site: SiteSigns, apart: ConceptNames?
  ) {
    self.index = index
    self.pages = pages
    self.finder = finder
    self.item = item
    self.site = site
    self.apart = (apart.map { $0.strong + $0.weak } ?? []).map { ThaiFolding.fold($0.text) }
    periods = CandidatePeriods(index: index, pages: pages, finder: finder, item: item, year: year)
    // In an item that joins several duties only the elements of the one that the candidate is about are asked for.
    let asked = item.elements.filter { $0.concept == nil || $0.concept == concept }
    checks = asked.map { ($0, ElementCheck($0, site: site)) }
    emptyStatements = item.emptyStatement.map { ThaiFolding.fold($0) }
  }

  func assess(_ candidate: Candidate) -> Assessment {
    let label = periods.label(of: candidate)
    switch candidate.target {
    case .deadLink:
      return failed(
        candidate, .broken(Bilingual(th: "ลิงก์ไม่มีปลายทาง", en: "the link has no address behind it")), nil, label)
    case .astray(let page):
      return failed(
        candidate,
        .broken(
          Bilingual(
            th: "ลิงก์พาไปหน้าอื่น (เปลี่ยนเส้นทางไปหน้าแรกหรือวนซ้ำ)", en: "the link redirects to the home page or in circles")),
        page, label)
    case .notRecorded(let address):
      if item.ownPage { return onOwnPage(candidate, label) }
      return failed(
        candidate,
        .unreadable(.notSought, Bilingual(th: "ยังไม่ได้เปิดดู \(address)", en: "not opened: \(address)")), nil, label)
    case .page(let page):
      return assess(candidate, at: page, label)
    }
  }

  private func assess(_ candidate: Candidate, at page: Int, _ label: PeriodFinding) -> Assessment {
    let condition = index.pages[page].condition
    if item.ownPage { return condition.isBroken ? brokenPage(candidate, page, label) : onOwnPage(candidate, label) }
    if condition.isBroken { return brokenPage(candidate, page, label) }
    if let cause = condition.unknownCause {
      return failed(candidate, .unreadable(cause, ConditionWords.of(condition)), page, label)
    }
    return judgeContent(candidate, at: page, label)
  }

  private func brokenPage(_ candidate: Candidate, _ page: Int, _ label: PeriodFinding) -> Assessment {
    failed(candidate, .broken(ConditionWords.of(index.pages[page].condition)), page, label)
  }

  private func failed(
    _ candidate: Candidate, _ outcome: Assessment.Outcome, _ page: Int?, _ label: PeriodFinding
  ) -> Assessment {
    Assessment(
      candidate: candidate, page: page, outcome: outcome, period: label, isLeading: false, ownTopic: 0, found: [],
      missing: [], confidence: candidate.confidence * 0.95, bundle: nil)
  }

  // MARK: Content

  private func judgeContent(_ candidate: Candidate, at page: Int, _ label: PeriodFinding) -> Assessment {
    let bundle = bundle(of: candidate, at: page)
    var found: [Assessment.FoundElement] = []
    var missing: [ElementRule] = []
    let statesEmpty = bundle.parts.contains { part in emptyStatements.contains { part.text.contains($0) } }
    for (rule, check) in checks where rule.need != .cannotCheck {
      switch check.outcome(in: bundle) {
      case .found(let page, let quote): found.append(.init(rule: rule, page: page, quote: quote))
      case .missing where statesEmpty && rule.type != .months: continue
      case .missing, .cannotCheck: missing.append(rule)
      }
    }
    if item.kind == .channel, index.pages[page].document?.mediaType.isDocument == true {
      // A paper about a channel is none.
      missing += found.map(\.rule)
      found = []
    }
    let issuer = IssuerCheck(
      item: item, heading: index.pages[page].heading, apart: apart,
      isNamed: finder.ownTopics[page]?.contains { $0.concept == candidate.concept } ?? false)
    if let lacking = issuer.lacking(bundle),
      let place = found.firstIndex(where: { $0.rule.id == lacking.id })
    {
      found.remove(at: place)
      missing.append(lacking)
    }
    let musts = checks.count { $0.rule.need == .must }
    let foundMusts = found.count { $0.rule.need == .must }
    let share = musts == 0 ? (statesEmpty ? 1 : 0) : Double(foundMusts) / Double(musts)
    let topic = topicConfidence(
      of: candidate, at: page, share: share, hasSome: item.kind == .channel && !found.isEmpty,
      hasSigns: !found.isEmpty || missing.isEmpty || statesEmpty)
    let period = periods.content(of: page, bundle, label)
    if isListing(candidate, at: page) {
      return assessment(candidate, page, .listing, period, found, missing, 0, bundle)
    }
    guard topic > 0.4 else {
      let other = finder.ownTopics[page]?.first?.name ?? title(of: page)
      let why = Bilingual(
        th: "เปิดแล้วเป็นเรื่องอื่น" + (other.isEmpty ? "" : ": “\(Quotation.of(other))”"),
        en: "opens something else" + (other.isEmpty ? "" : ": “\(Quotation.of(other))”"))
      return assessment(candidate, page, .anotherThing(why), label, found, missing, candidate.confidence, bundle)
    }
    let certainty = topic * (bundle.isDamaged ? 0.85 : 1)
    if period.isUnproven(beside: label) {
      let read = period.words ?? ""
      let why = Bilingual(
        th: "ปีอ่านจากภาพสแกนเท่านั้น (\(read)) ยังยืนยันไม่ได้ ให้ใส่ปีในชื่อลิงก์ หรือใช้ไฟล์ที่มีข้อความ",
        en: "the year was read from a picture only (\(read)): say it in the link's words, or give a file with text")
      return assessment(candidate, page, .unreadable(.noText, why), label, found, missing, certainty, bundle)
    }
    switch period.fit {
    case .otherPeriod:
      return assessment(candidate, page, .otherPeriod, period, found, missing, certainty * period.confidence, bundle)
    case .fits, .rightYearOnly, .unstated:
      let musts = missing.filter { $0.need == .must }
      let outcome: Assessment.Outcome = musts.isEmpty && period.fit != .unstated ? .complete : .incomplete
      return assessment(candidate, page, outcome, period, found, missing, certainty * period.confidence, bundle)
    }
  }

  /// What a page is about: its first heading that the home page does not bear as well, such as the town's name.
  private func title(of page: Int) -> String {
    let home = Set(index.homePage.flatMap { index.pages[$0].document?.blocks.map(\.text) } ?? [])
    for block in index.pages[page].ownBlocks.prefix(40) {
      if case .heading = block.kind, IndexedPage.speaks(block.text), !home.contains(block.text) { return block.text }
    }
    return index.pages[page].heading
  }

  private func assessment(
    _ candidate: Candidate, _ page: Int, _ outcome: Assessment.Outcome, _ period: PeriodFinding,
    _ found: [Assessment.FoundElement], _ missing: [ElementRule], _ confidence: Double, _ bundle: EvidenceBundle
  ) -> Assessment {
    Assessment(
      candidate: candidate, page: page, outcome: outcome, period: period,
      isLeading: leadsOn(from: page, candidate), ownTopic: ownTopic(of: candidate, at: page),
      found: found, missing: missing, confidence: min(1, confidence), bundle: bundle)
  }

  /// How sure it is that the content is the thing: its own heading, else its elements, else nothing.
  ///
  /// - Parameter hasSigns: where nothing is required: it holds something of what other years ask for, or they ask for
  ///   nothing.
  private func topicConfidence(
    of candidate: Candidate, at page: Int, share: Double, hasSome: Bool, hasSigns: Bool
  ) -> Double {
    let own = finder.ownTopics[page] ?? []
    if let match = own.first(where: { $0.concept == candidate.concept }) {
      return max(match.confidence, min(1, 0.75 + 0.25 * share))
    }
    if let other = own.first, other.confidence >= 0.75, share < 0.5 { return 0.2 }
    if share >= 0.5 { return min(0.95, 0.65 + 0.3 * share) * max(0.85, candidate.confidence) }
    if item.elements.allSatisfy({ $0.need != .must }), candidate.confidence >= 0.8 { return hasSigns ? 0.6 : 0.42 }
    return share > 0 || hasSome ? 0.5 : 0.2
  }

  /// The page itself and the files on it that inherit its topic.
  private func bundle(of candidate: Candidate, at page: Int) -> EvidenceBundle {
    var parts = [part(page)]
    if index.pages[page].document?.mediaType == .html, item.kind != .document {
      for link in index.pages[page].links where finder.isOwn(link) && parts.count < 12 {
        guard let key = index.links[link].targetKey, case .page(let child) = index.arrival(at: key), child != page,
          index.pages[child].condition.isReadable, index.pages[child].document?.mediaType != .html,
          !parts.contains(where: { $0.page == child })
        else { continue }
        parts.append(part(child))
      }
    }
    return EvidenceBundle(parts: parts)
  }

  private func part(_ page: Int) -> EvidenceBundle.Part {
    let indexed = index.pages[page]
    return EvidenceBundle.Part(
      page: page, text: pages.text(of: page),
      document: indexed.document ?? Document(mediaType: .binary),
      links: indexed.links.filter { finder.isOwn($0) }.map { index.links[$0].link })
  }

  private func ownTopic(of candidate: Candidate, at page: Int) -> Double {
    finder.ownTopics[page]?.first { $0.concept == candidate.concept }?.confidence ?? 0
  }

  /// What the page leads to comes before what it says itself.
  private func leadsOn(from page: Int, _ candidate: Candidate) -> Bool {
    switch item.kind {
    case .document: leads(on: candidate, at: page)
    case .channel: leadsToChannel(candidate, from: page)
    case .page: false
    }
  }

  /// A page without a form that names the channel again on a link of its own: that link is the way to it.
  private func leadsToChannel(_ candidate: Candidate, from page: Int) -> Bool {
    guard let document = index.pages[page].document, document.mediaType == .html,
      !document.forms.contains(where: ElementCheck.isWorking)
    else { return false }
    return index.pages[page].links.contains { link in
      guard finder.isOwn(link), let key = index.links[link].targetKey, key != index.pages[page].key else {
        return false
      }
      let isNamed = finder.linkTopics[link]?.first?.concept == candidate.concept
      return isNamed && !leadsToDocument(key) && !isHome(key)
    }
  }

  private func isHome(_ key: String) -> Bool { index.homePage.map { index.pages[$0].key == key } ?? false }

  /// A web page with links of its own that lead to files, or to more about the same concept.
  private func leads(on candidate: Candidate, at page: Int) -> Bool {
    guard index.pages[page].document?.mediaType == .html else { return false }
    return index.pages[page].links.contains { link in
      guard finder.isOwn(link), index.links[link].targetKey != index.pages[page].key else { return false }
      return finder.linkTopics[link]?.contains { $0.concept == candidate.concept } ?? false
        || finder.isAttachment(link) || index.links[link].targetKey.map { leadsToDocument($0) } ?? false
    }
  }

  /// A page that only leads on: beside such links it holds little.
  private func isListing(_ candidate: Candidate, at page: Int) -> Bool {
    switch item.kind {
    case .document: guard leads(on: candidate, at: page) else { return false }
    case .channel:
      guard leadsToChannel(candidate, from: page), leadsToPages(candidate, from: page) else { return false }
    case .page: return false
    }
    let own = index.pages[page].links.filter { finder.isOwn($0) }
    let linkLetters = own.reduce(0) { $0 + index.links[$1].link.text.unicodeScalars.count }
    let letters = index.pages[page].ownBlocks.reduce(0) { sum, block in
      if case .heading = block.kind { sum } else { sum + block.text.unicodeScalars.count }
    }
    return letters - linkLetters < (item.kind == .channel ? 100 : 300)
  }

  /// Every link that names the channel arrives at a page that was read: that page is the channel or is none.
  private func leadsToPages(_ candidate: Candidate, from page: Int) -> Bool {
    index.pages[page].links.allSatisfy { link in
      guard finder.isOwn(link), finder.linkTopics[link]?.first?.concept == candidate.concept else { return true }
      guard let key = index.links[link].targetKey, case .page(let child) = index.arrival(at: key) else { return false }
      return child != page && index.pages[child].condition.isReadable && !index.pages[child].isOffSite
        && index.pages[child].document?.mediaType == .html
    }
  }

  private func leadsToDocument(_ key: String) -> Bool {
    guard case .page(let page) = index.arrival(at: key) else { return false }
    return index.pages[page].document.map { $0.mediaType.isDocument } ?? false
  }

  // MARK: The town's own page

  /// Where the evidence is the page that holds the links (O9): the address behind them is another's.
  private func onOwnPage(_ candidate: Candidate, _ label: PeriodFinding) -> Assessment {
    guard let at = candidate.best?.link else {
      return failed(
        candidate, .anotherThing(Bilingual(th: "ไม่มีลิงก์ไปสื่อสังคมออนไลน์", en: "no link to a social network")), nil, label)
    }
    let page = index.homePage ?? index.links[at].firstPage
    let part = part(page)
    let link = index.links[at].link
    let quote = ClickPaths.label(of: link) + " → " + (link.target?.href ?? "")
    let isElsewhere = link.target.map { !site.siteHosts.contains($0.host ?? "") } ?? false
    let isListedSocial = site.isSocial(link)
    guard isListedSocial || isElsewhere else {
      return judgeContent(candidate, at: page, label)
    }
    let found = item.elements.filter { $0.need != .cannotCheck }.map {
      Assessment.FoundElement(rule: $0, page: page, quote: Quotation.of(quote))
    }
    return Assessment(
      candidate: candidate, page: page, outcome: .complete, period: .notAsked, isLeading: false, ownTopic: 0,
      found: found, missing: [], confidence: isListedSocial ? 0.95 : 0.75, bundle: EvidenceBundle(parts: [part]))
  }
}

import ThaiText

/// Weighs everything that was found for one item into one verdict.
struct ItemJudge {
  private let index: SiteIndex
  private let pages: PageReadings
  private let finder: CandidateFinder
  private let year: FiscalYear
  private let asOf: CivilDate
  private let site: SiteSigns
  private let sought: Set<ConceptID>?
  private let vocabulary: Vocabulary

  /// Below this a verdict that needs content becomes `unknown`, with the best candidate named.
  static let leastConfidence = 0.45
  private static let mostCandidates = 80

  init(
    index: SiteIndex, finder: CandidateFinder, year: FiscalYear, asOf: CivilDate, site: SiteSigns,
    sought: Set<ConceptID>?, vocabulary: Vocabulary
  ) {
    self.index = index
    pages = PageReadings(index: index)
    self.finder = finder
    self.year = year
    self.asOf = asOf
    self.site = site
    self.sought = sought
    self.vocabulary = vocabulary
  }

  /// All items of an edition. A plan is not the report on itself: an item that rests on the paper of its plan, which
  /// calls itself the plan, is judged once more without it.
  func judge(_ items: [ItemRule]) -> [ItemFinding] {
    let findings = items.map { judge($0) }
    let byNumber = Dictionary(findings.map { ($0.item.number, $0) }, uniquingKeysWith: { first, _ in first })
    return findings.map { finding in
      for rule in finding.item.agreesWith where rule.on == .project || rule.on == .measure {
        guard let own = finding.best, let plan = byNumber[rule.item]?.best, let page = plan.page, own.page == page,
          plan.ownTopic > own.ownTopic
        else { continue }
        return judge(finding.item, besides: page)
      }
      return finding
    }
  }

  private func judge(_ item: ItemRule, besides plan: Int? = nil) -> ItemFinding {
    JoinedDuties(item: item, vocabulary: vocabulary)
      .finding(item.concepts.map { .init(concept: $0, finding: judge(item, concept: $0, besides: plan)) })
  }

  private func judge(_ item: ItemRule, concept: ConceptID, besides plan: Int?) -> ItemFinding {
    let judge = CandidateJudge(
      index: index, pages: pages, finder: finder, item: item, concept: concept, year: year, site: site,
      apart: item.separateFrom.flatMap { vocabulary.names(of: $0) })
    let all = finder.candidates(for: concept).filter { candidate in plan.map { candidate.target != .page($0) } ?? true }
    let living = livingWords(all)
    let candidates = all.filter { mayAnswer($0, item, living) }.enumerated()
      .sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
      .prefix(Self.mostCandidates).map(\.element)
    let assessments = candidates.map { judge.assess($0) }.enumerated()
      .sorted { a, b in
        Self.order(a.element, a.offset) < Self.order(b.element, b.offset)
      }.map(\.element)
    var finding = settle(item, concept, assessments)
    finding.weighed = assessments
    finding.nearMisses = nearMisses(assessments, beside: finding)
    if finding.verdict == .missing, finding.nearMisses.isEmpty, let apart = item.separateFrom {
      finding.nearMisses = GeneralChannels(index: index, names: vocabulary.names(of: apart))
        .nearMisses(of: concept)
    }
    if let frame = SiteFrame(index: index, item: item, site: site) {
      finding = frame.completing(finding, concept: concept)
    }
    return due(finding)
  }

  /// What is attached to a channel's page is no channel; a link without an address is no promise where another of the
  /// same words leads on.
  private func mayAnswer(_ candidate: Candidate, _ item: ItemRule, _ living: Set<[UInt8]>) -> Bool {
    if item.kind == .channel, candidate.namings.allSatisfy(\.isInherited) { return false }
    guard let link = candidate.deadLink else { return true }
    return !living.contains(words(of: link))
  }

  /// The words of links that lead to a page; nothing where no link without an address stands beside them.
  private func livingWords(_ candidates: [Candidate]) -> Set<[UInt8]> {
    guard candidates.contains(where: { $0.deadLink != nil }) else { return [] }
    var living: Set<[UInt8]> = []
    for candidate in candidates {
      guard case .page(let page) = candidate.target, index.pages[page].condition.isReadable else { continue }
      for link in candidate.namings.compactMap(\.link) { living.insert(words(of: link)) }
    }
    return living
  }

  private func words(of link: Int) -> [UInt8] { ThaiFolding.fold(index.links[link].link.text) }

  private static func order(_ assessment: Assessment, _ offset: Int) -> (Assessment.Rank, Int, Double, Int) {
    (assessment.rank, assessment.candidate.standing.rawValue, -assessment.confidence, offset)
  }

  private func settle(_ item: ItemRule, _ concept: ConceptID, _ assessments: [Assessment]) -> ItemFinding {
    if let series = SeriesJudge(item: item, year: year).finding(assessments) { return series }
    for assessment in assessments {
      if let finding = finding(item, assessment, among: assessments) { return finding }
    }
    if let sought, !sought.contains(concept) {
      return ItemFinding(item: item, verdict: .unknown, cause: .notSought, confidence: 1)
    }
    guard index.coverage.sufficient else {
      return ItemFinding(item: item, verdict: .unknown, cause: .coverage, confidence: 0.9)
    }
    return ItemFinding(item: item, verdict: .missing, confidence: missingConfidence(assessments))
  }

  /// The verdict one assessment gives by itself, or nil where it settles nothing.
  private func finding(_ item: ItemRule, _ best: Assessment, among all: [Assessment]) -> ItemFinding? {
    switch best.outcome {
    case _ where best.rank >= .nearMiss: return nil
    case .complete:
      guard best.confidence >= Self.leastConfidence else { return unsure(item, best) }
      return ItemFinding(item: item, verdict: .met, confidence: best.confidence, best: best)
    case .incomplete:
      guard best.confidence >= 0.35 else { return nil }
      return incomplete(item, best, among: all)
    case .unreadable(let cause, _):
      let isOlder = best.period.fit == .otherPeriod
      return ItemFinding(
        item: item, verdict: isOlder ? .outdated : .unknown, cause: isOlder ? nil : cause,
        confidence: best.confidence * (isOlder ? 0.7 : 1), best: best)
    case .broken:
      guard best.rank != .brokenElsewhere || item.period.covers == .undated else { return nil }
      return ItemFinding(item: item, verdict: .broken, confidence: best.confidence, best: best)
    case .otherPeriod:
      let newest = Self.newest(all) ?? best
      return ItemFinding(item: item, verdict: .outdated, confidence: newest.confidence, best: newest)
    case .anotherThing:
      let isSure = best.candidate.confidence >= (best.candidate.standing == .listed ? Candidate.sure : 0.8)
      guard isSure, let naming = best.candidate.best, let link = naming.link, !naming.isInherited,
        best.period.fit != .otherPeriod, !isSection(link), !promises(link, what: best.page)
      else { return nil }
      return ItemFinding(item: item, verdict: .broken, confidence: best.confidence * 0.9, best: best)
    case .listing: return nil
    }
  }

  /// The link leads to a place within a page, whose words around it prove nothing.
  private func isSection(_ link: Int) -> Bool { index.links[link].link.target?.fragment?.isEmpty == false }

  /// The words of the link name what it opens as well: they promised no other thing.
  private func promises(_ link: Int, what page: Int?) -> Bool {
    guard let page, let opened = finder.ownTopics[page]?.first?.concept else { return false }
    return finder.linkTopics[link]?.contains { $0.concept == opened } ?? false
  }

  /// The newest version of another period, of equals the one that speaks best.
  private static func newest(_ assessments: [Assessment]) -> Assessment? {
    let older = assessments.filter { $0.rank == .otherPeriod || $0.rank == .otherPeriodElsewhere }
    let last = older.compactMap { $0.period.reading?.interval.upperBound }.max()
    return older.first { $0.period.reading?.interval.upperBound == last }
  }

  /// Elements may be spread over several files: what the others hold is not missing.
  private func incomplete(_ item: ItemRule, _ best: Assessment, among all: [Assessment]) -> ItemFinding {
    var finding = ItemFinding(item: item, verdict: .partial, confidence: best.confidence, best: best)
    let others = all.filter { other in
      guard other.page != best.page, other.confidence >= 0.35 else { return false }
      switch other.outcome {
      case .complete, .incomplete: return true
      default: return false
      }
    }
    for other in others {
      let helps = other.found.contains { element in finding.missing.contains { $0.id == element.rule.id } }
      guard helps else { continue }
      let across = Set(item.elements.filter(\.acrossFiles).map(\.id))
      finding.missing.removeAll { gap in across.contains(gap.id) && other.found.contains { $0.rule.id == gap.id } }
      finding.supporting.append(other)
    }
    if best.period.fit == .unstated { finding.missing.append(.period) }
    if finding.missing.isEmpty { finding.verdict = .met }
    return finding
  }

  private func unsure(_ item: ItemRule, _ best: Assessment) -> ItemFinding {
    ItemFinding(item: item, verdict: .unknown, cause: .noText, confidence: 1 - best.confidence, best: best)
  }

  /// Nothing of the required period, and the day has not come: not due.
  private func due(_ finding: ItemFinding) -> ItemFinding {
    var finding = finding
    guard finding.verdict == .missing || finding.verdict == .outdated, finding.item.period.covers != .undated,
      let due = finding.item.due, asOf <= due.date(in: year)
    else { return finding }
    finding.verdict = .notDue
    return finding
  }

  private func missingConfidence(_ assessments: [Assessment]) -> Double {
    let closest = assessments.map(\.candidate.confidence).max() ?? 0
    return max(0.5, 0.95 - 0.4 * closest)
  }

  private func nearMisses(_ assessments: [Assessment], beside finding: ItemFinding) -> [Assessment] {
    let used = Set(([finding.best] + finding.supporting).compactMap { $0?.page })
    var seen = used
    var near: [Assessment] = []
    for assessment in assessments {
      if case .listing = assessment.outcome { continue }
      if case .complete = assessment.outcome { continue }
      if let page = assessment.page, !seen.insert(page).inserted { continue }
      if assessment.page == nil, finding.verdict == .broken { continue }
      near.append(assessment)
      if near.count == 3 { break }
    }
    return finding.verdict == .met ? [] : near
  }
}

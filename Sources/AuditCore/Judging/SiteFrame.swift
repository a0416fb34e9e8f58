import ThaiText

/// The head and foot that all pages of a site bear. A town whose address and telephone stand there has disclosed them
/// on every page (ITA 2566 O5), whatever its contact page lacks or its link to one does.
struct SiteFrame {
  private let index: SiteIndex
  private let item: ItemRule
  private let checks: [(rule: ElementRule, check: ElementCheck)]

  /// Nil for items that are not the way to reach the body.
  init?(index: SiteIndex, item: ItemRule, site: SiteSigns) {
    guard item.kind == .page, item.elements.contains(where: { $0.type == .address }) else { return nil }
    self.index = index
    self.item = item
    checks = item.elements.filter { $0.need != .cannotCheck }.map { ($0, ElementCheck($0, site: site)) }
  }

  /// The finding with what the frame holds: it fills what a page lacks, and stands in for a page that is not delivered.
  func completing(_ finding: ItemFinding, concept: ConceptID) -> ItemFinding {
    guard [.partial, .broken, .missing].contains(finding.verdict), let frame = assessment(concept) else {
      return finding
    }
    guard finding.verdict == .partial else {
      var shown = ItemFinding(
        item: item, verdict: frame.missing.contains { $0.need == .must } ? .partial : .met,
        confidence: frame.confidence,
        best: frame)
      shown.weighed = finding.weighed
      return shown
    }
    var finding = finding
    let held = Set(frame.found.map(\.rule.id))
    guard finding.missing.contains(where: { held.contains($0.id) }) else { return finding }
    finding.missing.removeAll { held.contains($0.id) }
    finding.supporting.append(frame)
    if finding.missing.isEmpty { finding.verdict = .met }
    return finding
  }

  /// An address without a number, or a number without an address, is not the way to reach the body.
  private func holdsBoth(_ found: [Assessment.FoundElement]) -> Bool {
    let types = Set(found.map(\.rule.type))
    return types.contains(.address) && types.contains(.telephone)
  }

  /// The frame of the home page, or of the first page that has one: home pages are often of a make of their own.
  private func assessment(_ concept: ConceptID) -> Assessment? {
    let places = (index.homePage.map { [$0] } ?? []) + index.pages.indices.prefix(Self.mostPages)
    return places.lazy.compactMap { frame(of: $0, concept) }.first
  }

  private func frame(of page: Int, _ concept: ConceptID) -> Assessment? {
    guard index.pages[page].condition.isReadable, !index.pages[page].isOffSite,
      let document = index.pages[page].document, document.mediaType == .html
    else { return nil }
    let own = Set(index.pages[page].ownBlocks.map(\.text))
    let part = EvidenceBundle.Part(
      page: page, text: JudgedText(document.blocks.filter { !own.contains($0.text) }), document: document,
      links: document.links)
    let bundle = EvidenceBundle(parts: [part])
    var found: [Assessment.FoundElement] = []
    var missing: [ElementRule] = []
    for (rule, check) in checks {
      switch check.outcome(in: bundle) {
      case .found(let page, let quote): found.append(.init(rule: rule, page: page, quote: quote))
      case .missing, .cannotCheck: missing.append(rule)
      }
    }
    guard holdsBoth(found) else { return nil }
    let naming = Candidate.Naming(link: nil, confidence: Self.sureness, name: item.title.th, isInherited: false)
    return Assessment(
      candidate: Candidate(concept: concept, target: .page(page), namings: [naming]), page: page,
      outcome: missing.contains { $0.need == .must } ? .incomplete : .complete, period: .notAsked, isLeading: false,
      ownTopic: 0, found: found, missing: missing, confidence: Self.sureness, bundle: bundle)
  }

  private static let sureness = 0.75
  private static let mostPages = 60
}

import ThaiText

/// Holds items against each other: a report against its plan, a signature against the chief executive shown.
/// Each disagreement is an element of its own, with evidence on both sides.
struct Agreement {
  private let site: SiteSigns
  private let year: FiscalYear

  init(site: SiteSigns, year: FiscalYear) {
    self.site = site
    self.year = year
  }

  /// The findings with what the rules of agreement add: names missing from a report, a signature of another chief.
  func apply(to findings: [ItemFinding]) -> [ItemFinding] {
    let byNumber = Dictionary(findings.map { ($0.item.number, $0) }, uniquingKeysWith: { first, _ in first })
    return findings.map { finding in
      finding.item.agreesWith.reduce(finding) { held, rule in
        guard let other = byNumber[rule.item] else { return held }
        return hold(held, against: other, rule)
      }
    }
  }

  private func hold(_ finding: ItemFinding, against other: ItemFinding, _ rule: AgreementRule) -> ItemFinding {
    guard finding.verdict == .met || finding.verdict == .partial, finding.best?.bundle != nil else { return finding }
    switch rule.on {
    case .project, .measure: return holdNames(finding, other, rule)
    case .chief: return holdChief(finding, other, rule)
    case .channel: return holdChannels(finding, other, rule)
    }
  }

  /// A disagreement as a missing element; where the year was not seen to ask for agreement, only as less sureness.
  private func lacking(
    _ gap: ItemReport.MissingElement, _ finding: ItemFinding, _ rule: AgreementRule, sureness: Double
  ) -> ItemFinding {
    var finding = finding
    finding.confidence *= sureness
    guard rule.need == .must else { return finding }
    finding.verdict = .partial
    finding.missing.append(gap)
    return finding
  }

  private func texts(of finding: ItemFinding) -> [EvidenceBundle.Part] {
    ([finding.best] + finding.supporting).compactMap { $0?.bundle?.parts }.flatMap { $0 }
  }

  // MARK: Projects and measures

  private func holdNames(_ finding: ItemFinding, _ plan: ItemFinding, _ rule: AgreementRule) -> ItemFinding {
    var finding = finding
    let perWork = Set(finding.item.elements.filter { $0.per == .project || $0.per == .measure }.map(\.id))
    // A report without any word on the single works is told so once.
    if finding.missing.contains(where: { perWork.contains($0.id) }) { return finding }
    let planned = plan.verdict == .met || plan.verdict == .partial ? works(of: plan) : []
    guard !planned.isEmpty else {
      finding.confidence *= 0.95
      return finding
    }
    let reported = texts(of: finding)
    let absent = planned.filter { entry in !reported.contains { Self.names(entry.work, in: $0.text) } }
    let share = 1 - Double(absent.count) / Double(planned.count)
    // One work that both name, as proof on both sides.
    let common = planned.lazy.compactMap { entry in Self.place(of: entry.work, in: reported).map { (entry, $0) } }.first
    if let (entry, place) = common {
      finding.remarks += [remark(place.0, place.1, rule), remark(entry.part, entry.work.block, rule)]
    }
    guard share < rule.minShare else { return finding }
    let isDamaged = (reported + planned.map(\.part)).contains { $0.document.readability == .damaged }
    // Letters are lost, or nothing agrees and the names were only guessed: no gap is made of it.
    if isDamaged || (share == 0 && planned.contains { $0.isGuessed }) {
      finding.confidence *= 0.8
      return finding
    }
    if share == 0, planned.count > 3 { finding.confidence *= 0.85 }
    for entry in absent.prefix(Self.mostNames) {
      finding.remarks.append(remark(entry.part, entry.work.block, rule))
      finding = lacking(
        .init(id: "agrees-\(rule.item)", th: entry.work.name, en: entry.work.name), finding, rule, sureness: 1)
    }
    return finding
  }

  private static let mostNames = 12

  private func works(of plan: ItemFinding) -> [(work: NamedWorks.Work, part: EvidenceBundle.Part, isGuessed: Bool)] {
    var seen: Set<[UInt8]> = []
    return texts(of: plan).flatMap { part in
      let named = NamedWorks(in: part.text)
      return named.works.filter { seen.insert($0.key).inserted }.map { ($0, part, named.isGuessed) }
    }
  }

  private func remark(_ part: EvidenceBundle.Part, _ block: Int, _ rule: AgreementRule) -> ItemFinding.Remark {
    .init(page: part.page, element: "agrees-\(rule.item)", quote: part.text.blocks[block].text)
  }

  private static func place(
    of work: NamedWorks.Work, in parts: [EvidenceBundle.Part]
  ) -> (EvidenceBundle.Part, Int)? {
    for part in parts {
      if let range = part.text.firstRange(of: work.key), let block = part.text.block(at: range.lowerBound) {
        return (part, block)
      }
    }
    return nil
  }

  /// The name stands in the text, a few letters wrong at most.
  private static func names(_ work: NamedWorks.Work, in text: JudgedText) -> Bool {
    if text.contains(work.key) { return true }
    let letters = work.key.count / 3
    guard letters >= 12 else { return false }
    let matcher = ApproximateMatcher(pattern: work.key, maxDistance: letters / 8)
    return matcher.bestMatch(in: text.folded) != nil
  }

  // MARK: Channels

  /// The procedure must know the channel: it names some way of complaining that the channel's page offers. A page with
  /// a form need not repeat the postal address, so that one common way is agreement. Where both name ways in words and
  /// none is common, that is a gap; where the page is only a form that the procedure does not know, it is told and
  /// makes the verdict less sure; where the procedure names no way at all, that is told of the procedure.
  private func holdChannels(_ finding: ItemFinding, _ procedure: ItemFinding, _ rule: AgreementRule) -> ItemFinding {
    var finding = finding
    let own = texts(of: finding)
    let papers = procedure.verdict == .met || procedure.verdict == .partial ? texts(of: procedure) : []
    let named = ComplaintWays(named: papers)
    let offered = ComplaintWays(offered: own)
    guard let first = named.places.first, let shown = offered.places.first else {
      finding.confidence *= 0.95
      return finding
    }
    let common = named.places.filter { offered[$0.way] != nil }
    let agrees = Double(common.count) / Double(named.places.count) >= rule.minShare
    let proof = common.first ?? first
    for place in [offered[proof.way] ?? shown, proof] {
      let element = (agrees ? "agrees-" : "differs-") + rule.item
      finding.remarks.append(.init(page: place.page, element: element, quote: place.quote))
    }
    guard !agrees else { return finding }
    let isDamaged = (own + papers).contains { $0.document.readability == .damaged }
    guard !isDamaged, named.places.count > 1, !ComplaintWays(told: own).places.isEmpty else {
      finding.confidence *= isDamaged ? 0.8 : 0.9
      return finding
    }
    return lacking(.init(id: "agrees-\(rule.item)", th: rule.name.th, en: rule.name.en), finding, rule, sureness: 0.8)
  }

  // MARK: The signature

  /// A signature of another than the chief executive shown is a gap, unless one acts in their place; where letters are
  /// lost on either side, or the page of executives shows nobody, it only makes the verdict less sure.
  private func holdChief(_ finding: ItemFinding, _ executives: ItemFinding, _ rule: AgreementRule) -> ItemFinding {
    var finding = finding
    let parts = texts(of: finding)
    let signatures = parts.compactMap { part in
      SignatureBlock.find(in: part.text, chiefTitles: site.chiefTitles).map { (part, $0) }
    }
    guard let (signed, signature) = signatures.first else { return finding }
    let shown = (executives.verdict == .met || executives.verdict == .partial ? texts(of: executives) : [])
      .compactMap { part in Chief.shown(in: part.text, titles: site.chiefTitles, year: year).map { (part, $0) } }.first
    guard let (page, chief) = shown else {
      finding.confidence *= 0.9
      return finding
    }
    finding.remarks.append(.init(page: signed.page, element: "agrees-\(rule.item)", quote: signature.quote))
    finding.remarks.append(.init(page: page.page, element: "agrees-\(rule.item)", quote: chief.quote))
    if signature.isActing || chief.name.isSame(as: signature.name) || chief.name.stands(in: signature.folded) {
      return finding
    }
    guard signed.document.readability != .damaged, page.document.readability != .damaged else {
      finding.confidence *= 0.8
      return finding
    }
    let gap =
      finding.item.elements.first { $0.type == .signature }.map(ItemReport.MissingElement.init)
      ?? ItemReport.MissingElement(id: "agrees-\(rule.item)", th: rule.name.th, en: rule.name.en)
    return lacking(gap, finding, rule, sureness: chief.isNew ? 0.6 : 0.9)
  }
}

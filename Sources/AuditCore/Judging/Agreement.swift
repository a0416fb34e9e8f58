import ThaiText

/// Holds items against each other: a report against its plan, a signature against the chief executive shown.
/// Each disagreement is an element of its own, with evidence on both sides.
struct Agreement {
  private let index: SiteIndex
  private let site: SiteSigns

  init(index: SiteIndex, site: SiteSigns) {
    self.index = index
    self.site = site
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
    for entry in planned where share >= rule.minShare && finding.remarks.isEmpty {
      if let place = Self.place(of: entry.work, in: reported) { finding.remarks.append(remark(place.0, place.1, rule)) }
    }
    guard share < rule.minShare else { return finding }
    let isDamaged = (reported + planned.map(\.part)).contains { $0.document.readability == .damaged }
    // Letters are lost, or nothing agrees and the names were only guessed: no gap is made of it.
    if isDamaged || (share == 0 && planned.contains { $0.isGuessed }) {
      finding.confidence *= 0.8
      return finding
    }
    if share == 0, planned.count > 3 { finding.confidence *= 0.85 }
    finding.verdict = .partial
    for entry in absent.prefix(Self.mostNames) {
      finding.missing.append(
        ItemReport.MissingElement(id: "agrees-\(rule.item)", th: entry.work.name, en: entry.work.name))
      finding.remarks.append(remark(entry.part, entry.work.block, rule))
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

  /// Ways to reach a body, as procedures and channels name them.
  private static let channels: [[[UInt8]]] = [
    ["เว็บไซต์", "website", "ออนไลน์", "แบบฟอร์ม"], ["โทรศัพท์", "สายด่วน"], ["ไปรษณีย์", "หนังสือ", "จดหมาย"],
    ["อีเมล", "e-mail"],
    ["ไลน์", "line"], ["facebook", "เฟซบุ๊ก", "เฟสบุ๊ค"], ["ด้วยตนเอง", "วาจา"],
  ].map { $0.map { ThaiFolding.fold($0) } }

  /// The channels that the procedure names and the channel's own page does not lower confidence: a page with a form
  /// need not repeat a postal address, so that no gap is made of it.
  private func holdChannels(_ finding: ItemFinding, _ procedure: ItemFinding, _ rule: AgreementRule) -> ItemFinding {
    var finding = finding
    let own = texts(of: finding)
    let named = Self.channels.filter { words in
      texts(of: procedure).contains { part in words.contains { part.text.contains($0) } }
    }
    guard !named.isEmpty, !own.isEmpty else { return finding }
    let hasForm = own.contains { $0.document.forms.contains(where: ElementCheck.isWorking) }
    let shared = named.count { words in
      (hasForm && words == Self.channels[0]) || own.contains { part in words.contains { part.text.contains($0) } }
    }
    if Double(shared) / Double(named.count) < rule.minShare { finding.confidence *= 0.95 }
    return finding
  }

  // MARK: The signature

  private func holdChief(_ finding: ItemFinding, _ executives: ItemFinding, _ rule: AgreementRule) -> ItemFinding {
    var finding = finding
    let signatures = texts(of: finding).compactMap { part in
      SignatureBlock.find(in: part.text, chiefTitles: site.chiefTitles).map { (part.page, $0) }
    }
    guard let (page, signature) = signatures.first else { return finding }
    guard executives.verdict == .met || executives.verdict == .partial,
      let chief = texts(of: executives).compactMap({ Chief.shown(in: $0.text, titles: site.chiefTitles) }).first
    else {
      finding.confidence *= 0.9
      return finding
    }
    if Chief.isSame(signature.name, chief.name) || signature.isActing { return finding }
    finding.verdict = .partial
    finding.missing.append(
      finding.item.elements.first { $0.type == .signature }.map(ItemReport.MissingElement.init)
        ?? ItemReport.MissingElement(id: "agrees-\(rule.item)", th: rule.name.th, en: rule.name.en))
    finding.remarks.append(.init(page: page, element: "signature", quote: signature.quote))
    finding.confidence *= 0.9
    return finding
  }
}

/// The chief executive as the page of executives shows them.
enum Chief {
  /// Words that make the office another one.
  private static let notChief = ["รองนายก", "เลขานุการนายก", "ที่ปรึกษานายก", "อดีตนายก", "ผู้ช่วยนายก"].map {
    ThaiFolding.fold($0)
  }

  /// The first person named beside the chief's title.
  static func shown(in text: JudgedText, titles: [[UInt8]]) -> (name: String, block: Int)? {
    for at in text.blocks.indices {
      let folded = Array(text.foldedBlock(at))
      guard titles.contains(where: { ByteSearch.contains(folded, $0) }),
        !notChief.contains(where: { ByteSearch.contains(folded, $0) })
      else { continue }
      for near in [at, at - 1, at + 1] where text.blocks.indices.contains(near) {
        if let name = SignatureBlock.personName(text.blocks[near].text) { return (name, near) }
      }
    }
    return nil
  }

  /// The same person, titles and spaces apart, a letter or two misread.
  static func isSame(_ a: String, _ b: String) -> Bool {
    let first = ThaiFolding.fold(a)
    let second = ThaiFolding.fold(b)
    if first == second || ByteSearch.contains(first, second) || ByteSearch.contains(second, first) { return true }
    let matcher = ApproximateMatcher(pattern: first, maxDistance: max(1, first.count / 3 / 8))
    return matcher.bestMatch(in: second) != nil
  }
}

import AuditCore

/// Turns drafts into editions: an item that leaves something out takes it over from the item of the same concept
/// in the editions that its own names under `like`.
///
/// Only what an item says itself is taken over, never what it took over in turn, so nothing can go in a circle.
/// An element that was a `must` stays one only where the file says so; without that the duty was not seen in that
/// year and its absence is only told.
struct EditionAssembly {
  private let drafts: [Int: EditionDraft]

  init(_ drafts: [EditionDraft]) {
    self.drafts = Dictionary(drafts.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func edition(_ draft: EditionDraft) -> Edition {
    reportUnknownYears(draft)
    return Edition(
      year: draft.year, instrument: draft.instrument, title: draft.title, confidence: draft.confidence,
      scoring: draft.scoring, indicators: draft.indicators,
      items: draft.items.compactMap { item($0, of: draft) }, source: draft.source)
  }

  private func reportUnknownYears(_ draft: EditionDraft) {
    for year in draft.like where drafts[year] == nil || year == draft.year {
      draft.node.log.report(
        .badValue, line: draft.node.line, key: "like", th: "ไม่มีรุ่นปี \(year) ให้นำมาใช้",
        en: "there is no other edition \(year) to take over from")
    }
  }

  private func item(_ item: ItemDraft, of edition: EditionDraft) -> ItemRule? {
    let origins = self.origins(of: item, in: edition)
    let kind = item.kind ?? origins.first?.kind
    let period = item.period ?? origins.first?.period
    let remedy = item.remedy ?? joined(origins.compactMap(\.remedy))
    let responsible = item.responsible ?? origins.first?.responsible
    // `required` tells what neither the item nor its origins say.
    if kind == nil { _ = item.map.required("kind") }
    if period == nil { _ = item.map.required("period") }
    if remedy == nil { _ = item.map.required("remedy") }
    if responsible == nil { _ = item.map.required("responsible") }
    let elements = self.elements(of: item, from: origins)
    guard let kind, let period, let remedy, let responsible else { return nil }
    let due = period.covers == .undated ? nil : item.due ?? edition.due
    return ItemRule(
      number: item.number, key: item.key, concepts: item.concepts, title: item.title, sub: item.sub, kind: kind,
      period: period, due: due, elements: elements, agreesWith: item.agreesWith,
      emptyStatement: item.emptyStatement ?? origins.flatMap { $0.emptyStatement ?? [] },
      signedBy: item.signedBy ?? first(\.signedBy, in: origins),
      separateFrom: (item.separateFrom ?? first(\.separateFrom, in: origins)).flatMap { $0 },
      issuedBySite: item.issuedBySite ?? first(\.issuedBySite, in: origins) ?? false,
      ownPage: item.ownPage ?? first(\.ownPage, in: origins) ?? false,
      remedy: remedy, responsible: responsible, source: item.source, titleByBodyType: item.titleByBodyType,
      joins: item.joins)
  }

  private func first<Value>(_ field: KeyPath<ItemDraft, Value?>, in origins: [ItemDraft]) -> Value? {
    origins.lazy.compactMap { $0[keyPath: field] }.first
  }

  private func joined(_ remedies: [Bilingual]) -> Bilingual? {
    guard !remedies.isEmpty else { return nil }
    return Bilingual(
      th: remedies.map(\.th).joined(separator: " · "), en: remedies.map(\.en).joined(separator: " · "))
  }

  /// The items that the concepts of an item are taken over from, each once, in the order of the concepts.
  private func origins(of item: ItemDraft, in edition: EditionDraft) -> [ItemDraft] {
    var origins: [ItemDraft] = []
    for concept in item.concepts {
      let origin = edition.like.lazy.filter { $0 != edition.year }.compactMap { year in
        drafts[year]?.items.first { candidate in
          guard case .own = candidate.elements else { return false }
          return candidate.concepts.contains(concept)
        }
      }.first
      if let origin, !origins.contains(where: { $0.key == origin.key }) { origins.append(origin) }
    }
    return origins
  }

  private func elements(of item: ItemDraft, from origins: [ItemDraft]) -> [ElementRule] {
    switch item.elements {
    case .own(let elements): return elements
    case .takenOver(let takeover):
      if origins.isEmpty, takeover.add.isEmpty { _ = item.map.required("elements") }
      let all = origins.flatMap { named($0, for: item, amongSeveral: origins.count > 1) }
      reportUnknownIDs(takeover, among: Set(all.map(\.id)))
      return all.filter { !takeover.drop.contains($0.id) }.map { lowered($0, by: takeover.must) } + takeover.add
    }
  }

  /// Where several items are joined, each element's id begins with the key of the item that it comes from, and it
  /// belongs to the duty that both share.
  private func named(_ origin: ItemDraft, for item: ItemDraft, amongSeveral: Bool) -> [ElementRule] {
    guard case .own(let elements) = origin.elements else { return [] }
    guard amongSeveral else { return elements }
    return elements.map { element in
      var element = element
      element.id = "\(origin.key).\(element.id)"
      element.concept = item.concepts.first { origin.concepts.contains($0) }
      return element
    }
  }

  private func lowered(_ element: ElementRule, by must: ItemDraft.Takeover.Must) -> ElementRule {
    if case .all = must { return element }
    if case .only(let kept) = must, kept.contains(element.id) { return element }
    var element = element
    if element.need == .must { element.need = .should }
    element.source = RuleSource(
      seen: element.source?.seen ?? [], confidence: "inferred", note: "องค์ประกอบของปีอื่นในแนวคิดเดียวกัน")
    return element
  }

  private func reportUnknownIDs(_ takeover: ItemDraft.Takeover, among known: Set<String>) {
    var kept: [String] = []
    if case .only(let ids) = takeover.must { kept = ids }
    for (key, ids) in [("must", kept), ("drop", takeover.drop)] {
      for id in ids where !known.contains(id) {
        takeover.map?[key]?.report(
          .badValue, th: "ไม่มีองค์ประกอบ “\(id)” ให้นำมาใช้", en: "there is no element “\(id)” to take over")
      }
    }
  }
}

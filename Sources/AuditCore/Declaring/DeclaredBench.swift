import ThaiText
import WebURL

/// The judge's bench for declared answers: for one item at a time, an index of a site that consists of nothing but the
/// addresses declared for it, with the sheet as the page that links them. The judge is the one that judges whole sites.
struct DeclaredBench {
  let pack: RulePack
  let edition: Edition
  let asOf: CivilDate
  let fiscalYear: Int?
  let recognizer: any TopicRecognizer
  let language: Language
  let evidence: DeclaredEvidence
  let origin: Judge.Origin
  let extraHosts: [String]
  /// The recorded site as a whole, where there is one: its own words on the links to a declared address.
  let whole: SiteIndex?

  /// One item with the addresses to judge it on.
  struct Case {
    var declaration: Declaration
    var addresses: [WebURL]
  }

  struct Outcome {
    var item: ItemReport
    var index: SiteIndex
    /// The item that the document is named after, where that is clearly another one.
    var foreignTopic: ItemRule?
  }

  /// Judges the first case; the others are there for what it must agree with (O12 with O11).
  func judge(_ cases: [Case]) -> Outcome? {
    guard let first = cases.first else { return nil }
    let index = index(of: cases)
    let report = report(on: index, items: cases.map(\.declaration.item), sought: [])
    guard var item = report.items.first(where: { $0.number == first.declaration.item.number }) else { return nil }
    let sheet = sheetAddress.href
    item.evidence.removeAll { $0.url == sheet }
    item.nearMisses.removeAll { $0.url == sheet }
    item.searched.documents = max(0, item.searched.documents - 1)
    let foreign = first.declaration.item.ownPage ? nil : foreignTopic(of: item, in: index, first.declaration.item)
    return Outcome(item: item, index: index, foreignTopic: foreign)
  }

  /// Below this a title may well mean more than one thing.
  private static let namesAnother = 0.6
  private static let closeBy = 0.15
  /// Blocks at the beginning of a document in which its name stands, behind a letterhead.
  private static let openingBlocks = 8

  /// The other duty that what was judged names itself after. The judge gives content that fits the benefit of the
  /// doubt where links on the site led to it; a row of a sheet is one person's word, and a slip by a row is common.
  private func foreignTopic(of item: ItemReport, in index: SiteIndex, _ rule: ItemRule) -> ItemRule? {
    guard item.verdict == .met || item.verdict == .partial,
      let url = item.evidence.first.flatMap({ WebURL(parsing: $0.url) }),
      case .page(let at) = index.arrival(at: index.key(of: url))
    else { return nil }
    let page = index.pages[at]
    let title = Opening(of: page).topics(by: recognizer)
    return title.isEmpty ? foreign(among: openingTopics(of: page), rule) : foreign(among: title, rule)
  }

  /// What the first short lines name, where the title names nothing.
  private func openingTopics(of page: IndexedPage) -> [TopicMatch] {
    let opening = page.ownBlocks.prefix(Self.openingBlocks).map(\.text).filter { $0.utf8.count < 600 }
    return ([Opening.title(of: page)] + opening).flatMap {
      recognizer.topics(of: Mention(text: $0, pageTitle: page.document?.title ?? ""))
    }
  }

  private func foreign(among topics: [TopicMatch], _ rule: ItemRule) -> ItemRule? {
    guard let best = topics.max(by: { $0.confidence < $1.confidence }), best.confidence >= Self.namesAnother,
      !topics.contains(where: {
        rule.concepts.contains($0.concept) && $0.confidence >= best.confidence - Self.closeBy
      })
    else { return nil }
    return edition.items(about: best.concept).first { $0.number != rule.number }
  }

  /// Where the proof stands, if the sheet gives nothing but the site's home page and it is another page of the site:
  /// an assessor asks for the place itself. Nil where the home page is the place.
  func pageBehindHome(_ item: ItemReport, declared: [WebURL], for rule: ItemRule) -> WebURL? {
    guard !rule.ownPage, declared.allSatisfy({ $0.withoutFragment == evidence.home }),
      let proof = item.evidence.first(where: { $0.element == nil }).flatMap({ WebURL(parsing: $0.url) })
    else { return nil }
    return proof.withoutFragment == evidence.home ? nil : proof
  }

  /// All items of the edition as they stand when nothing was looked for.
  func untouched() -> AuditReport {
    report(on: emptyIndex(isSufficient: false), items: [], sought: ["-"])
  }

  /// An item for which nothing was declared: missing, or not due yet.
  func undeclared(_ item: ItemRule) -> ItemReport? {
    report(on: emptyIndex(isSufficient: true), items: [], sought: []).items.first { $0.number == item.number }
  }

  private func report(on index: SiteIndex, items: [ItemRule], sought: [String]) -> AuditReport {
    var origin = origin
    origin.sought = sought
    let judge = Judge(
      pack: pack, edition: edition, asOf: asOf, fiscalYear: fiscalYear,
      recognizer: DeclaredTopics(base: recognizer, items: items), language: language)
    return judge.report(on: index, origin: origin)
  }

  // MARK: The index

  private func emptyIndex(isSufficient: Bool) -> SiteIndex { builder().index(coverage: coverage(isSufficient)) }

  private func builder() -> SiteIndexBuilder {
    SiteIndexBuilder(
      home: evidence.home, extraHosts: extraHosts, canonicalizer: URLCanonicalizer(preferred: evidence.home))
  }

  private func coverage(_ isSufficient: Bool) -> Coverage {
    Coverage(
      known: 0, fetched: 0, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0,
      sufficient: isSufficient)
  }

  private func index(of cases: [Case]) -> SiteIndex {
    var builder = builder()
    for control in evidence.controls { builder.add(control.visit, document: control.document) }
    let sheet = Visit(
      url: sheetAddress, at: origin.recordedAt,
      outcome: .delivered(Delivery(status: 200, fields: [], body: [], digest: ContentDigest(""))))
    builder.add(sheet, document: Document(mediaType: .csv, links: cases.flatMap(links)))
    for entry in cases {
      for address in entry.addresses {
        for page in evidence.pages(behind: address, for: entry.declaration.item) {
          builder.add(page.visit, document: page.document)
        }
      }
    }
    return builder.index(coverage: coverage(true))
  }

  /// An address under which no site keeps a page.
  private var sheetAddress: WebURL {
    WebURL(parsing: "/.well-known/oitcheck-answer-sheet", relativeTo: evidence.home) ?? evidence.home
  }

  /// The rows as links. Of the note only the periods count: it says where something is, and may name anything.
  private func links(of entry: Case) -> [Link] {
    let item = entry.declaration.item
    let periods = Self.periods(in: entry.declaration.note)
    return entry.addresses.flatMap { address in
      [
        Link(
          target: address, rawTarget: address.href, text: item.number, item: periods,
          menuPath: DeclaredTopics.menuPath(of: item))
      ] + labels(of: address)
    }
  }

  private static let longestNote = 1_000

  private static func periods(in note: String) -> String {
    let bytes = Array(note.utf8.prefix(longestNote))
    let text = String(decoding: bytes, as: UTF8.self)
    let readings = PeriodReader.readings(in: text).filter { $0.role != .law && $0.range.upperBound <= bytes.count }
    return readings.map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: " ")
  }

  private static let mostLabels = 20

  /// What the site itself writes on its links to an address, the heading of the page they stand on included.
  private func labels(of address: WebURL) -> [Link] {
    guard let whole else { return [] }
    let keys = Set(evidence.chain(from: address).map { whole.key(of: $0.visit.url) } + [whole.key(of: address)])
    let own = whole.links.filter { !$0.isChrome && $0.targetKey.map(keys.contains) ?? false }
    return own.prefix(Self.mostLabels).map { indexed in
      var link = indexed.link
      link.target = address
      link.region = .main
      if link.headings.isEmpty { link.headings = [whole.pages[indexed.firstPage].heading] }
      return link
    }
  }
}

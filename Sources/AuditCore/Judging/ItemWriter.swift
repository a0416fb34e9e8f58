import ThaiText
import WebURL

/// Puts the finding on one item into the words and evidence of the report.
struct ItemWriter {
  private let index: SiteIndex
  private let vocabulary: Vocabulary
  private let scorer: Scorer
  private let year: FiscalYear
  private let language: Language
  private let bodyType: String?
  private static let mostEvidence = 14

  init(
    index: SiteIndex, vocabulary: Vocabulary, scorer: Scorer, year: FiscalYear, language: Language,
    bodyType: String?
  ) {
    self.index = index
    self.vocabulary = vocabulary
    self.scorer = scorer
    self.year = year
    self.language = language
    self.bodyType = bodyType
  }

  func report(on finding: ItemFinding, waiver: Waiver?) -> ItemReport {
    let item = finding.item
    let points = scorer.points(ofItemIn: item.sub)
    let required = RequiredPeriod(rule: item.period, year: year)
    let near = finding.nearMisses.compactMap(nearMiss)
    let names = item.concepts.compactMap { vocabulary.names(of: $0) }.flatMap { $0.strong.map(\.text) }
    return ItemReport(
      number: item.number, key: item.key, concepts: item.concepts.map(\.description), title: title(of: item),
      subIndicator: item.sub, verdict: finding.verdict, cause: finding.verdict == .unknown ? finding.cause : nil,
      confidence: rounded(finding.confidence, places: 100), points: rounded(points, places: 1_000),
      pointsLost: rounded(finding.verdict.earnsPoints ? 0 : points, places: 1_000),
      dueDate: item.due?.date(in: year).iso,
      summary: SummaryWords(language: language).summary(of: finding, required: required, nearMiss: near.first),
      missingElements: finding.verdict == .partial ? finding.missing : [],
      period: .init(required: required.words(language), found: finding.period?.words),
      searched: .init(
        pages: index.searchedPages, documents: index.searchedDocuments, names: Array(names.prefix(8))),
      evidence: evidence(of: finding), nearMisses: near,
      remedy: finding.verdict == .met ? "" : item.remedy.text(in: language), responsible: item.responsible,
      waiver: finding.verdict == .waived ? waiver : nil)
  }

  private func title(of item: ItemRule) -> String {
    if language == .th, let bodyType, let own = item.titleByBodyType[bodyType] { return own }
    return item.title.text(in: language)
  }

  private func rounded(_ value: Double, places: Double) -> Double { (value * places).rounded() / places }

  // MARK: Evidence

  private func evidence(of finding: ItemFinding) -> [Evidence] {
    guard let best = finding.best, finding.verdict != .missing else { return [] }
    var all: [Evidence] = []
    for assessment in [best] + finding.supporting {
      all += disclosure(assessment)
    }
    for assessment in [best] + finding.supporting {
      for element in assessment.found {
        all.append(evidence(at: element.page, quote: element.quote, element: element.rule.id))
      }
    }
    for remark in finding.remarks {
      all.append(evidence(at: remark.page, quote: Quotation.of(remark.quote), element: remark.element))
    }
    var seen: Set<String> = []
    return Array(
      all.filter { seen.insert("\($0.url)\n\($0.element ?? "")\n\($0.quote)").inserted }.prefix(Self.mostEvidence))
  }

  /// The disclosure as a whole: what it is called and which period it names; for a link that does not deliver, the
  /// address and the page where the link stands.
  private func disclosure(_ assessment: Assessment) -> [Evidence] {
    var all: [Evidence] = []
    if let page = assessment.page {
      let heading = index.pages[page].heading
      let quote = assessment.period.source == .ownTitle ? assessment.period.quote : Quotation.of(heading)
      all.append(evidence(at: page, quote: quote, via: assessment.candidate))
      if assessment.period.source == .ownText, !assessment.period.quote.isEmpty {
        all.append(evidence(at: page, quote: assessment.period.quote, element: "period"))
      }
    }
    if let link = assessment.candidate.best?.link, assessment.found.isEmpty {
      let label = ClickPaths.label(of: index.links[link].link)
      all.append(evidence(at: index.links[link].firstPage, quote: label, element: "link"))
    }
    if assessment.page == nil, case .notRecorded(let address) = assessment.candidate.target,
      let link = assessment.candidate.best?.link
    {
      all.insert(
        Evidence(
          url: address, clickPath: pathTo(link), quote: ClickPaths.label(of: index.links[link].link),
          mediaType: "", sha256: "", fetchedAt: ""), at: 0)
    }
    return all
  }

  private func evidence(at page: Int, quote: String, element: String? = nil, via candidate: Candidate? = nil)
    -> Evidence
  {
    let indexed = index.pages[page]
    var path = indexed.clickPath ?? []
    if path.isEmpty, let link = candidate?.best?.link { path = pathTo(link) }
    return Evidence(
      url: indexed.url.href, clickPath: path, quote: quote, element: element,
      mediaType: indexed.document?.mediaType.rawValue ?? "", sha256: indexed.digest?.description ?? "",
      fetchedAt: indexed.condition.wasAsked ? indexed.fetchedAt.description : "")
  }

  private func pathTo(_ link: Int) -> [String] {
    let from = index.pages[index.links[link].firstPage].clickPath ?? []
    return from.isEmpty ? [] : from + [ClickPaths.label(of: index.links[link].link)]
  }

  private func nearMiss(_ assessment: Assessment) -> NearMiss? {
    let why = SummaryWords(language: language).why(assessment)
    let link = assessment.candidate.best?.link
    let url: String
    if let page = assessment.page {
      url = index.pages[page].url.href
    } else if case .notRecorded(let address) = assessment.candidate.target {
      url = address
    } else if let link {
      url = index.pages[index.links[link].firstPage].url.href
    } else {
      return nil
    }
    let quote =
      link.map { ClickPaths.label(of: index.links[$0].link) } ?? assessment.page.map { index.pages[$0].heading } ?? ""
    return NearMiss(url: url, quote: Quotation.of(quote), why: why)
  }
}

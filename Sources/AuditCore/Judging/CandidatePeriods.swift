import ThaiText

/// Which period a candidate is about: by the words of its links before it is opened, by its own words after.
struct CandidatePeriods {
  private let index: SiteIndex
  private let pages: PageReadings
  private let finder: CandidateFinder
  private let item: ItemRule
  private let required: RequiredPeriod

  init(index: SiteIndex, pages: PageReadings, finder: CandidateFinder, item: ItemRule, year: FiscalYear) {
    self.index = index
    self.pages = pages
    self.finder = finder
    self.item = item
    required = RequiredPeriod(
      rule: item.period, year: year, analysesYearBefore: item.elements.contains { $0.id == "analysis" })
  }

  /// The period that the words of the links claim; the list they stand in counts last.
  func label(of candidate: Candidate) -> PeriodFinding {
    guard item.period.covers != .undated else { return .notAsked }
    var inList: PeriodFinding?
    for naming in candidate.namings {
      guard let at = naming.link else { continue }
      let link = index.links[at].link
      let text = ([link.text, link.label] + link.row + [link.before, link.item]).joined(separator: " ")
      if let found = PeriodFinding.read(text, required, source: .label, confidence: 0.8) { return found }
      inList = inList ?? link.headings.last.flatMap { heading($0) }
      if let year = finder.listYears[index.links[at].firstPage] {
        inList = inList ?? list(of: year, called: index.pages[index.links[at].firstPage].heading)
      }
    }
    return inList ?? PeriodFinding(fit: .unstated, reading: nil, quote: "", source: .none, confidence: 0.6)
  }

  /// What the heading over a link says of its period. The head of a list names the year that is assessed, which for the
  /// report of the year before is another one, and proves nothing against it.
  private func heading(_ heading: String) -> PeriodFinding? {
    if let year = ItemNumbering.year(in: heading), year == required.year.year || !required.analysesYearBefore {
      return list(of: year, called: heading)
    }
    let found = PeriodFinding.read(heading, required, source: .label, confidence: 0.7)
    let isAssessed = found?.reading?.fiscalYears == [required.year]
    return found?.fit == .otherPeriod && item.period.covers == .previousYear && isAssessed ? nil : found
  }

  /// A list of the judged year holds what that year asks for.
  private func list(of year: Int, called heading: String) -> PeriodFinding {
    PeriodFinding(
      fit: year == required.year.year ? .fits : .otherPeriod, reading: nil, quote: heading, source: .list,
      confidence: 0.65)
  }

  /// The period that a delivered page or document names: in its title, then in its text; else the one of its label.
  func content(of page: Int, _ bundle: EvidenceBundle, _ label: PeriodFinding) -> PeriodFinding {
    guard item.period.covers != .undated else { return .notAsked }
    if item.kind == .page {
      // A list of news or announcements is current when it holds entries of the year, whatever else it holds.
      if let found = newestInYear(bundle) { return found }
    }
    return PeriodFinding.read(index.pages[page], at: page, pages, required) ?? label
  }

  private func newestInYear(_ bundle: EvidenceBundle) -> PeriodFinding? {
    var newest: PeriodFinding?
    for part in bundle.parts {
      for dated in pages.datedBlocks(of: part.page) {
        let found = PeriodFinding.read(dated.text, dated.readings, required, source: .ownText, confidence: 0.95)
        guard let found else { continue }
        if found.fit == .fits { return found }
        guard let end = found.reading?.interval.upperBound else { continue }
        if let latest = newest?.reading?.interval.upperBound, latest >= end { continue }
        newest = found
      }
    }
    return newest
  }
}

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
      if let heading = link.headings.last,
        let found = PeriodFinding.read(heading, required, source: .label, confidence: 0.7)
      {
        inList = inList ?? found
      }
      if let year = finder.listYears[index.links[at].firstPage] {
        let fits = year == required.year.year
        inList =
          inList
          ?? PeriodFinding(
            fit: fits ? .fits : .otherPeriod, reading: nil, quote: index.pages[index.links[at].firstPage].heading,
            source: .list, confidence: 0.65)
      }
    }
    return inList ?? PeriodFinding(fit: .unstated, reading: nil, quote: "", source: .none, confidence: 0.6)
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

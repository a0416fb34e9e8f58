import ThaiText

/// Judges a recorded site against one edition on one day. Pure: the same index, rules and day give the same report.
package struct Judge: Sendable {
  private let pack: RulePack
  private let edition: Edition
  private let asOf: CivilDate
  private let year: FiscalYear
  private let recognizer: any TopicRecognizer
  private let language: Language

  /// - Parameter fiscalYear: judged fiscal year; the one that holds `asOf` where nil.
  package init(
    pack: RulePack, edition: Edition, asOf: CivilDate, fiscalYear: Int?, recognizer: any TopicRecognizer,
    language: Language
  ) {
    self.pack = pack
    self.edition = edition
    self.asOf = asOf
    year = fiscalYear.map { FiscalYear($0) } ?? FiscalYear(containing: asOf)
    self.recognizer = recognizer
    self.language = language
  }

  /// What the snapshot says of itself, carried into the report.
  package struct Origin: Sendable {
    package var toolVersion: String
    package var siteName: String
    package var siteURL: String
    package var snapshotDigest: String
    package var recordedAt: Timestamp
    package var stopReason: String
    package var sought: [String]
    package var bodyType: String?
    package var findings: [Finding]
    package var waivers: [String: Waiver]

    package init(
      toolVersion: String, siteName: String, siteURL: String, snapshotDigest: String, recordedAt: Timestamp,
      stopReason: String, sought: [String], bodyType: String?, findings: [Finding], waivers: [String: Waiver] = [:]
    ) {
      self.toolVersion = toolVersion
      self.siteName = siteName
      self.siteURL = siteURL
      self.snapshotDigest = snapshotDigest
      self.recordedAt = recordedAt
      self.stopReason = stopReason
      self.sought = sought
      self.bodyType = bodyType
      self.findings = findings
      self.waivers = waivers
    }
  }

  package func report(on index: SiteIndex, origin: Origin) -> AuditReport {
    let site = SiteSigns(
      chiefTitles: chiefTitles(origin), siteHosts: Set(index.pages.filter { !$0.isOffSite }.compactMap(\.url.host)))
    let finder = CandidateFinder(index: index, recognizer: recognizer, year: year)
    let sought = origin.sought.isEmpty ? nil : Set(origin.sought.map { ConceptID($0) })
    let judge = ItemJudge(
      index: index, finder: finder, year: year, asOf: asOf, site: site, sought: sought, vocabulary: pack.vocabulary)
    let judged = judge.judge(edition.items)
    let findings = Agreement(site: site, year: year).apply(to: judged).map { waived($0, origin.waivers) }
    let scorer = Scorer(edition: edition, language: language)
    let writer = ItemWriter(
      index: index, vocabulary: pack.vocabulary, scorer: scorer, year: year, language: language,
      bodyType: origin.bodyType)
    let items = findings.map { writer.report(on: $0, waiver: origin.waivers[$0.item.number]) }
    let verdicts = Dictionary(items.map { ($0.number, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    let noticed = SiteFindings(index: index, language: language).findings(evidenceFor: findings)
    let declared = declaredAnswers(on: index, finder, findings)
    let report = AuditReport(
      tool: .init(version: origin.toolVersion), edition: edition.year, editionConfidence: edition.confidence,
      rulesDigest: pack.digest, asOf: asOf.iso, judgedFiscalYear: year.year, official: year.year == edition.year,
      language: language, site: .init(name: origin.siteName, url: origin.siteURL),
      snapshot: .init(digest: origin.snapshotDigest, recordedAt: origin.recordedAt.description),
      coverage: index.coverage, stopReason: origin.stopReason, items: items, declared: declared.answers,
      findings: origin.findings + noticed + declared.findings, score: scorer.score(verdicts))
    return ReportMasking().masked(report)
  }

  /// What the site's own lists of the judged year declare; nothing where the recognizer does not know the numbering.
  private func declaredAnswers(
    on index: SiteIndex, _ finder: CandidateFinder, _ findings: [ItemFinding]
  ) -> (answers: [DeclaredAnswer], findings: [Finding]) {
    guard let matcher = recognizer as? TopicMatcher else { return ([], []) }
    let reader = ItemIndexReader(
      vocabulary: pack.vocabulary, matcher: matcher, numbering: ItemNumbering.lists(of: pack.editions))
    let lists = finder.listYears.filter { $0.value == year.year }.keys.sorted()
    return DeclaredAnswers(index: index, reader: reader, edition: edition, language: language)
      .compare(findings, lists: lists)
  }

  /// The chief's titles of the body type, or of all types where it is not known; folded.
  private func chiefTitles(_ origin: Origin) -> [[UInt8]] {
    let types = pack.vocabulary.bodyTypes
    let own = types.filter { $0.key == origin.bodyType }
    return Set((own.isEmpty ? types : own).flatMap(\.chief)).sorted().map { ThaiFolding.fold($0) }
  }

  private func waived(_ finding: ItemFinding, _ waivers: [String: Waiver]) -> ItemFinding {
    guard let waiver = waivers[finding.item.number], waiver.until.map({ asOf.iso <= $0 }) ?? true else {
      return finding
    }
    var finding = finding
    finding.verdict = .waived
    return finding
  }
}

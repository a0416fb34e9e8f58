import ThaiText
import WebURL

/// What checking an answer sheet came to: a report as of any audit, and the answers row by row.
package struct Verification: Sendable {
  package var report: AuditReport
  package var answers: [Answer]
  package var faults: [DeclaredSheet.Fault]

  /// One item of the sheet, or one that should be on it.
  package struct Answer: Sendable {
    package var item: String
    package var title: String
    package var rows: [Int]
    package var verdict: Verdict
    package var standing: DeclaredStanding
    package var addresses: [Address]
    /// What to do, empty where nothing is.
    package var advice: String
  }

  package struct Address: Sendable {
    package var url: WebURL
    package var row: Int
    package var standing: DeclaredStanding
  }

  /// The report with nothing but the items that the sheet answers: what the exit code is decided on. An answer that is
  /// not good to hand in as it stands (off the site, one address dead) counts as incomplete there, though the site
  /// discloses the item.
  package var answered: AuditReport {
    let given = answers.filter { $0.standing.status != .notDeclared }
    let isGood = Dictionary(given.map { ($0.item, $0.standing.isGood) }, uniquingKeysWith: { $0 && $1 })
    var report = report
    report.items.removeAll { isGood[$0.number] == nil }
    for at in report.items.indices where report.items[at].verdict == .met && isGood[report.items[at].number] == false {
      report.items[at].verdict = .partial
    }
    return report
  }
}

/// Judges a declared answer sheet on what was seen under its addresses, with the judge of whole sites.
package struct DeclaredJudge: Sendable {
  package var pack: RulePack
  package var edition: Edition
  package var asOf: CivilDate
  package var fiscalYear: Int?
  package var recognizer: any TopicRecognizer
  package var language: Language
  package var extraHosts: [String]

  package init(
    pack: RulePack, edition: Edition, asOf: CivilDate, fiscalYear: Int?, recognizer: any TopicRecognizer,
    language: Language, extraHosts: [String]
  ) {
    self.pack = pack
    self.edition = edition
    self.asOf = asOf
    self.fiscalYear = fiscalYear
    self.recognizer = recognizer
    self.language = language
    self.extraHosts = extraHosts
  }

  /// The whole site as recorded earlier, to compare the sheet with.
  package struct Whole: Sendable {
    package var index: SiteIndex
    package var report: AuditReport

    package init(index: SiteIndex, report: AuditReport) {
      self.index = index
      self.report = report
    }
  }

  /// - Parameters:
  ///   - sheetName: how the sheet is called in the report.
  ///   - items: only these were asked for (`--item`): what else the sheet or the site holds is not compared.
  package func verification(
    of sheet: DeclaredSheet, named sheetName: String, on evidence: DeclaredEvidence, origin: Judge.Origin,
    coverage: Coverage, whole: Whole?, items: Set<String>?
  ) -> Verification {
    let bench = DeclaredBench(
      pack: pack, edition: edition, asOf: asOf, fiscalYear: fiscalYear, recognizer: recognizer, language: language,
      evidence: evidence, origin: origin, extraHosts: extraHosts, whole: whole?.index)
    let declarations = Declaration.needed(for: items, in: sheet, of: edition)
    let words = DeclaredWords(language: language, whole: whole?.report)
    var report = bench.untouched()
    var answers: [Verification.Answer] = []
    for declaration in declarations where items?.contains(declaration.item.number) ?? true {
      guard let (item, answer) = answer(declaration, among: declarations, bench, words) else { continue }
      if let at = report.items.firstIndex(where: { $0.number == item.number }) { report.items[at] = item }
      answers.append(answer)
    }
    for at in report.items.indices where !answers.contains(where: { $0.item == report.items[at].number }) {
      report.items[at].summary = words.notOnSheet
      if items == nil, let answer = words.undeclared(report.items[at]) { answers.append(answer) }
    }
    let verdicts = Dictionary(report.items.map { ($0.number, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    report.score = Scorer(edition: edition, language: language).score(verdicts)
    report.coverage = coverage
    report.declared = answers.map { words.declared($0, sheetName: sheetName, notes: declarations) }
    return Verification(report: report, answers: answers, faults: sheet.faults)
  }

  private func answer(
    _ declaration: Declaration, among all: [Declaration], _ bench: DeclaredBench, _ words: DeclaredWords
  ) -> (ItemReport, Verification.Answer)? {
    let rule = DeclaredStandingRule(language: language, site: bench.evidence.home, extraHosts: extraHosts)
    let urls = declaration.addresses.map(\.url)
    guard !urls.isEmpty, var outcome = judged(declaration, urls, among: all, bench) else {
      return withoutAddress(declaration, bench, words)
    }
    var standing = rule.standing(of: outcome, addresses: urls, item: declaration.item)
    var addresses = declaration.addresses.map { Verification.Address(url: $0.url, row: $0.row, standing: standing) }
    if urls.count > 1 {
      for at in addresses.indices {
        let single = DeclaredBench.Case(declaration: declaration, addresses: [addresses[at].url])
        guard let alone = bench.judge([single]) else { continue }
        addresses[at].standing = rule.standing(of: alone, addresses: single.addresses, item: declaration.item)
      }
    }
    if standing.isGood, let page = bench.pageBehindHome(outcome.item, declared: urls, for: declaration.item) {
      standing = DeclaredStanding(status: .partial, why: words.onlyHome(page))
    }
    if let dead = addresses.first(where: { $0.standing.status == .broken }), standing.isGood {
      standing = DeclaredStanding(status: .partial, why: words.oneIsDead(dead))
    }
    if standing.status == .offSite && declaration.item.ownPage || standing.status == .wrongDocument {
      outcome.item.verdict = .broken
      outcome.item.pointsLost = outcome.item.points
      outcome.item.summary = standing.why
    }
    let answer = Verification.Answer(
      item: declaration.item.number, title: outcome.item.title, rows: declaration.rows, verdict: outcome.item.verdict,
      standing: standing, addresses: addresses, advice: words.advice(outcome.item, standing, urls))
    return (outcome.item, answer)
  }

  /// Judges all addresses of an item together; a good answer is then held against the items it must agree with.
  private func judged(
    _ declaration: Declaration, _ urls: [WebURL], among all: [Declaration], _ bench: DeclaredBench
  ) -> DeclaredBench.Outcome? {
    let own = DeclaredBench.Case(declaration: declaration, addresses: urls)
    let outcome = bench.judge([own])
    let others = declaration.item.agreesWith.compactMap { rule in
      all.first { $0.item.number == rule.item && !$0.addresses.isEmpty && rule.item != declaration.item.number }
    }
    guard outcome?.item.verdict == .met, !others.isEmpty,
      let held = bench.judge(
        [own] + others.map { DeclaredBench.Case(declaration: $0, addresses: $0.addresses.map(\.url)) }),
      held.item.verdict == .partial
    else { return outcome }
    return held
  }

  private func withoutAddress(
    _ declaration: Declaration, _ bench: DeclaredBench, _ words: DeclaredWords
  ) -> (ItemReport, Verification.Answer)? {
    guard var item = bench.undeclared(declaration.item) else { return nil }
    let standing: DeclaredStanding
    if let text = declaration.unusable.first {
      item.verdict = .broken
      standing = DeclaredStanding(status: .broken, why: words.unusable(text))
    } else {
      standing = DeclaredStanding(
        status: .noAddress, why: declaration.isClaimed == false ? words.saidNo : words.noAddress)
    }
    item.summary = standing.why
    let answer = Verification.Answer(
      item: item.number, title: item.title, rows: declaration.rows, verdict: item.verdict, standing: standing,
      addresses: [], advice: words.advice(item, standing, []))
    return (item, answer)
  }
}

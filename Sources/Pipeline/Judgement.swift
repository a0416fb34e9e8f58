import AuditCore
import ThaiText

/// The second half of an audit: a recorded site in, a report out. Touches neither network, clock nor subprocess.
package struct Judgement: Sendable {
  package var rules: RulePack
  package var edition: Edition
  package var asOf: CivilDate
  /// The judged fiscal year; the one of `asOf` where nil.
  package var fiscalYear: Int?
  package var language: Language
  package var recognizer: any TopicRecognizer
  package var waivers: [String: Waiver] = [:]
  /// The town's own units by item number; others keep the unit of the rule pack.
  package var responsible: [String: String] = [:]
  /// Key of the vocabulary; nil leaves it to the recording and the site's own words.
  package var bodyType: String?
  /// As the configuration has it; nil leaves it to the recording and the home page.
  package var siteName: String?

  package init(
    rules: RulePack, edition: Edition, asOf: CivilDate, fiscalYear: Int?, language: Language,
    recognizer: any TopicRecognizer
  ) {
    self.rules = rules
    self.edition = edition
    self.asOf = asOf
    self.fiscalYear = fiscalYear
    self.language = language
    self.recognizer = recognizer
  }

  package var judgedFiscalYear: Int { fiscalYear ?? FiscalYear(containing: asOf).year }

  package func report(on site: RecordedSite) -> AuditReport {
    let judge = Judge(
      pack: rules, edition: edition, asOf: asOf, fiscalYear: fiscalYear, recognizer: recognizer, language: language)
    let manifest = site.manifest
    let damage = site.faults.map { Finding(kind: .archive, url: manifest.siteURL, detail: $0) }
    var report = judge.report(
      on: site.index,
      origin: Judge.Origin(
        toolVersion: ToolVersion.current, siteName: siteName ?? manifest.siteName ?? site.index.homeTitle,
        siteURL: manifest.siteURL, snapshotDigest: manifest.archive.digest.description,
        recordedAt: manifest.recordedAt, stopReason: manifest.stopReason, sought: manifest.sought,
        bodyType: bodyType ?? manifest.bodyType ?? BodyTypeSigns.bodyType(of: site.index, in: rules.vocabulary),
        findings: manifest.findings + damage, waivers: waivers))
    for place in report.items.indices {
      if let unit = responsible[report.items[place].number] { report.items[place].responsible = unit }
    }
    return report
  }
}

/// The program's own version, part of every report and archive.
package enum ToolVersion {
  package static let current = "0.1.0"
}

import Archive
import AuditCore
import Extraction
import WebURL

/// The second half of a verification: the small snapshot and the sheet in, the answers out. Touches neither network nor
/// clock, so that the same snapshot, sheet, rules and day give the same bytes.
package struct VerificationJudgement: Sendable {
  package var judgement: Judgement
  package var sheet: DeclaredSheet
  package var sheetName: String
  /// Only these items were asked for; nil for the whole sheet.
  package var items: Set<String>?
  /// The whole site as recorded earlier, to compare the sheet with.
  package var whole: DeclaredJudge.Whole?
  /// What the recording of the whole site holds of the declared addresses.
  package var held: HeldPages?

  package init(
    judgement: Judgement, sheet: DeclaredSheet, sheetName: String, items: Set<String>?,
    whole: DeclaredJudge.Whole? = nil, held: HeldPages? = nil
  ) {
    self.judgement = judgement
    self.sheet = sheet
    self.sheetName = sheetName
    self.items = items
    self.whole = whole
    self.held = held
  }

  package func verification(on folder: SnapshotFolder) throws -> Verification {
    let manifest = try folder.manifest()
    guard let home = WebURL(parsing: manifest.siteURL)?.withoutFragment else {
      throw PipelineError(
        "manifest ชำรุด: ที่อยู่เว็บไซต์อ่านไม่ได้", "the manifest is damaged: its site address does not parse",
        path: folder.manifestPath, cause: manifest.siteURL)
    }
    let pages = try Self.pages(of: folder)
    let evidence = DeclaredEvidence(home: home, pages: pages, held: held, recognizer: judgement.recognizer)
    let judge = DeclaredJudge(
      pack: judgement.rules, edition: judgement.edition, asOf: judgement.asOf, fiscalYear: judgement.fiscalYear,
      recognizer: judgement.recognizer, language: judgement.language, extraHosts: manifest.extraHosts)
    return judge.verification(
      of: sheet, named: sheetName, on: evidence, origin: origin(manifest, home, pages), coverage: manifest.coverage,
      whole: whole, items: items)
  }

  /// What the site calls itself is read from its home page, which every verification records or holds.
  private func origin(_ manifest: SnapshotManifest, _ home: WebURL, _ pages: [SeenPage]) -> Judge.Origin {
    var builder = SiteIndexBuilder(
      home: home, extraHosts: manifest.extraHosts, canonicalizer: URLCanonicalizer(preferred: home))
    let homePages = pages.filter { $0.visit.url.withoutFragment == home } + [held?[home]].compactMap(\.self)
    for page in homePages { builder.add(page.visit, document: page.document) }
    let index = builder.index(coverage: manifest.coverage)
    return Judge.Origin(
      toolVersion: ToolVersion.current, siteName: manifest.siteName ?? index.homeTitle, siteURL: manifest.siteURL,
      snapshotDigest: manifest.archive.digest.description, recordedAt: manifest.recordedAt,
      stopReason: manifest.stopReason, sought: [],
      bodyType: judgement.bodyType ?? manifest.bodyType
        ?? BodyTypeSigns.bodyType(of: index, in: judgement.rules.vocabulary),
      findings: manifest.findings, waivers: judgement.waivers)
  }

  static func pages(of folder: SnapshotFolder) throws -> [SeenPage] {
    let parents = try ParentArchives(of: folder.manifest(), in: folder)
    let reader = try VisitReader(path: folder.archivePath, parents: parents)
    let extractor = DocumentExtractor()
    var pages: [SeenPage] = []
    while let visit = try reader.next() {
      var document: Document?
      if case .delivered(let delivery) = visit.outcome, visit.purpose == .page {
        document = extractor.document(from: delivery, at: visit.url)
      }
      pages.append(SeenPage(visit, document: document))
    }
    return pages
  }
}

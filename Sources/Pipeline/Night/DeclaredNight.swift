import Archive
import AuditCore
import Extraction
import WebURL

/// The town's answer sheet on one night: the site as just recorded answers for what it holds, the rest is asked for as
/// `verify` asks, and the judge of `verify` says how each answer stands.
struct DeclaredNight {
  private let sheet: VerificationSheet
  private let rows: DeclaredSheet
  private let judgement: Judgement
  private let site: RecordedSite
  private let held: HeldPages
  /// On the site as a whole, without the sheet.
  let report: AuditReport

  /// Reads and judges the night's recording.
  /// - Parameters:
  ///   - extractor: The one that the recording was made with, which remembers.
  ///   - earlier: What the recording was compared with, where it is open still.
  init(
    sheet: VerificationSheet, judgement: Judgement, recording: SnapshotFolder,
    extractor: any Extractor = DocumentExtractor(), comparedWith earlier: EarlierSnapshot? = nil
  ) throws {
    let siteURL = try recording.manifest().siteURL
    guard let home = WebURL(parsing: siteURL)?.withoutFragment else {
      throw PipelineError(
        "manifest ชำรุด: ที่อยู่เว็บไซต์อ่านไม่ได้", "the manifest is damaged: its site address does not parse",
        path: recording.manifestPath, cause: siteURL)
    }
    var held = HeldPages(home: home)
    site = try RecordedSite.read(folder: recording, extractor: extractor, comparedWith: earlier) { held.add($0) }
    self.held = held
    self.sheet = sheet
    self.judgement = judgement
    rows = sheet.answers(edition: judgement.edition, site: home)
    report = judgement.report(on: site)
  }

  /// Looks at the declared addresses that the recording does not hold, and keeps them with the sheet in a snapshot of
  /// their own.
  /// - Parameter earlier: what an earlier night kept of them.
  func record(
    by means: SiteRecording, into folder: SnapshotFolder, since earlier: EarlierSnapshot?
  ) async throws -> SnapshotManifest {
    try await VerificationRecording(
      means: means, sheet: sheet, declarations: Declaration.all(in: rows, of: judgement.edition), held: held,
      earlier: earlier
    ).record(into: folder) { _, _, _ in }
  }

  /// How each answer of the sheet stands, and what the site holds that is not on it.
  func answers(with folder: SnapshotFolder) throws -> [DeclaredAnswer] {
    let verification = try VerificationJudgement(
      judgement: judgement, sheet: rows, sheetName: sheet.name, items: nil,
      whole: .init(index: site.index, report: report), held: held
    ).verification(on: folder)
    return ReportMasking().masked(verification.report).declared
  }
}

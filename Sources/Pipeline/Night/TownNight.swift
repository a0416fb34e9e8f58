import Archive
import AuditCore
import Crawling
import Foundation
import History
import ThaiText

/// One town's night, from the begun run to the kept one.
///
/// A crash or a signal at any point leaves the last good state: until the commit the history only knows a begun run,
/// and the next start goes on with the recording on disk.
struct TownNight {
  let town: Town
  let night: Night
  /// What the crawl reads is not read again by the judging, nor by the next night where it stays as it is.
  private let readings: ReadingMemory

  init(town: Town, night: Night) {
    self.town = town
    self.night = night
    readings = ReadingMemory(reading: night.data.readingsPath(of: town))
  }

  func run() async -> TownOutcome.Result {
    do {
      return try await held()
    } catch let error where Task.isCancelled && error is CancellationError {
      return .interrupted(nil, nil)
    } catch {
      return .failed(error)
    }
  }

  private func held() async throws -> TownOutcome.Result {
    var recording = try night.services.recording(town)
    recording.extractor = readings
    let site = AuditReport.Site(name: town.name, url: recording.plan.site.href)
    let number = try night.store.begin(site, at: night.services.now())
    let known = Set(try night.store.snapshots().map(\.folder))
    let found = try NightRecording.found(
      in: night.data, of: town, recording: recording, known: known, now: night.services.now())
    let folder: NightFolder
    let manifest: SnapshotManifest
    switch found {
    case .finished(let earlier):
      folder = earlier
      manifest = try earlier.snapshot.manifest()
    case .interrupted(let earlier):
      folder = earlier
      manifest = try await recording.record(into: folder.snapshot, resuming: true, progress: nil)
    case .none:
      recording.earlier = lastRecording(of: site.url)
      folder = try night.data.newNight(of: town, at: night.services.now())
      manifest = try await recording.record(into: folder.snapshot, progress: nil)
    }
    if manifest.stopReason == StopReason.interrupted.rawValue {
      return .interrupted(folder, try partialReport(manifest, in: folder))
    }
    return try await keep(manifest, in: folder, as: number, by: recording)
  }

  /// What the last night that reached the site delivered. Where it is gone or damaged the site is simply asked for
  /// everything again.
  private func lastRecording(of site: String) -> EarlierSnapshot? { last(\.snapshot, of: site) }

  /// What the last night that looked at declared addresses kept of them; gone or damaged likewise.
  private func lastDeclared(of site: String) -> EarlierSnapshot? { last(\.declared, of: site) }

  private func last(_ part: (NightFolder) -> SnapshotFolder, of site: String) -> EarlierSnapshot? {
    let runs = (try? night.store.runs(site: site, limit: 30)) ?? []
    for run in runs where run.reached == true {
      guard let digest = run.snapshotDigest, let held = try? night.store.snapshot(ContentDigest(digest)) else {
        continue
      }
      let folder = NightFolder(path: URL(filePath: night.store.place(of: held)).deletingLastPathComponent().path)
      if let earlier = try? EarlierSnapshot(opening: part(folder)) { return earlier }
    }
    return nil
  }

  /// Judges what there was time for; it is shown and not kept, as the next start completes it.
  private func partialReport(_ manifest: SnapshotManifest, in folder: NightFolder) throws -> AuditReport? {
    guard manifest.coverage.fetched > 0 else { return nil }
    let judgement = try judgement(of: manifest)
    let report = judgement.report(on: try RecordedSite.read(folder: folder.snapshot, extractor: readings))
    try write(report, edition: judgement.edition, into: folder)
    return report
  }

  private func judgement(of manifest: SnapshotManifest) throws -> Judgement {
    try night.judgement(for: town, asOf: night.services.asOf ?? manifest.recordedAt.thaiDay)
  }

  private func write(_ report: AuditReport, edition: Edition, into folder: NightFolder) throws {
    let last = try night.store.runs(site: report.site.url, limit: 1).first.flatMap {
      try? night.store.report(of: $0.id)
    }
    try NightFiles.write(report, edition: edition, previous: last, into: folder)
  }

  private func keep(
    _ manifest: SnapshotManifest, in folder: NightFolder, as number: Int, by recording: SiteRecording
  ) async throws -> TownOutcome.Result {
    let judgement = try judgement(of: manifest)
    let sheet = Result { try night.services.answers(town) }
    var report: AuditReport
    var isInterrupted = false
    var parents = manifest.parents
    if case .success(let sheet?) = sheet {
      let declared = try DeclaredNight(
        sheet: sheet, judgement: judgement, recording: folder.snapshot, extractor: readings,
        comparedWith: recording.earlier)
      report = declared.report
      // A silent server is not asked for its declared addresses one by one.
      if report.reachedTheSite {
        let earlier = lastDeclared(of: report.site.url)
        let look = try await declared.record(by: recording, into: try folder.newDeclared(), since: earlier)
        // A night is kept by its recording: what the declared addresses rest on stays with that of its night.
        parents += earlier.map { nightsHolding(look.parents, of: $0) } ?? []
        report.declared += try declared.answers(with: folder.declared)
        isInterrupted = look.stopReason == StopReason.interrupted.rawValue
      }
    } else {
      report = judgement.report(
        on: try RecordedSite.read(folder: folder.snapshot, extractor: readings, comparedWith: recording.earlier))
    }
    try write(report, edition: judgement.edition, into: folder)
    guard !isInterrupted else { return .interrupted(folder, report) }
    let again = Rejudging(as: judgement)
    var kept = try NightKeeping(store: night.store, settings: night.configuration.alarms).keep(
      report, as: number,
      snapshot: SnapshotRecord(
        digest: manifest.archive.digest, folder: night.data.relative(folder.snapshot), bytes: manifest.archive.bytes,
        recordedAt: manifest.recordedAt, parents: parents),
      telling: town.notify, at: night.services.now()
    ) { try again.report(of: $0, in: night.store) }
    // A budget's end leaves the journal; once kept, the recording is never gone on with.
    unlink(folder.snapshot.file(RecordingStart.journalName))
    readings.keep(at: night.data.readingsPath(of: town))
    if case .failure(let fault) = sheet { kept.sheetFault = fault }
    return .kept(number, report, folder, kept)
  }

  /// The recordings of the nights whose looks at declared addresses hold these archives.
  private func nightsHolding(_ archives: [ContentDigest], of earlier: EarlierSnapshot) -> [ContentDigest] {
    earlier.archives.filter { archives.contains($0.digest) }.compactMap { archive in
      let night = NightFolder(path: URL(filePath: archive.folder.path).deletingLastPathComponent().path)
      return try? night.snapshot.manifest().archive.digest
    }
  }
}

import Archive
import AuditCore
import Foundation
import History
import ThaiText

/// An earlier run judged again by the rules, edition, program and fiscal year of a newer one, so that what differs
/// only by those is never taken for news about the town.
package struct Rejudging: Sendable {
  private let judgement: Judgement

  /// - Parameter judgement: the newer run's.
  package init(as judgement: Judgement) {
    var judgement = judgement
    judgement.fiscalYear = judgement.judgedFiscalYear
    self.judgement = judgement
  }

  /// The recording judged anew on the day and with the waivers of its old report.
  package func report(on recording: SnapshotFolder, insteadOf old: AuditReport) throws -> AuditReport {
    var again = judgement
    again.asOf = CivilDate(iso: old.asOf) ?? judgement.asOf
    again.waivers = waivers(of: old)
    let night = NightFolder(path: URL(filePath: recording.path).deletingLastPathComponent().path)
    let name = old.declared.lazy.compactMap(\.sheet).first
    guard let name, let sheet = try? VerificationSheet(recordedIn: night.declared, name: name) else {
      return again.report(on: try RecordedSite.read(folder: recording))
    }
    let declared = try DeclaredNight(sheet: sheet, judgement: again, recording: recording)
    var report = declared.report
    report.declared += (try? declared.answers(with: night.declared)) ?? []
    return report
  }

  /// A kept run of the history judged anew; nil where it has no report or its recording is gone.
  package func report(of run: RunRecord, in store: HistoryStore) throws -> AuditReport? {
    guard run.state == .kept, let digest = run.snapshotDigest,
      let held = try store.snapshot(ContentDigest(digest))
    else { return nil }
    let recording = SnapshotFolder(at: store.place(of: held))
    guard FileManager.default.fileExists(atPath: recording.manifestPath) else { return nil }
    return try report(on: recording, insteadOf: try store.report(of: run.id))
  }

  /// A waiver follows its duty into an edition with other numbers.
  private func waivers(of report: AuditReport) -> [String: Waiver] {
    var waivers: [String: Waiver] = [:]
    for item in report.items {
      guard let waiver = item.waiver else { continue }
      for rule in judgement.edition.items
      where rule.concepts.contains(where: { item.concepts.contains($0.description) }) {
        waivers[rule.number] = waiver
      }
    }
    return waivers
  }
}

extension HistoryStore {
  /// Absolute path of a recording's folder, which the history knows relative to the folder of its own file.
  package func place(of snapshot: SnapshotRecord) -> String {
    guard !snapshot.folder.hasPrefix("/") else { return snapshot.folder }
    return URL(filePath: path).deletingLastPathComponent().appending(path: snapshot.folder).standardizedFileURL.path
  }
}

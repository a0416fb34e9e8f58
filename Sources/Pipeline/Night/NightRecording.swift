import Archive
import AuditCore
import Crawling
import Foundation
import History

/// Where tonight's recording of a town stands: anew, or going on with what an earlier start left.
enum NightRecording {
  /// Recorded whole, but never judged and kept: the run ended in between.
  case finished(NightFolder)
  /// Cut short by a signal, a crash or a power cut.
  case interrupted(NightFolder)
  case none

  /// What was begun so long ago is of another night and is not mixed with tonight's pages.
  static let freshFor = 36 * 3_600

  /// Looks at what the last starts left. Half recordings that cannot or should not be gone on with are deleted: no
  /// report was ever made of them. Whole ones are never deleted here, whatever the history knows.
  static func found(
    in data: DataFolder, of town: Town, recording: SiteRecording, known: Set<String>, now: Timestamp
  ) throws -> NightRecording {
    var newest: NightRecording = .none
    for night in data.nights(of: town) where !known.contains(data.relative(night.snapshot)) {
      let age = night.startedAt.map { now.secondsSinceEpoch - $0.secondsSinceEpoch } ?? Int.max
      let isFresh = (0..<freshFor).contains(age)
      if isWhole(night.snapshot) {
        if isFresh, mayServe(recording, night.snapshot) { newest = .finished(night) }
        continue
      }
      let isResumable = RecordingStart.isResumable(
        in: night.snapshot, site: recording.plan.site.href, hosts: recording.extraHosts)
      if case .interrupted(let older) = newest { try older.remove() }
      if isFresh, isResumable {
        newest = .interrupted(night)
      } else {
        if case .interrupted = newest { newest = .none }
        try night.remove()
      }
    }
    return newest
  }

  private static func isWhole(_ folder: SnapshotFolder) -> Bool {
    guard let manifest = try? folder.manifest() else { return false }
    let hasJournal = FileManager.default.fileExists(atPath: folder.file(RecordingStart.journalName))
    return !hasJournal || manifest.stopReason != StopReason.interrupted.rawValue
  }

  private static func mayServe(_ recording: SiteRecording, _ folder: SnapshotFolder) -> Bool {
    guard let manifest = try? folder.manifest() else { return false }
    return manifest.siteURL == recording.plan.site.href && manifest.extraHosts == recording.extraHosts
      && manifest.coverage.fetched > 0
  }
}

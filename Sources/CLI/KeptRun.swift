import Archive
import AuditCore
import Crawling
import Foundation
import History
import Pipeline

/// One audit on its way into the history that was named for it; nothing happens where none was.
struct KeptRun {
  private let store: HistoryStore
  private let number: Int

  init?(of site: AuditReport.Site, in history: HistoryOptions) throws {
    guard let store = try history.keeping() else { return nil }
    self.store = store
    number = try store.begin(site, at: Self.now)
  }

  /// Keeps the report and where its recording lies. Messages and alarms are the nightly run's affair.
  /// - Returns: the number of the run.
  @discardableResult
  func keep(_ report: AuditReport, recordedIn folder: SnapshotFolder) throws -> Int {
    let manifest = try folder.manifest()
    let snapshot = SnapshotRecord(
      digest: manifest.archive.digest, folder: URL(filePath: folder.path).standardizedFileURL.path,
      bytes: manifest.archive.bytes, recordedAt: manifest.recordedAt, parents: manifest.parents)
    try store.commit(FinishedRun(report: report, finishedAt: Self.now, snapshot: snapshot), as: number)
    return number
  }

  private static var now: Timestamp { SystemClock().wall }
}

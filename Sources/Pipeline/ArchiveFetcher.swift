import Archive
import AuditCore
import Synchronization
import WebURL

/// Answers requests from an archive: what makes a whole audit, crawler included, run again without a network.
package final class ArchiveFetcher: Fetcher {
  private let visits: [String: Visit]

  /// Reads the archive into memory; meant for the small towns that come with the project.
  package init(folder: SnapshotFolder) throws {
    let parents = try ParentArchives(of: folder.manifest(), in: folder)
    let reader = try VisitReader(path: folder.archivePath, parents: parents)
    var visits: [String: Visit] = [:]
    while let visit = try reader.next() {
      guard visits[visit.url.href] == nil else { continue }
      visits[visit.url.href] = visit
    }
    self.visits = visits
  }

  package func fetch(_ request: FetchRequest) async -> FetchResult {
    guard let visit = visits[request.url.href] else {
      return .failure(.other, detail: "not in the archive", at: Timestamp(secondsSinceEpoch: 0))
    }
    if let response = FetchResponse(replaying: visit) { return .response(response) }
    if case .failed(let failure, let detail) = visit.outcome {
      return .failure(failure, detail: detail, at: visit.at)
    }
    return .failure(.other, detail: "was not asked for when the archive was made", at: visit.at)
  }
}

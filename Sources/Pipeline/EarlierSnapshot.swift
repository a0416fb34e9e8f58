import Archive
import AuditCore
import Crawling
import Synchronization
import WebURL

/// The snapshot of an earlier night, which the recording of this one is compared with: what the site delivered then,
/// by address, and where the body really is.
package struct EarlierSnapshot: EarlierVisits {
  private let last: SnapshotArchive
  private let parents: ParentArchives
  private let traced = TracedDeliveries()

  /// Opens the snapshot and those whose bodies it refers to.
  package init(opening folder: SnapshotFolder) throws {
    last = try SnapshotArchive(opening: folder)
    parents = try ParentArchives(of: last.manifest, in: folder)
  }

  /// The digest by which it is named.
  var digest: ContentDigest { last.digest }
  var folder: SnapshotFolder { last.folder }

  /// All archives that may hold a body: its own, and those it refers to.
  var archives: [SnapshotArchive] { parents.archives + [last] }

  /// Whether a body would be lost with this folder.
  package func needs(_ folder: SnapshotFolder) -> Bool {
    archives.contains { ParentFolder.relativePath(from: folder, to: $0.folder) == "." }
  }

  /// Addresses that gave no answer in time.
  var silentAddresses: [WebURL] {
    last.unanswered.compactMap { entry in
      guard let outcome = try? last.outcome(of: entry), case .failed(.timedOut, _) = outcome else { return nil }
      return entry.url.flatMap { WebURL(parsing: $0) }
    }
  }

  package func trace(of url: WebURL) async -> EarlierTrace? {
    guard let delivery = try? delivery(of: url, .notModified) else { return nil }
    traced.keep(delivery, of: url)
    return EarlierTrace(validators: Validators(of: delivery.fields), digest: delivery.digest)
  }

  package func delivery(of url: WebURL, seen sign: EarlierRecord.Sign) async throws -> Delivery? {
    guard var delivery = traced.take(url) else { return try delivery(of: url, sign) }
    delivery.earlier?.sign = sign
    return delivery
  }

  private func delivery(of url: WebURL, _ sign: EarlierRecord.Sign) throws -> Delivery? {
    guard let answer = try last.lastAnswer(at: url.href) else { return nil }
    var delivery: Delivery
    if answer.revisit == nil {
      guard (200..<300).contains(answer.status), answer.truncated == nil, answer.fault == nil, !answer.body.isEmpty
      else { return nil }
      delivery = Delivery(
        status: answer.status, fields: answer.fields, body: answer.body, digest: answer.digest,
        conversions: try last.conversions(of: answer), earlier: last.record(of: answer, seen: sign))
    } else {
      guard let held = try parents.delivery(revisitedBy: answer) else { return nil }
      delivery = held
      delivery.earlier?.sign = sign
      let own = try last.conversions(of: answer)
      if !own.isEmpty {
        delivery.conversions = own
        delivery.earlier?.holdsConversions = false
      }
    }
    return delivery
  }
}

/// What was read for the requests under way: most of them are answered with "as before", and then it is wanted again.
private final class TracedDeliveries: Sendable {
  private let kept = Mutex<[(url: WebURL, delivery: Delivery)]>([])

  /// More than are ever under way, and bodies larger than this are read twice.
  private static let most = 12
  private static let largest = 1 << 20

  func keep(_ delivery: Delivery, of url: WebURL) {
    guard delivery.body.count <= Self.largest else { return }
    kept.withLock { kept in
      if kept.count == Self.most { kept.removeFirst() }
      kept.append((url, delivery))
    }
  }

  func take(_ url: WebURL) -> Delivery? {
    kept.withLock { kept in
      kept.firstIndex { $0.url == url }.map { kept.remove(at: $0).delivery }
    }
  }
}

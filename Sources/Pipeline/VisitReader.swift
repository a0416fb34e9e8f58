import Archive
import AuditCore
import WebURL

/// Reads an archive as visits in the order of recording, one in memory at a time. Understands our own archives and
/// those of other tools (a response of any WARC is a visit; what was not asked for is not in them).
final class VisitReader {
  private let reader: WARCReader
  private let path: String
  /// Nil for an archive of another tool, whose revisits refer to itself or to archives that we do not have.
  private let parents: ParentArchives?
  private var pending: (visit: Visit, record: String?)?
  /// Bodies met so far, for revisits within one archive.
  private var bodies: [ContentDigest: WARCLocation] = [:]
  /// Addresses recorded twice: the first delivered body stays.
  private(set) var skippedRecords = 0

  init(path: String, parents: ParentArchives? = nil) throws(ArchiveError) {
    reader = try WARCReader(path: path)
    self.path = path
    self.parents = parents
  }

  var faults: [WARCFault] { reader.faults }

  /// The next visit, nil at the end.
  func next() throws(ArchiveError) -> Visit? {
    while let record = try reader.next() {
      if let visit = try take(record) { return visit }
    }
    defer { pending = nil }
    return pending?.visit
  }

  /// Takes in one record; gives back the visit that it completes.
  private func take(_ record: WARCRecord) throws(ArchiveError) -> Visit? {
    switch record.type {
    case .response, .revisit:
      guard let response = record.response(), let visit = try visit(of: response) else {
        skippedRecords += 1
        return nil
      }
      defer { pending = (visit, response.recordID) }
      return pending?.visit
    case .resource:
      guard let visit = Self.visit(ofResource: record) else { return nil }
      defer { pending = (visit, record.id) }
      return pending?.visit
    case .metadata: return takeMetadata(record)
    case .conversion:
      if let held = pending, held.record == record.refersTo, let conversion = ConversionRecord.read(record),
        case .delivered(var delivery) = held.visit.outcome
      {
        if delivery.earlier?.holdsConversions == true {
          // It was read anew for this recording: what the earlier one made of it no longer counts.
          delivery.conversions = []
          delivery.earlier?.holdsConversions = false
        }
        delivery.conversions.append(conversion)
        pending?.visit.outcome = .delivered(delivery)
      }
      return nil
    default: return nil
    }
  }

  private func takeMetadata(_ record: WARCRecord) -> Visit? {
    let fields = WARCFields.read(record.block)
    if let about = record.concurrentTo.first, about == pending?.record {
      guard fields[VisitFields.outcome] != nil else { return nil }
      pending?.visit.via = VisitFields.via(in: fields)
      pending?.visit.purpose = VisitFields.purpose(in: fields)
      pending?.visit.remark = VisitFields.remark(in: fields)
      return nil
    }
    guard let outcome = VisitFields.outcome(in: fields), let target = record.target,
      let url = WebURL(parsing: target)
    else { return nil }
    defer {
      let visit = Visit(
        url: url, at: record.date ?? Timestamp(secondsSinceEpoch: 0), outcome: outcome,
        via: VisitFields.via(in: fields), purpose: VisitFields.purpose(in: fields))
      pending = (visit, record.id)
    }
    return pending?.visit
  }

  private func visit(of response: ArchivedResponse) throws(ArchiveError) -> Visit? {
    guard response.revisit != nil else {
      if let location = response.location, !response.body.isEmpty, bodies[response.digest] == nil {
        bodies[response.digest] = location
      }
      return Self.visit(of: response, delivery: nil)
    }
    var delivery = try parents?.delivery(revisitedBy: response)
    if delivery == nil { delivery = try self.delivery(repeatedBy: response) }
    if let delivery { return Self.visit(of: response, delivery: delivery) }
    guard parents != nil else { return nil }
    throw ArchiveError(
      "the snapshot refers to a page that none of the snapshots it names holds", path: path, cause: response.target)
  }

  /// The body that stood earlier in the same archive.
  private func delivery(repeatedBy response: ArchivedResponse) throws(ArchiveError) -> Delivery? {
    guard let digest = response.revisit?.digest, let location = bodies[digest],
      let held = try WARCReader.record(at: location, in: path).response()
    else { return nil }
    let isNotModified = response.status == 304
    return Delivery(
      status: isNotModified ? held.status : response.status, fields: isNotModified ? held.fields : response.fields,
      body: held.body, digest: held.digest, truncated: held.truncated)
  }

  private static func visit(of response: ArchivedResponse, delivery: Delivery?) -> Visit? {
    guard let url = WebURL(parsing: response.target), url.isHTTP else { return nil }
    let at = response.date ?? Timestamp(secondsSinceEpoch: 0)
    let outcome: Visit.Outcome
    switch delivery?.status ?? response.status {
    case 200...299:
      outcome = .delivered(
        delivery
          ?? Delivery(
            status: response.status, fields: response.fields, body: response.body, digest: response.digest,
            truncated: response.truncated))
    case 300...399:
      let target = response.fields["Location"].flatMap { WebURL(parsing: $0, relativeTo: url) }
      outcome = .redirected(status: response.status, to: target)
    default: outcome = .refused(status: response.status)
    }
    let purpose: Visit.Purpose = url.path == "/robots.txt" ? .robots : .page
    return Visit(url: url, at: at, outcome: outcome, purpose: purpose)
  }

  private static func visit(ofResource record: WARCRecord) -> Visit? {
    guard let target = record.target, let url = WebURL(parsing: target), url.isHTTP else { return nil }
    let delivery = Delivery(
      status: 200, fields: [HTTPField(name: "Content-Type", value: record.contentType)], body: record.block,
      digest: WARCDigest(of: record.block).evidence)
    return Visit(url: url, at: record.date ?? Timestamp(secondsSinceEpoch: 0), outcome: .delivered(delivery))
  }
}

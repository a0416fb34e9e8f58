import AuditCore

/// One line of a snapshot's index: what a record is and where it stands in the archive, so that one page can be
/// read without unpacking the rest.
package struct IndexEntry: Sendable, Hashable, Codable {
  package var url: String?
  package var date: Timestamp?
  /// The record's WARC-Type.
  package var type: String
  /// Of an answer.
  package var status: Int?
  /// As the server labelled it, without parameters.
  package var mediaType: String?
  /// SHA-256 of the payload, or of the block of records without one.
  package var digest: ContentDigest
  package var offset: UInt64
  package var length: UInt64

  package var location: WARCLocation { WARCLocation(offset: offset, length: length) }

  /// The entry for a record at `location`.
  package init(_ record: WARCRecord, at location: WARCLocation) {
    url = record.target
    date = record.date
    type = record.headers["WARC-Type"] ?? ""
    offset = location.offset
    length = location.length
    let message = record.isHTTP ? HTTPMessage(record.block) : nil
    status = message?.head.status
    mediaType = Self.withoutParameters(message.map { $0.head.fields["Content-Type"] ?? "" } ?? record.contentType)
    let stated = record.headers["WARC-Payload-Digest"].flatMap { WARCDigest(labelled: $0) }
    if let stated, stated.algorithm == .sha256 {
      digest = stated.evidence
    } else {
      digest = WARCDigest(of: message?.body ?? record.block[...]).evidence
    }
  }

  /// By address, then date, then place: the order of the file.
  package static func precedes(_ a: IndexEntry, _ b: IndexEntry) -> Bool {
    if a.url != b.url { return (a.url ?? "") < (b.url ?? "") }
    if a.date != b.date { return (a.date?.secondsSinceEpoch ?? 0) < (b.date?.secondsSinceEpoch ?? 0) }
    return a.offset < b.offset
  }

  private static func withoutParameters(_ type: String) -> String? {
    type.split(separator: ";").first.map { FieldText.trim(String($0)).lowercased() }
  }
}

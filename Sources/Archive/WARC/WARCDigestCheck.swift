import AuditCore

/// Compares the digests that a record states with its bytes (ISO 28500 §5.8, §5.9).
enum WARCDigestCheck {
  /// A sentence for each digest that does not fit. Algorithms that are not known are passed over, as are
  /// `revisit` records: tools differ in what theirs are of, and the payload stands in another record.
  static func problems(of record: WARCRecord) -> [String] {
    guard record.type != .revisit else { return [] }
    var problems: [String] = []
    if let field = record.headers["WARC-Block-Digest"], WARCDigest.algorithm(of: field) != nil {
      if WARCDigest(labelled: field).map({ WARCDigest($0.algorithm, of: record.block) == $0 }) != true {
        problems.append("WARC-Block-Digest does not fit the block of \(record.block.count) bytes")
      }
    }
    if record.headers["WARC-Segment-Number"] == nil, let field = record.headers["WARC-Payload-Digest"],
      WARCDigest.algorithm(of: field) != nil
    {
      if WARCDigest(labelled: field).map({ payloadFits($0, record) }) != true {
        problems.append("WARC-Payload-Digest does not fit the payload")
      }
    }
    return problems
  }

  /// Tools differ in whether the payload is taken before or after chunked coding is undone; either will do.
  private static func payloadFits(_ stated: WARCDigest, _ record: WARCRecord) -> Bool {
    guard record.isHTTP else { return WARCDigest(stated.algorithm, of: record.block) == stated }
    guard let message = HTTPMessage(record.block) else { return true }
    if WARCDigest(stated.algorithm, of: message.body) == stated { return true }
    guard message.head.isChunked else { return false }
    return WARCDigest(stated.algorithm, of: ChunkedBody.decode(message.body, limit: record.block.count).bytes) == stated
  }
}

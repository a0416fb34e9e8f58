import AuditCore

/// A server's answer as an archive holds it, ready for judging: codings undone, limits kept.
package struct ArchivedResponse: Sendable {
  /// The address asked for, as recorded.
  package var target: String
  /// Nil where the archive's date cannot be read.
  package var date: Timestamp?
  package var status: Int
  package var fields: [HTTPField]
  /// Decoded.
  package var body: [UInt8]
  /// SHA-256 of `body`.
  package var digest: ContentDigest
  /// Why the body ends early, where it does: the recorder's word, or `length` for our own limits.
  package var truncated: String?
  /// What went wrong in undoing the codings.
  package var fault: DecodedBody.Fault?
  /// Where the body is to be found, for an answer that only says "as before"; `body` then is empty.
  package var revisit: Revisit?
  package var recordID: String?
  package var location: WARCLocation?

  /// The earlier answer that a `revisit` record stands for (ISO 28500 §6.7).
  package struct Revisit: Sendable, Hashable {
    package var target: String?
    package var date: Timestamp?
    /// SHA-256 of the earlier body, where the archive carries that algorithm.
    package var digest: ContentDigest?
  }
}

extension WARCRecord {
  /// The answer in a `response` or `revisit` record; nil for other records, other protocols than HTTP, and blocks
  /// that do not begin with a status line.
  package func response(limits: BodyLimits = BodyLimits()) -> ArchivedResponse? {
    guard type == .response || type == .revisit, let target, isHTTP, let message = HTTPMessage(block),
      let status = message.head.status
    else { return nil }
    let payload = headers["WARC-Payload-Digest"].flatMap { WARCDigest(labelled: $0) }
    let stated = payload?.algorithm == .sha256 ? payload?.evidence : nil
    var revisit: ArchivedResponse.Revisit?
    var body = DecodedBody(bytes: [], fault: nil)
    if type == .revisit {
      revisit = .init(
        target: headers["WARC-Refers-To-Target-URI"],
        date: headers["WARC-Refers-To-Date"].flatMap { Timestamp(iso: $0) },
        digest: stated)
    } else {
      body = message.decodedBody(limits)
    }
    var cut = truncated
    if case .tooLong = body.fault { cut = cut ?? "length" }
    let isAsStored = body.fault == nil && !message.head.isChunked && message.head.contentCodings.isEmpty
    let known = revisit.map(\.digest) ?? (isSound && isAsStored ? stated : nil)
    return ArchivedResponse(
      target: target, date: date, status: status, fields: message.head.fields, body: body.bytes,
      digest: known ?? WARCDigest(of: body.bytes).evidence, truncated: cut, fault: body.fault,
      revisit: revisit, recordID: id, location: location)
  }
}

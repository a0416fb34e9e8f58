import AuditCore

extension WARCRecord {
  /// A record of `type` to be written. Its id, digests and Content-Length are the writer's to add.
  package init(
    _ type: WARCType, target: String? = nil, at date: Timestamp, contentType: String?, fields: [HTTPField] = [],
    block: [UInt8]
  ) {
    var headers = [HTTPField(name: "WARC-Type", value: type.rawValue)]
    if let target { headers.append(HTTPField(name: "WARC-Target-URI", value: target)) }
    headers.append(HTTPField(name: "WARC-Date", value: date.description))
    if let contentType { headers.append(HTTPField(name: "Content-Type", value: contentType)) }
    self.init(headers: headers + fields, block: block)
  }

  /// What made the file, with which settings (ISO 28500 §6.2).
  package static func warcinfo(at date: Timestamp, fields: [HTTPField]) -> WARCRecord {
    WARCRecord(.warcinfo, at: date, contentType: WARCFields.mediaType, block: WARCFields.bytes(fields))
  }

  /// A server's answer (ISO 28500 §6.3). The body is stored decoded, and the head is made to fit it.
  /// `truncated` is the reason where the body was cut: `length`, `time` or `disconnect`; `payload` the digest of the
  /// body, where it is known.
  package static func response(
    for target: String, at date: Timestamp, head: HTTPHead, body: [UInt8], payload: WARCDigest? = nil,
    address: String? = nil, truncated: String? = nil
  ) -> WARCRecord {
    var fields: [HTTPField] = []
    if let address { fields.append(HTTPField(name: "WARC-IP-Address", value: address)) }
    if let truncated { fields.append(HTTPField(name: "WARC-Truncated", value: truncated)) }
    let payload = payload ?? WARCDigest(of: body)
    fields.append(HTTPField(name: "WARC-Payload-Digest", value: payload.base32))
    return WARCRecord(
      .response, target: target, at: date, contentType: "application/http;msgtype=response", fields: fields,
      block: head.stored(bodyLength: body.count).bytes + body)
  }

  /// What was sent to get the answer `response` (ISO 28500 §6.5).
  package static func request(
    for target: String, at date: Timestamp, head: HTTPHead, concurrentTo response: String? = nil
  ) -> WARCRecord {
    WARCRecord(
      .request, target: target, at: date, contentType: "application/http;msgtype=request",
      fields: link("WARC-Concurrent-To", response), block: head.bytes)
  }

  /// Named facts about an address, or about the record `about` (ISO 28500 §6.6).
  package static func metadata(
    for target: String?, at date: Timestamp, fields: [HTTPField], about: String? = nil
  ) -> WARCRecord {
    WARCRecord(
      .metadata, target: target, at: date, contentType: WARCFields.mediaType,
      fields: link("WARC-Concurrent-To", about), block: WARCFields.bytes(fields))
  }

  /// What the server was heard to say that does not fit the body as stored: status line and fields as received.
  package static func received(
    for target: String, at date: Timestamp, head: HTTPHead, receivedBytes: Int, about: String? = nil
  ) -> WARCRecord {
    var fields = [
      HTTPField(name: "received-status", value: head.firstLine),
      HTTPField(name: "received-bytes", value: "\(receivedBytes)"),
    ]
    fields += head.fields.map { HTTPField(name: "received-field", value: "\($0.name): \($0.value)") }
    return metadata(for: target, at: date, fields: fields, about: about)
  }

  /// The same body as in an earlier snapshot (ISO 28500 §6.7): the server said 304, or the digest is the same.
  package static func revisit(
    for target: String, at date: Timestamp, head: HTTPHead, profile: RevisitProfile, payload: WARCDigest,
    originalTarget: String, originalDate: Timestamp, originalID: String? = nil, address: String? = nil
  ) -> WARCRecord {
    var fields = [
      HTTPField(name: "WARC-Profile", value: profile.rawValue),
      HTTPField(name: "WARC-Payload-Digest", value: payload.base32),
      HTTPField(name: "WARC-Refers-To-Target-URI", value: originalTarget),
      HTTPField(name: "WARC-Refers-To-Date", value: originalDate.description),
    ]
    fields += link("WARC-Refers-To", originalID)
    if let address { fields.append(HTTPField(name: "WARC-IP-Address", value: address)) }
    return WARCRecord(
      .revisit, target: target, at: date, contentType: "application/http;msgtype=response", fields: fields,
      block: head.stored(bodyLength: nil).bytes)
  }

  /// Another form of an archived body, such as the text of a PDF (ISO 28500 §6.8).
  package static func conversion(
    for target: String, at date: Timestamp, contentType: String, body: [UInt8], of original: String?
  ) -> WARCRecord {
    WARCRecord(
      .conversion, target: target, at: date, contentType: contentType, fields: link("WARC-Refers-To", original),
      block: body)
  }

  /// Bytes with an address but no protocol around them (ISO 28500 §6.4).
  package static func resource(
    for target: String, at date: Timestamp, contentType: String, body: [UInt8]
  ) -> WARCRecord {
    WARCRecord(.resource, target: target, at: date, contentType: contentType, block: body)
  }

  /// Why a revisit holds no body of its own; the address of the standard's own text about it.
  package enum RevisitProfile: String, Sendable {
    case identicalPayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    case serverNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
  }

  private static func link(_ name: String, _ id: String?) -> [HTTPField] {
    id.map { [HTTPField(name: name, value: $0)] } ?? []
  }
}

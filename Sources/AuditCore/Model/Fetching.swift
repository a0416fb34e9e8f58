import WebURL

/// One header field as received or sent; names keep their case, compare them with `matches`.
package struct HTTPField: Sendable, Hashable, Codable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension [HTTPField] {
  /// The first value of a field, its name compared without regard to ASCII case (RFC 9110 §5.1).
  package subscript(name: String) -> String? {
    first { Self.isSameName($0.name, name) }?.value
  }

  private static func isSameName(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one.utf8, other.utf8)
    return one.count == other.count && zip(one, other).allSatisfy { lowercase($0) == lowercase($1) }
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// What lets a server answer 304 instead of sending a body again (RFC 9110 §8.8, §13).
package struct Validators: Sendable, Hashable, Codable {
  package var etag: String?
  package var lastModified: String?

  package init(etag: String?, lastModified: String?) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// One GET that the crawler asks for, with its own limits.
package struct FetchRequest: Sendable {
  package var url: WebURL
  /// Extra fields, such as the validators of a conditional request.
  package var fields: [HTTPField]
  /// Bytes received, and after decoding, at which the body is cut.
  package var maxBytes: Int
  /// Whole time for this one request; the fetcher keeps it itself.
  package var deadline: Duration
  /// Beginnings of media types, in lower case, whose bodies are not worth receiving (`image/`, `video/`): the answer
  /// then ends after its head, truncated as `unspecified`.
  package var unwantedTypes: [String]
  /// How long an answer may take to begin, where that is less than any other silence may last.
  package var patience: Duration?
  /// Goes out once, on a connection that no other request uses: on a used one a server's reset makes libraries repeat
  /// the request at once and unasked (RFC 9110 §9.2.2 lets them).
  package var isAlone = false

  package init(
    url: WebURL, fields: [HTTPField] = [], maxBytes: Int, deadline: Duration, unwantedTypes: [String] = []
  ) {
    self.url = url
    self.fields = fields
    self.maxBytes = maxBytes
    self.deadline = deadline
    self.unwantedTypes = unwantedTypes
  }
}

/// A server's answer. The body is decoded (no content or transfer coding left); redirects are not followed.
package struct FetchResponse: Sendable {
  package var status: Int
  package var fields: [HTTPField]
  package var body: [UInt8]
  /// Bytes on the wire, before decoding.
  package var receivedBytes: Int
  /// Why the body ends early, where it does: `length` (byte cap), `time` (deadline), `disconnect`, `unspecified`
  /// (a type that was not wanted).
  package var truncated: String?
  package var startedAt: Timestamp
  /// The IP address that answered, where the engine knows it.
  package var serverAddress: String?
  /// The request as sent, for the WARC request record.
  package var requestFields: [HTTPField]
  /// A fault of the site that did not stop the fetch, such as a broken certificate chain.
  package var remark: String?

  package init(
    status: Int, fields: [HTTPField], body: [UInt8], receivedBytes: Int? = nil, truncated: String? = nil,
    startedAt: Timestamp, serverAddress: String? = nil, requestFields: [HTTPField] = [], remark: String? = nil
  ) {
    self.status = status
    self.fields = fields
    self.body = body
    self.receivedBytes = receivedBytes ?? body.count
    self.truncated = truncated
    self.startedAt = startedAt
    self.serverAddress = serverAddress
    self.requestFields = requestFields
    self.remark = remark
  }
}

/// Why there was no answer. The site's fault, hence a value.
package enum FetchFailure: String, Sendable, Hashable, Codable {
  case nameNotResolved = "name-not-resolved"
  case connectionRefused = "connection-refused"
  case connectionReset = "connection-reset"
  case timedOut = "timed-out"
  case tls
  case refusedAddress = "refused-address"
  case malformedResponse = "malformed-response"
  case cancelled
  case other
}

package enum FetchResult: Sendable {
  case response(FetchResponse)
  case failure(FetchFailure, detail: String, at: Timestamp)
}

/// The role of whatever answers requests: URLSession on a live site, an archive in a replay, a script in a test.
package protocol Fetcher: Sendable {
  /// Takes note of addresses that gave no answer in time when they were last asked, days ago.
  func expectSilence(at addresses: [WebURL])
  /// Takes note that an earlier attempt at this crawl broke off without a word: an engine may have ended the process.
  func takeNoRisk()
  /// Never throws: what the site does wrong is a value. Honours the request's limits and task cancellation.
  func fetch(_ request: FetchRequest) async -> FetchResult
}

extension Fetcher {
  package func expectSilence(at addresses: [WebURL]) {}
  package func takeNoRisk() {}
}

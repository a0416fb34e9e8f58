import AuditCore
import WebURL

/// The role of an earlier recording of the same site: what lets a server say "as before" instead of sending a body
/// again (RFC 9110 §13).
package protocol EarlierVisits: Sendable {
  /// What the address delivered then, without the body; nil where it delivered nothing whole.
  func trace(of url: WebURL) async -> EarlierTrace?
  /// The delivery itself, with `earlier` set. Throws where our own disk does not give it back.
  func delivery(of url: WebURL, seen sign: EarlierRecord.Sign) async throws -> Delivery?
}

/// What is remembered of an earlier delivery while its address is asked for again.
package struct EarlierTrace: Sendable, Hashable {
  package var validators: Validators
  package var digest: ContentDigest

  package init(validators: Validators, digest: ContentDigest) {
    self.validators = validators
    self.digest = digest
  }
}

extension Validators {
  /// Of a stored answer; values that no server means to get back are left out.
  package init(of fields: [HTTPField]) {
    self.init(etag: fields["ETag"].flatMap(Self.sendable), lastModified: fields["Last-Modified"].flatMap(Self.sendable))
  }

  /// Printable ASCII of a sane length: the value came from a site and goes into a request.
  private static func sendable(_ value: String) -> String? {
    (1...500).contains(value.utf8.count) && value.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? value : nil
  }

  /// The fields of a conditional request (RFC 9110 §13.1.2, §13.1.3).
  package var requestFields: [HTTPField] {
    [
      etag.map { HTTPField(name: "If-None-Match", value: $0) },
      lastModified.map { HTTPField(name: "If-Modified-Since", value: $0) },
    ].compactMap { $0 }
  }
}

/// Addresses that were found as before.
struct UnchangedTally: Sendable {
  var notModified = 0
  var sameBytes = 0

  mutating func note(_ sign: EarlierRecord.Sign) {
    switch sign {
    case .notModified: notModified += 1
    case .sameBytes: sameBytes += 1
    }
  }
}

extension EarlierVisits {
  /// The earlier delivery that an answer says or shows to hold still; nil where it is something else.
  package func unchanged(
    _ response: FetchResponse, at url: WebURL, digest: ContentDigest?, since trace: EarlierTrace
  ) async throws -> Delivery? {
    if response.status == 304 { return try await delivery(of: url, seen: .notModified) }
    guard let digest, digest == trace.digest, response.truncated == nil, !response.body.isEmpty,
      var delivery = try await delivery(of: url, seen: .sameBytes)
    else { return nil }
    delivery.status = response.status
    delivery.fields = response.fields
    return delivery
  }
}

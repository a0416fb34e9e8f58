import Archive
import AuditCore
import WebURL

/// Writes visits into the archive of a snapshot: a response with its request, what was received and its conversions,
/// or one metadata record that says why there is none. When they reach the disk is for the owner of the writer to say.
struct VisitRecording {
  private let writer: WARCWriter

  init(writer: WARCWriter) {
    self.writer = writer
  }

  /// Records one visit with what was exchanged for it, nil where nothing was asked.
  func record(_ visit: Visit, exchange: FetchResponse?) throws(ArchiveError) {
    let target = visit.url.href
    guard let exchange else {
      try writer.append(.metadata(for: target, at: visit.at, fields: VisitFields.fields(of: visit)))
      return
    }
    let head = HTTPHead(status: exchange.status, fields: exchange.fields)
    let response = try writer.append(answer(to: visit, exchange, head))
    let request = HTTPHead(
      firstLine: "GET \(visit.url.requestTarget) HTTP/1.1",
      fields: sentFields(for: visit.url, exchange))
    try writer.append(.request(for: target, at: visit.at, head: request, concurrentTo: response.id))
    try writer.append(
      .received(
        for: target, at: visit.at, head: head, receivedBytes: exchange.receivedBytes, about: response.id))
    try writer.append(
      .metadata(for: target, at: visit.at, fields: VisitFields.fields(of: visit), about: response.id))
    if case .delivered(let delivery) = visit.outcome {
      for conversion in delivery.conversions where delivery.earlier?.holdsConversions != true {
        try writer.append(ConversionRecord.record(conversion, for: target, at: visit.at, of: response.id))
      }
    }
  }

  /// The record of the answer: with its body, or with a reference to where the same body already is.
  private func answer(to visit: Visit, _ exchange: FetchResponse, _ head: HTTPHead) -> WARCRecord {
    var payload: WARCDigest?
    if case .delivered(let delivery) = visit.outcome { payload = WARCDigest(labelled: delivery.digest.description) }
    guard case .delivered(let delivery) = visit.outcome, let earlier = delivery.earlier else {
      return .response(
        for: visit.url.href, at: visit.at, head: head, body: exchange.body, payload: payload,
        address: exchange.serverAddress, truncated: exchange.truncated)
    }
    return .revisit(
      for: visit.url.href, at: visit.at, head: head,
      profile: exchange.status == 304 ? .serverNotModified : .identicalPayload,
      payload: payload ?? WARCDigest(of: delivery.body), originalTarget: earlier.target, originalDate: earlier.date,
      originalID: earlier.recordID, address: exchange.serverAddress)
  }
}

/// The fields of the request as sent; Host is the engine's own and not always told.
private func sentFields(for url: WebURL, _ exchange: FetchResponse) -> [HTTPField] {
  guard exchange.requestFields["Host"] == nil else { return exchange.requestFields }
  return [HTTPField(name: "Host", value: url.hostAndPort)] + exchange.requestFields
}

extension WebURL {
  /// The value of a Host field (RFC 9110 §7.2).
  fileprivate var hostAndPort: String {
    (host ?? "") + (port.map { ":\($0)" } ?? "")
  }
}

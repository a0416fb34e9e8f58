import AuditCore

/// Whether a body is worth receiving, judged from the head of the answer.
enum BodyInterest {
  /// Why nothing of the body is to be received: `unspecified` for a type that is not wanted, `length` for a file
  /// that says it is longer than the cap (half a PDF is no PDF); nil where it is.
  static func refusal(of fields: [HTTPField], by request: FetchRequest) -> String? {
    let type = (fields["Content-Type"] ?? "").lowercased()
    if request.unwantedTypes.contains(where: { type.hasPrefix($0) }) { return "unspecified" }
    guard fields["Content-Encoding"] == nil, let length = fields["Content-Length"].flatMap(Int.init) else { return nil }
    return length > request.maxBytes && !type.hasPrefix("text/") ? "length" : nil
  }

  /// Bytes on the wire: with a content coding the length is that of the coded body.
  static func receivedBytes(_ fields: [HTTPField], decoded: Int) -> Int {
    guard fields["Content-Encoding"] != nil, let length = fields["Content-Length"].flatMap(Int.init), length >= 0 else {
      return decoded
    }
    return min(length, decoded)
  }
}

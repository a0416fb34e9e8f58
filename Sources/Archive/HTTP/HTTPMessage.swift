import AuditCore

/// An HTTP/1 message as archives store it: a head and the body behind it, as received (RFC 9112).
package struct HTTPMessage: Sendable {
  package var head: HTTPHead
  /// As stored; transfer and content coding may still be on it.
  package var body: ArraySlice<UInt8>

  /// Splits a stored block at its first empty line, LF or CRLF. Nil where it does not begin like a message.
  package init?(_ block: [UInt8]) {
    var lines: [ArraySlice<UInt8>] = []
    var index = 0
    var end = block.count
    while index < block.count {
      let lineEnd = block[index...].firstIndex(of: UInt8(ascii: "\n")) ?? block.count
      var line = block[index..<lineEnd]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      index = min(lineEnd + 1, block.count)
      if line.isEmpty, !lines.isEmpty {
        end = index
        break
      }
      guard lines.count < HTTPHead.maximumFields else { return nil }
      if !line.isEmpty { lines.append(line) }
    }
    guard let head = HTTPHead(lines) else { return nil }
    self.head = head
    body = block[end...]
  }
}

/// First line and fields of an HTTP message, read leniently: what browsers accept, assessors see.
package struct HTTPHead: Sendable, Hashable {
  /// The first line as it stands: `HTTP/1.1 200 OK` or `GET /index.php HTTP/1.1`.
  package var firstLine: String
  package var fields: [HTTPField]

  static let maximumFields = 2_000

  package init(firstLine: String, fields: [HTTPField]) {
    self.firstLine = firstLine
    self.fields = fields
  }

  /// The head of a response for storing; the reason phrase is only for people.
  package init(status: Int, reason: String? = nil, fields: [HTTPField]) {
    let words = reason ?? HTTPHead.reasons[status] ?? ""
    self.init(firstLine: "HTTP/1.1 \(status) \(words)", fields: fields)
  }

  /// Nil where the first line is neither a status line nor a request line. Lines that begin with white space
  /// continue the one before (obs-fold, RFC 9112 §5.2); lines without a colon are left out.
  init?(_ lines: [ArraySlice<UInt8>]) {
    guard let first = lines.first else { return nil }
    firstLine = FieldText.trim(FieldText.decode(first))
    fields = []
    guard firstLine.hasPrefix("HTTP/") || firstLine.hasPrefix("ICY ") || firstLine.contains(" HTTP/") else {
      return nil
    }
    for line in lines.dropFirst() {
      if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t"), let last = fields.indices.last {
        fields[last].value += " " + FieldText.trim(FieldText.decode(line))
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = FieldText.trim(FieldText.decode(line[..<colon]))
        fields.append(HTTPField(name: name, value: FieldText.trim(FieldText.decode(line[(colon + 1)...]))))
      }
    }
  }

  /// The status code of a response, nil for a request or a line without a number.
  package var status: Int? {
    let words = firstLine.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > 1, words[0].hasPrefix("HTTP/") || words[0] == "ICY", let code = Int(words[1]),
      (100...999).contains(code)
    else { return nil }
    return code
  }

  /// The method of a request, nil for a response.
  package var method: String? {
    firstLine.hasPrefix("HTTP/") ? nil : firstLine.split(separator: " ").first.map(String.init)
  }

  /// Content codings in the order they were applied, `identity` left out.
  package var contentCodings: [String] { codings("Content-Encoding") }

  package var isChunked: Bool { codings("Transfer-Encoding").contains("chunked") }

  /// The media type without parameters, in lower case; empty where there is none.
  package var mediaType: String {
    FieldText.trim((fields["Content-Type"] ?? "").split(separator: ";").first.map(String.init) ?? "")
      .lowercased()
  }

  /// First line, fields and the empty line, as bytes. No field can add a line of its own.
  package var bytes: [UInt8] {
    var text = FieldText.oneLine(firstLine) + "\r\n"
    for field in fields { text += "\(FieldText.token(field.name)): \(FieldText.oneLine(field.value))\r\n" }
    return Array((text + "\r\n").utf8)
  }

  /// The same head for a body that is stored decoded, `length` bytes long: coding and length fields fit what is
  /// stored, so that any reader of the archive can trust them (ISO 28500 §6.3.2; the received ones go into a
  /// metadata record). Without a length for a body that stands in another record.
  package func stored(bodyLength length: Int?) -> HTTPHead {
    let replaced: Set = ["content-encoding", "transfer-encoding", "content-length", "trailer"]
    var head = self
    head.fields.removeAll { replaced.contains($0.name.lowercased()) }
    if let length { head.fields.append(HTTPField(name: "Content-Length", value: "\(length)")) }
    return head
  }

  private func codings(_ name: String) -> [String] {
    fields.filter { $0.name.lowercased() == name.lowercased() }
      .flatMap { $0.value.split(separator: ",") }
      .map { FieldText.trim(String($0)).lowercased() }
      .filter { !$0.isEmpty && $0 != "identity" }
  }

  private static let reasons = [
    200: "OK", 204: "No Content", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
    403: "Forbidden", 404: "Not Found", 410: "Gone", 429: "Too Many Requests", 500: "Internal Server Error",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
  ]
}

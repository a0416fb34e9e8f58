import AuditCore

/// What the proxy says to the browser, one answer a connection.
struct ProxyAnswer: Sendable {
  var status: Int
  var fields: [HTTPField] = []
  var body: [UInt8] = []

  /// A refusal with its reason as text.
  static func refusal(_ status: Int, _ reason: String) -> ProxyAnswer {
    ProxyAnswer(
      status: status, fields: [HTTPField(name: "Content-Type", value: "text/plain; charset=utf-8")],
      body: Array("oitcheck: \(reason)\n".utf8))
  }

  /// Fields of a server that the browser needs; the others (cookies, policies, validators) stay here.
  private static let passed = [
    "content-type", "location", "access-control-allow-origin", "access-control-allow-credentials",
    "access-control-allow-headers", "access-control-expose-headers",
  ]

  /// An answer of the site, its own https addresses shown as http.
  init(_ response: FetchResponse, disguise: SchemeDisguise) {
    status = response.status
    fields = response.fields.compactMap { field in
      guard Self.passed.contains(field.name.lowercased()) else { return nil }
      let value = disguise.putOn(Array(field.value.utf8))
      return HTTPField(name: field.name, value: String(decoding: value, as: UTF8.self))
    }
    body = Self.isText(response.fields["Content-Type"]) ? disguise.putOn(response.body) : response.body
  }

  init(status: Int, fields: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  private static func isText(_ type: String?) -> Bool {
    let type = type?.lowercased() ?? "text/"
    return type.hasPrefix("text/") || ["javascript", "json", "xml"].contains { type.contains($0) }
  }

  /// The message on the wire. Line ends in a value would be a second field: they cannot pass.
  var bytes: [UInt8] {
    var head = "HTTP/1.1 \(status) \(status < 400 ? "OK" : "Refused")\r\n"
    for field in fields where !(field.name + field.value).utf8.contains(where: { $0 < 0x20 && $0 != 9 }) {
      head += "\(field.name): \(field.value)\r\n"
    }
    if status != 204 { head += "Content-Length: \(body.count)\r\n" }
    return Array((head + "Connection: close\r\n\r\n").utf8) + body
  }
}

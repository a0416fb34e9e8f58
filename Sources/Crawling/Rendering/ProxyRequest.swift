import AuditCore
import WebURL

/// The head of one request as a browser sends it to a proxy (RFC 9112 §3.2.2: the target is a whole address).
struct ProxyRequest: Sendable {
  let method: String
  let target: String
  let fields: [HTTPField]

  /// Nil where it is no HTTP/1 head. The bytes end with the empty line.
  init?(_ head: [UInt8]) {
    var lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)
    guard !lines.isEmpty else { return nil }
    let words = lines.removeFirst().split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    method = String(words[0])
    target = String(words[1])
    fields = lines.prefix(100).compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return HTTPField(name: String(parts[0]), value: String(parts[1].drop { $0 == " " }))
    }
  }

  /// The browser would leave the page, or fill a frame: both ask for a document.
  var isNavigation: Bool { fields["Upgrade-Insecure-Requests"] != nil }

  /// Pictures and styles add nothing to the text of a page; browsers say in Accept what they ask for.
  var isDecoration: Bool {
    let accept = fields["Accept"] ?? ""
    return ["image/", "text/css", "video/", "audio/", "font/"].contains { accept.hasPrefix($0) }
  }
}

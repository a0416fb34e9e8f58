import AuditCore
import Foundation
import WebURL

/// The session cookies of one crawl (RFC 6265): a site that gets its own cookie back stops writing session ids into
/// every address. Kept in memory, for the host that set them only, forgotten with the crawl.
struct CookieJar: Sendable {
  private struct Cookie {
    var name: String
    var value: String
    var path: String
    var isSecure: Bool
  }

  private static let maximumPerHost = 40
  private static let maximumHosts = 500
  private static let maximumBytes = 4_096

  private var cookies: [String: [Cookie]] = [:]

  /// Keeps what the answer of an address sets.
  mutating func keep(_ fields: [HTTPField], from url: WebURL) {
    guard let host = url.host, cookies[host] != nil || cookies.count < Self.maximumHosts else { return }
    for field in fields where field.name.lowercased() == "set-cookie" {
      for text in Self.separate(field.value) { keep(text, host: host) }
    }
  }

  /// The value of the Cookie field for an address, nil where there is nothing to send.
  func header(for url: WebURL) -> String? {
    guard let host = url.host, let kept = cookies[host] else { return nil }
    let sent = kept.filter { (!$0.isSecure || url.scheme == "https") && url.path.hasPrefix($0.path) }
    return sent.isEmpty ? nil : sent.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  private mutating func keep(_ text: String, host: String) {
    guard text.utf8.count <= Self.maximumBytes else { return }
    let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let pair = parts.first, let equals = pair.firstIndex(of: "="), equals > pair.startIndex else { return }
    var cookie = Cookie(
      name: String(pair[..<equals]), value: String(pair[pair.index(after: equals)...]), path: "/", isSecure: false)
    guard (cookie.name + cookie.value).utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return }
    for attribute in parts.dropFirst() {
      let lower = attribute.lowercased()
      if lower == "secure" { cookie.isSecure = true }
      if lower.hasPrefix("path=/") { cookie.path = String(attribute.dropFirst("path=".count)) }
      if lower == "max-age=0" { cookie.value = "" }
    }
    var kept = (cookies[host] ?? []).filter { $0.name != cookie.name || $0.path != cookie.path }
    if !cookie.value.isEmpty, kept.count < Self.maximumPerHost { kept.append(cookie) }
    cookies[host] = kept
  }

  /// Several Set-Cookie lines that the engine joined with commas: a comma starts a new one where `name=` follows it.
  private static func separate(_ value: String) -> [String] {
    var found: [String] = []
    for piece in value.split(separator: ",") {
      let head = piece.prefix { $0 != ";" }
      let isStart = head.contains("=") && head.first == " " || found.isEmpty
      if isStart { found.append(String(piece)) } else { found[found.count - 1] += "," + piece }
    }
    return found
  }
}

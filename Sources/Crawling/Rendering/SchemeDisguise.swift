import WebURL

/// How the browser is shown a page of an https site although its proxy cannot look into https: by http addresses.
///
/// The addresses of the site's own hosts lose their `s` on the way in and get it back on the way out; on the way to
/// the server every request is https, with certificates checked by the crawl's own fetcher. So scope, robots.txt and
/// pace hold for https pages too, and no request goes where it cannot be seen. A page of https loads nothing by http
/// (mixed content), so nothing is lost; scripts that insist on `location.protocol` being https fail.
struct SchemeDisguise: Sendable {
  private let isWorn: Bool
  private let hosts: Set<String>

  init(of page: WebURL, hosts: Set<String>) {
    isWorn = page.scheme == "https"
    self.hosts = hosts
  }

  /// The address as the browser sees it.
  func shown(_ url: WebURL) -> String {
    isWorn && url.scheme == "https" ? "http" + url.href.dropFirst(5) : url.href
  }

  /// The address that the browser means.
  func real(_ url: WebURL) -> WebURL? {
    isWorn && url.scheme == "http" ? WebURL(parsing: "https" + url.href.dropFirst(4)) : url
  }

  /// A body or header value on its way to the browser. Digests of scripts (`integrity`) no longer fit, so they go.
  func putOn(_ bytes: [UInt8]) -> [UInt8] {
    guard isWorn else { return bytes }
    return Self.replacing(
      [" integrity=": " data-integrity=", "upgrade-insecure-requests": ""],
      in: exchanged(bytes, from: "https:", to: "http:"))
  }

  /// A page on its way back.
  func takenOff(_ bytes: [UInt8]) -> [UInt8] {
    isWorn ? exchanged(bytes, from: "http:", to: "https:") : bytes
  }

  /// Exchanges the scheme before the site's own hosts, also where slashes are escaped as in JSON.
  private func exchanged(_ bytes: [UInt8], from old: String, to new: String) -> [UInt8] {
    let old = Array(old.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if bytes[position] == old[0], bytes[position...].starts(with: old), isOwnHost(bytes, after: position + old.count)
      {
        result += new.utf8
        position += old.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  private func isOwnHost(_ bytes: [UInt8], after start: Int) -> Bool {
    var position = start
    for _ in 0..<2 {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\\") { position += 1 }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "/") else { return false }
      position += 1
    }
    let host = bytes[position...].prefix(254).prefix {
      $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    return hosts.contains(String(decoding: host, as: UTF8.self).lowercased())
  }

  private static func replacing(_ words: KeyValuePairs<String, String>, in bytes: [UInt8]) -> [UInt8] {
    let words = words.map { (old: Array($0.key.utf8), new: Array($0.value.utf8)) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if let word = words.first(where: { bytes[position] == $0.old[0] && bytes[position...].starts(with: $0.old) }) {
        result += word.new
        position += word.old.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}

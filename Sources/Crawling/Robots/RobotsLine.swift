/// One line of a robots.txt that says something (RFC 9309 §2.2).
package enum RobotsLine: Hashable, Sendable {
  /// The product token of a `User-agent` line, in lower case; `*` for all crawlers.
  case userAgent(String)
  case allow([UInt8])
  case disallow([UInt8])
  /// Not in RFC 9309, but the directive most sites rely on; in seconds.
  case crawlDelay(Double)
  case sitemap(String)
  /// A line with a key that this reader does not know; it ends no group (RFC 9309 §2.2.4).
  case unknown

  /// Reads one line without its line break, nil where it says nothing (blank, comment, no value).
  init?(_ bytes: ArraySlice<UInt8>) {
    let line = Self.trimmed(bytes.prefix { $0 != UInt8(ascii: "#") })
    guard let (key, value) = Self.split(line) else { return nil }
    switch String(decoding: key, as: UTF8.self).lowercased() {
    case "user-agent", "useragent", "user agent":
      self = .userAgent(Self.productToken(value))
    case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw":
      self = .disallow(RobotsPattern.escaped(value))
    case "allow":
      self = .allow(RobotsPattern.escaped(value))
    case "crawl-delay", "crawldelay":
      guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite, seconds >= 0 else {
        self = .unknown
        return
      }
      self = .crawlDelay(seconds)
    case "sitemap", "site-map":
      self = .sitemap(String(decoding: value, as: UTF8.self))
    default:
      self = .unknown
    }
  }

  /// Key and value around the first colon. Where the colon was forgotten, white space between exactly two words
  /// stands for it.
  private static func split(_ line: ArraySlice<UInt8>) -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let key = trimmed(line[..<colon])
      return key.isEmpty ? nil : (key, trimmed(line[(colon + 1)...]))
    }
    let words = line.split { isBlank($0) }
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  /// The letters, `_` and `-` at the start of the value: `Foo/2.1 (bar)` names `foo` (RFC 9309 §2.2.1).
  private static func productToken(_ value: ArraySlice<UInt8>) -> String {
    if value.first == UInt8(ascii: "*"), value.dropFirst().first.map(isBlank) ?? true { return "*" }
    let token = value.prefix { byte in
      (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return String(decoding: token, as: UTF8.self).lowercased()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return [] }
    return start[...end]
  }
}

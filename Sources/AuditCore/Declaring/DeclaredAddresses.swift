import WebURL

/// The addresses in one cell of an answer sheet: several on lines of their own, behind commas or words, and the
/// odd text that is none.
struct DeclaredAddresses: Sendable, Equatable {
  private(set) var addresses: [WebURL] = []
  /// What stands there and cannot be opened: another scheme, half an address.
  private(set) var unusable: [String] = []

  /// Addresses of one cell that are taken.
  static let most = 20

  /// - Parameters:
  ///   - site: what addresses without a host are read against.
  ///   - domainToASCII: how Thai host names are read.
  init(in cell: String, site: WebURL, domainToASCII: DomainToASCII) {
    let bytes = Array(cell.utf8)
    let starts = Self.starts(in: bytes)
    if starts.isEmpty {
      for word in cell.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
        take(word: String(word), site, domainToASCII)
      }
      return
    }
    for start in starts {
      let text = String(decoding: bytes[start..<Self.end(from: start, in: bytes)], as: UTF8.self)
      add(WebURL(parsing: text, domainToASCII: domainToASCII), written: text)
    }
  }

  static func holdsAddress(_ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    return !starts(in: bytes).isEmpty || bytes.starts(with: "www.".utf8)
  }

  private mutating func take(word: String, _ site: WebURL, _ domainToASCII: DomainToASCII) {
    let lower = word.lowercased()
    if word.hasPrefix("/"), !word.hasPrefix("//"), word.utf8.count > 1 {
      return add(WebURL(parsing: word, relativeTo: site), written: word)
    }
    let host = lower.prefix { $0 != "/" }
    if host.utf8.contains(UInt8(ascii: ".")), !host.utf8.contains(UInt8(ascii: ":")), !host.hasSuffix(".") {
      let whole = WebURL(parsing: "https://" + word, domainToASCII: domainToASCII)
      if lower.hasPrefix("www.") || HostRelation(site.host ?? "", whole?.host ?? "") != .other {
        return add(whole, written: word)
      }
    }
    if lower.utf8.contains(UInt8(ascii: ":")) { unusable.append(String(word.prefix(200))) }
  }

  private mutating func add(_ url: WebURL?, written: String) {
    guard let url, url.isHTTP, url.host?.isEmpty == false else {
      if unusable.count < Self.most { unusable.append(String(written.prefix(200))) }
      return
    }
    let plain = url.withoutFragment
    guard addresses.count < Self.most, !addresses.contains(plain) else { return }
    addresses.append(plain)
  }

  /// Where an address begins: `http://` or `https://`, but not one inside the query of another.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { at in
      guard bytes[at] | 0x20 == UInt8(ascii: "h") else { return false }
      let rest = bytes[at...].prefix(8).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { return false }
      return at == 0 || !"=/&?%.-_".utf8.contains(bytes[at - 1])
    }
  }

  /// It ends before white space, a quotation mark or a bracket of markup, or the comma before the next address.
  private static func end(from start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte <= 0x20 || "\"<>|".utf8.contains(byte) { break }
      if ",;".utf8.contains(byte) {
        let next = bytes[(end + 1)...].first { $0 > 0x20 }
        let followsSpace = end + 1 >= bytes.count || bytes[end + 1] <= 0x20 || bytes[end + 1] == UInt8(ascii: "\"")
        if next.map({ $0 | 0x20 }) == UInt8(ascii: "h") && starts(in: Array(bytes[(end + 1)...].prefix(9))).first == 0
          || followsSpace
        {
          break
        }
      }
      end += 1
    }
    while end > start + 8, ".)]'".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}

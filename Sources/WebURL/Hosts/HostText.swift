/// The host of an address as it is written and as it is serialised (WHATWG URL §3).
enum HostText {
  /// A host of `http:` and the other special schemes: an IPv6 address in brackets, an IPv4 address in any of its
  /// notations, or a domain. False where the standard says failure.
  static func appendSpecial(
    _ host: ArraySlice<UInt8>, to output: inout [UInt8], domainToASCII: DomainToASCII
  ) -> Bool {
    if host.first == 0x5B { return appendBracketed(host, to: &output) }
    let start = output.count
    if !appendPlainDomain(host, to: &output) {
      output.removeSubrange(start...)
      guard let domain = asciiDomain(host, domainToASCII: domainToASCII) else { return false }
      output.append(contentsOf: domain)
    }
    guard output.count > start else { return false }
    guard IPv4Text.endsInNumber(output[start...]) else { return true }
    guard let address = IPv4Text.parse(output[start...]) else { return false }
    output.removeSubrange(start...)
    output.append(contentsOf: IPv4Text.serialised(address).utf8)
    return true
  }

  /// A host of the other schemes, which is kept as written (WHATWG URL §3.5, opaque-host parser).
  static func appendOpaque(_ host: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    if host.first == 0x5B { return appendBracketed(host, to: &output) }
    guard !host.contains(where: isForbidden) else { return false }
    output.append(host, encoding: .control)
    return true
  }

  private static func appendBracketed(_ host: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    guard host.count > 2, host.last == 0x5D, let address = IPv6Text.parse(host.dropFirst().dropLast()) else {
      return false
    }
    output.append(contentsOf: "[\(IPv6Text.serialised(high: address.high, low: address.low))]".utf8)
    return true
  }

  /// Appends a domain that needs nothing but lower case; false when it needs more.
  private static func appendPlainDomain(_ host: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    for byte in host {
      guard byte < 0x80, !isForbiddenInDomain(byte) else { return false }
      output.append(byte.lowercasedASCII)
    }
    return true
  }

  /// The ASCII form of a percent-decoded domain (WHATWG URL §3.3, domain to ASCII), or nil when it has none.
  private static func asciiDomain(_ host: ArraySlice<UInt8>, domainToASCII: DomainToASCII) -> [UInt8]? {
    let decoded = [UInt8].percentDecoded(host)
    let ascii: [UInt8]
    if decoded.allSatisfy({ $0 < 0x80 }) {
      ascii = decoded.map(\.lowercasedASCII)
    } else {
      guard let converted = domainToASCII(String(decoding: decoded, as: UTF8.self)) else { return nil }
      ascii = converted.utf8.map(\.lowercasedASCII)
    }
    guard ascii.allSatisfy({ $0 < 0x80 && !isForbiddenInDomain($0) }) else { return nil }
    return ascii
  }

  /// Forbidden host code points (WHATWG URL §3.2).
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0D, 0x20, 0x23, 0x2F, 0x3A, 0x3C, 0x3E, 0x3F, 0x40, 0x5B, 0x5C, 0x5D, 0x5E, 0x7C: true
    default: false
    }
  }

  /// Forbidden domain code points (WHATWG URL §3.2).
  private static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x25 || byte == 0x7F || isForbidden(byte)
  }
}

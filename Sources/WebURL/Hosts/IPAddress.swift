/// The number of a machine on the Internet: IPv4 (RFC 791) or IPv6 (RFC 4291).
package enum IPAddress: Sendable, Hashable {
  case v4(UInt32)
  case v6(high: UInt64, low: UInt64)

  /// Reads the strict forms in which systems print addresses: four decimals, or IPv6 with or without brackets and with
  /// or without a zone (`fe80::1%eth0`, RFC 4007; the zone is dropped). The loose forms of the web (`0x7f.1`) are
  /// resolved when an address is parsed, so the host of a ``WebURL`` is always strict.
  package init?(parsing text: String) {
    guard text.utf8.count <= 128 else { return nil }
    var bytes = Array(text.utf8)[...]
    if bytes.first == 0x5B, bytes.last == 0x5D, bytes.count > 2 { bytes = bytes.dropFirst().dropLast() }
    if let address = Self.dottedDecimals(bytes) {
      self = .v4(address)
    } else if let address = IPv6Text.parse(bytes.prefix { $0 != 0x25 }) {
      self = .v6(high: address.high, low: address.low)
    } else {
      return nil
    }
  }

  /// Four numbers of at most 255 without leading zeros, and nothing else.
  static func dottedDecimals(_ text: ArraySlice<UInt8>) -> UInt32? {
    let parts = text.split(separator: 0x2E, maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.allSatisfy(\.isASCIIDigit), part.count == 1 || part.first != 0x30 else {
        return nil
      }
      let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
      guard number <= 255 else { return nil }
      address = address << 8 | number
    }
    return address
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimals, or the IPv6 form of RFC 5952 without brackets.
  package var description: String {
    switch self {
    case .v4(let address): IPv4Text.serialised(address)
    case .v6(let high, let low): IPv6Text.serialised(high: high, low: low)
    }
  }
}

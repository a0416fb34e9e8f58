/// What an IP address is for, by the special-purpose registries of IANA (RFC 6890 and its successors). A crawler that
/// follows links written by strangers must not knock on doors inside the town hall's own network.
package enum AddressRange: String, Sendable, CaseIterable {
  /// Reachable by everyone.
  case `public`
  /// This machine itself: 127.0.0.0/8, ::1 (RFC 1122, RFC 4291).
  case loopback
  /// A network of one's own: 10/8, 172.16/12, 192.168/16 (RFC 1918), fc00::/7 (RFC 4193), fec0::/10 (RFC 3879).
  case `private`
  /// Behind a carrier's address translation: 100.64.0.0/10 (RFC 6598).
  case carrier
  /// The wire at hand: 169.254.0.0/16 (RFC 3927), fe80::/10 (RFC 4291).
  case linkLocal
  /// Where cloud machines read their own credentials: 169.254.169.254, fd00:ec2::254 and their like.
  case metadata
  /// No address: 0.0.0.0/8, ::.
  case unspecified
  /// Groups: 224.0.0.0/4, ff00::/8.
  case multicast
  /// Documentation, benchmarks, the future, broadcast: never a town's website.
  case reserved
}

extension IPAddress {
  /// What the address is for. An IPv6 address that carries an IPv4 address (mapped, compatible, NAT64, 6to4) is what
  /// the carried address is, because that is where the connection ends.
  package var range: AddressRange {
    switch self {
    case .v4(let address): Self.range(v4: address)
    case .v6(let high, let low): Self.range(high: high, low: low)
    }
  }

  package var isLoopback: Bool { range == .loopback }
  package var isPrivate: Bool { range == .private || range == .carrier }
  package var isLinkLocal: Bool { range == .linkLocal || range == .metadata && embedded.isLinkLocalBlock }
  package var isMetadata: Bool { range == .metadata }
  package var isUnspecified: Bool { range == .unspecified }
  package var isMulticast: Bool { range == .multicast }
  package var isReserved: Bool { range == .reserved }
  /// Whether a link of a public site may lead there.
  package var isPublic: Bool { range == .public }

  /// The IPv4 address inside an IPv6 address, or the address itself.
  package var embedded: IPAddress {
    guard case .v6(let high, let low) = self, let inner = Self.carried(high: high, low: low) else { return self }
    return .v4(inner)
  }

  private var isLinkLocalBlock: Bool {
    switch self {
    case .v4(let address): address >> 16 == 0xA9FE
    case .v6(let high, _): high >> 54 == 0x3FA
    }
  }

  private static func range(v4 address: UInt32) -> AddressRange {
    if metadata.contains(address) { return .metadata }
    return v4Blocks.first { address >> (32 - $0.bits) == $0.prefix >> (32 - $0.bits) }?.range ?? .public
  }

  private static func range(high: UInt64, low: UInt64) -> AddressRange {
    if high == 0, low <= 1 { return low == 0 ? .unspecified : .loopback }
    if high == 0xFD00_0EC2_0000_0000, low == 0x254 { return .metadata }
    if let inner = carried(high: high, low: low) { return range(v4: inner) }
    if high >> 57 == 0x7E || high >> 54 == 0x3FB { return .private }
    if high >> 54 == 0x3FA { return .linkLocal }
    if high >> 56 == 0xFF { return .multicast }
    guard high >> 61 == 1 else { return .reserved }
    // 2001::/23 are protocol assignments (Teredo, ORCHID, benchmarks), 2001:db8::/32 and 3fff::/20 documentation.
    let isSetAside = high >> 41 == 0x2001_0000 >> 9 || high >> 32 == 0x2001_0DB8 || high >> 44 == 0x3FFF0
    return isSetAside ? .reserved : .public
  }

  /// The IPv4 address that an IPv6 address stands for: ::ffff:0:0/96 and ::/96 (RFC 4291 §2.5.5), ::ffff:0:0:0/96
  /// (RFC 2765), 64:ff9b::/96 (RFC 6052), 2002::/16 (RFC 3056).
  private static func carried(high: UInt64, low: UInt64) -> UInt32? {
    let last = UInt32(truncatingIfNeeded: low)
    if high == 0, low >> 32 == 0xFFFF || low >> 32 == 0 && low > 1 { return last }
    if high == 0, low >> 48 == 0xFFFF, low >> 32 & 0xFFFF == 0 { return last }
    if high == 0x0064_FF9B_0000_0000, low >> 32 == 0 { return last }
    if high >> 48 == 0x2002 { return UInt32(truncatingIfNeeded: high >> 16) }
    return nil
  }

  /// 169.254.169.254 (AWS, Azure, Google and others), 169.254.170.2 (AWS containers), 100.100.100.200 (Alibaba),
  /// 192.0.0.192 (Oracle).
  private static let metadata: Set<UInt32> = [0xA9FE_A9FE, 0xA9FE_AA02, 0x6464_64C8, 0xC000_00C0]

  private static let v4Blocks: [(prefix: UInt32, bits: UInt32, range: AddressRange)] = [
    (0x0000_0000, 8, .unspecified), (0x7F00_0000, 8, .loopback),
    (0x0A00_0000, 8, .private), (0xAC10_0000, 12, .private), (0xC0A8_0000, 16, .private),
    (0x6440_0000, 10, .carrier), (0xA9FE_0000, 16, .linkLocal),
    (0xC000_0000, 24, .reserved), (0xC000_0200, 24, .reserved), (0xC058_6300, 24, .reserved),
    (0xC612_0000, 15, .reserved), (0xC633_6400, 24, .reserved), (0xCB00_7100, 24, .reserved),
    (0xE000_0000, 4, .multicast), (0xF000_0000, 4, .reserved),
  ]
}

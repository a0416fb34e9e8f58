/// How one host stands to another. Names of hosts say who runs them: `www.town.go.th` is the town's site itself,
/// `eservice.town.go.th` a house of its own under the same name.
package enum HostRelation: Sendable {
  /// The same host.
  case same
  /// The same but for `www.`.
  case www
  /// One is a name under the other.
  case subdomain
  case other

  package init(_ one: String, _ other: String) {
    let first = Self.bare(one)
    let second = Self.bare(other)
    if one == other {
      self = .same
    } else if first == second {
      self = .www
    } else if !first.isEmpty, !second.isEmpty, first.hasSuffix("." + second) || second.hasSuffix("." + first) {
      self = .subdomain
    } else {
      self = .other
    }
  }

  /// Whether both hosts are one site.
  package var isSameSite: Bool { self == .same || self == .www }

  /// The host without `www.` and without the root's dot.
  static func bare(_ host: String) -> String {
    var bytes = host.utf8[...]
    if bytes.starts(with: "www.".utf8), bytes.dropFirst(4).contains(0x2E) { bytes = bytes.dropFirst(4) }
    if bytes.last == 0x2E { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The parts of an address, each as it stands in ``href``.
extension WebURL {
  /// The scheme without its colon, in lower case.
  package var scheme: String { slice(0, marks.schemeEnd) }

  /// The user name, percent-encoded; empty when there is none.
  package var username: String {
    marks.hasAuthority ? slice(marks.schemeEnd + 3, marks.usernameEnd) : ""
  }

  /// The password, percent-encoded; empty when there is none.
  package var password: String {
    marks.hostStart > marks.usernameEnd + 1 ? slice(marks.usernameEnd + 1, marks.hostStart - 1) : ""
  }

  /// The domain in ASCII, the IPv4 address in dotted decimals, the IPv6 address in brackets, or nil when the address
  /// has no authority (`mailto:`); empty for `file:///`.
  package var host: String? { marks.hasAuthority ? slice(marks.hostStart, marks.hostEnd) : nil }

  /// The port, nil when it is the scheme's own.
  package var port: Int? { marks.port.map(Int.init) }

  /// The path with its leading slash, or the opaque text after `mailto:` and its like.
  package var path: String { slice(marks.pathStart, pathEnd) }

  /// What stands after `?`; nil when there is no `?`, empty when nothing follows it.
  package var query: String? { marks.queryStart.map { slice($0 + 1, queryEnd) } }

  /// What stands after `#`; nil when there is no `#`.
  package var fragment: String? { marks.fragmentStart.map { slice($0 + 1, end) } }

  /// Whether the address is fetched over HTTP: `http:` or `https:`.
  package var isHTTP: Bool { marks.schemeKind == .http || marks.schemeKind == .https }

  /// The port a connection is made to: the one written, or 80 and 443; nil for schemes without one.
  package var effectivePort: Int? { port ?? marks.schemeKind.defaultPort.map(Int.init) }

  /// Scheme, host and port (WHATWG URL §4.7), or "null" for schemes whose pages have no origin.
  package var origin: String {
    guard marks.schemeKind.hasOrigin, let host else { return "null" }
    return scheme + "://" + host + (port.map { ":\($0)" } ?? "")
  }

  /// Whether the text after the scheme is no path but opaque: `mailto:`, `javascript:`, `data:`, `tel:`.
  package var hasOpaquePath: Bool { marks.hasOpaquePath }

  /// The segments between the slashes of the path, percent-encoded: `/a/b/` is `["a", "b", ""]`; an opaque path is
  /// one segment.
  package var pathSegments: [String] {
    guard !marks.hasOpaquePath else { return [path] }
    return path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Path and query as they are sent in the request line (RFC 9112 §3.2.1).
  package var requestTarget: String {
    let target = slice(marks.pathStart, queryEnd)
    return target.isEmpty || target.utf8.first == UInt8(ascii: "?") ? "/" + target : target
  }

  /// The pairs of the query in their order, percent-encoded as sent: `a=1&b` is `[("a", "1"), ("b", nil)]`.
  package var queryPairs: [QueryPair] {
    guard let query else { return [] }
    return QueryPair.pairs(of: query)
  }

  /// The same address without `#` and what follows it.
  package var withoutFragment: WebURL {
    guard let fragmentStart = marks.fragmentStart else { return self }
    var assembly = AddressAssembly()
    assembly.bytes.append(contentsOf: href.utf8.prefix(Int(fragmentStart)))
    assembly.marks = marks
    assembly.marks.fragmentStart = nil
    return WebURL(assembly)
  }

  /// The address a host names by number, or nil when it names a domain.
  package var ipAddress: IPAddress? { host.flatMap(IPAddress.init(parsing:)) }

  private var end: UInt32 { UInt32(href.utf8.count) }
  private var queryEnd: UInt32 { marks.fragmentStart ?? end }
  private var pathEnd: UInt32 { marks.queryStart ?? queryEnd }

  private func slice(_ from: UInt32, _ to: UInt32) -> String {
    let bytes = href.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: Int(from))
    return String(href[start..<bytes.index(start, offsetBy: Int(to - from))])
  }
}

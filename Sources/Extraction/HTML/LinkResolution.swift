import AuditCore
import WebURL

/// Resolves the links of a page against its `<base>`, as browsers do (HTML Standard §2.4.3). Addresses that repeat,
/// as in a desktop and a mobile menu, are parsed once.
struct LinkResolution {
  private let base: WebURL
  private let encoding: QueryEncoding

  init(page: WebURL, base: String?, charset: Charset) {
    encoding = charset == .windows874 ? .windows874 : .utf8
    self.base = base.flatMap { WebURL(parsing: $0, relativeTo: page) } ?? page
  }

  func resolve(_ links: inout [Link]) {
    var known: [String: WebURL?] = [:]
    for at in links.indices where links[at].kind != .dead && !links[at].rawTarget.isEmpty {
      let raw = links[at].rawTarget
      if links[at].kind == .script, !Self.isAddress(raw) { continue }
      if let target = known[raw] {
        links[at].target = target
      } else {
        let target = WebURL(parsing: raw, relativeTo: base, queryEncoding: encoding)
        known[raw] = .some(target)
        links[at].target = target
      }
    }
  }

  /// Tells the address of a scripted link from code that no address could be read out of.
  static func isAddress(_ raw: String) -> Bool {
    !raw.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "{") } || raw.hasPrefix("http")
  }
}

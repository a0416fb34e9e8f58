import AuditCore

/// What is sent with every request, whichever engine sends it.
package struct HTTPClientOptions: Sendable {
  package var userAgent: String
  /// The longest silence in the middle of an answer; a server that goes quiet costs this much, not the whole deadline.
  package var stallLimit: Duration
  /// A port to connect to instead of the address's own, by host name: with a `SystemResolver(fixed:)` of the same
  /// host this records a `.example` site served on loopback.
  package var ports: [String: Int]

  package init(userAgent: String, stallLimit: Duration = .seconds(20), ports: [String: Int] = [:]) {
    self.userAgent = userAgent
    self.stallLimit = stallLimit
    self.ports = ports
  }

  /// The fields of a request: ours first, then those the crawl adds (validators, cookies).
  package func fields(for request: FetchRequest) -> [HTTPField] {
    [
      HTTPField(name: "User-Agent", value: userAgent),
      HTTPField(name: "Accept", value: "text/html,application/xhtml+xml,*/*;q=0.8"),
      HTTPField(name: "Accept-Language", value: "th,en;q=0.5"),
    ] + request.fields
  }
}

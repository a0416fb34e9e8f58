import AuditCore

/// Which requests URLSession is given, server by server: those for which it has an idle connection, and the one that
/// makes its first.
///
/// Waiting costs nothing on a connection that has served before and a whole processor on a new one: FoundationNetworking
/// (Swift 6.3) never takes away the write source with which it waited for the connection, and a socket that is idle can
/// always be written to. So it has one connection a server. What would need another is for libcurl, and so is all of a
/// server that closes every connection, or that is long in answering on a new one.
///
/// So is all of a server that sends bodies in chunks: where fields follow such a body (RFC 9112 §7.1.2),
/// FoundationNetworking ends the whole process.
struct EngineConnections: Sendable {
  enum Connection: Sendable {
    /// Has served before.
    case kept
    case new
  }

  private enum Standing {
    case idle(since: ContinuousClock.Instant)
    case busy
    case unsuited
  }

  private var servers: [String: Standing] = [:]

  /// An idle connection is believed in for less than the shortest time that servers commonly keep one (Apache: 5 s).
  static let lifetime = Duration.seconds(4)
  private static let mostServers = 1_000

  /// The connection on which URLSession would ask a server now; nil where it is not to be asked.
  mutating func take(to server: String, at now: ContinuousClock.Instant) -> Connection? {
    switch servers[server] {
    case .busy, .unsuited: return nil
    case nil where servers.count >= Self.mostServers: return nil
    case nil:
      servers[server] = .busy
      return .new
    case .idle(let moment):
      servers[server] = .busy
      return moment + Self.lifetime > now ? .kept : .new
    }
  }

  /// Takes note of how a request ended that was given to URLSession.
  mutating func putBack(
    _ connection: Connection, to server: String, after result: FetchResult, at now: ContinuousClock.Instant
  ) {
    switch result {
    case .response(let response) where Self.isUnsuited(response): servers[server] = .unsuited
    case .response(let response) where response.truncated == nil: servers[server] = .idle(since: now)
    case .failure(.timedOut, _, _) where connection == .new: servers[server] = .unsuited
    case .response, .failure: servers[server] = nil
    }
  }

  private static func isUnsuited(_ response: FetchResponse) -> Bool {
    response.fields["Connection"]?.lowercased() == "close"
      || response.fields["Transfer-Encoding"]?.lowercased().contains("chunked") == true
  }
}

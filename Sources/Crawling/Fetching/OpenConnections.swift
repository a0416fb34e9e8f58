/// Which requests go out on a connection that an earlier one left open, as far as can be told from outside: URLSession
/// takes an idle connection of the same server where there is one.
///
/// It matters because waiting costs nothing on a used connection and a whole processor on a new one: FoundationNetworking
/// (Swift 6.3) never takes away the write source with which it waited for the connection, and a socket that is idle can
/// always be written to.
struct OpenConnections: Sendable {
  /// Moments at which connections were left idle, the newest last, by server.
  private var idle: [String: [ContinuousClock.Instant]] = [:]

  /// Idle connections are believed in for less than the shortest time that servers commonly keep them (Apache: 5 s).
  static let lifetime = Duration.seconds(4)
  private static let mostServers = 1_000

  /// Takes an idle connection of a server; false where a new one has to be made.
  mutating func take(to server: String, at now: ContinuousClock.Instant) -> Bool {
    guard let last = idle[server]?.popLast() else { return false }
    guard last + Self.lifetime > now else {
      idle[server] = nil
      return false
    }
    return true
  }

  /// A request ended well and its connection stays open.
  mutating func leave(to server: String, at now: ContinuousClock.Instant) {
    guard idle[server] != nil || idle.count < Self.mostServers else { return }
    idle[server, default: []].append(now)
  }

  /// A connection was lost: which of the others are still used again cannot be told, so none is believed in.
  mutating func lose(to server: String) { idle[server] = nil }
}

import AuditCore
import WebURL

/// What is known about one origin before anything may be asked of it: its machine, and its robots.txt.
struct HostGate: Sendable {
  enum Machine: Sendable, Equatable {
    case unknown, beingLookedUp
    /// Nil where nothing resolves names (a replay), or the name does not resolve.
    case known(IPAddress?)
    case refused(String)
  }

  enum Robots: Sendable {
    case unknown
    /// Asked for; the prospect that stands for it.
    case underWay
    case known(RobotsPolicy, until: Timestamp)
  }

  /// An answer about robots.txt is used for at most a day (RFC 9309 §2.4).
  static let robotsLifetime = 86_400

  var host: String
  var machine = Machine.unknown
  var robots = Robots.unknown
  /// Answers and failures in a row: a site that stopped answering is left alone.
  var failuresInARow = 0
  var refusalsInARow = 0
  var answered = 0
  /// What a missing page of this host looks like, once a control request has shown it.
  var missingPage: MissingPage?
  var wasControlled = false

  var address: IPAddress? {
    if case .known(let address) = machine { address } else { nil }
  }
}

import AuditCore
import WebURL

/// Where URLSession was of no use, so that the fallback is asked there from then on.
struct EngineTroubles: Sendable {
  /// Addresses whose answer could not be read, timed out or was reset. The latter two because URLSession may have to
  /// wait for them on a new connection (see `EngineConnections`).
  private var addresses: Set<WebURL> = []
  /// Origins without a certificate to trust, and those with one unreadable answer after the other.
  private var origins: Set<String> = []
  private var unreadable: [String: Int] = [:]

  /// Unreadable answers after which all others of the origin are taken for such.
  private static let mostUnreadable = 3
  private static let mostAddresses = 10_000

  func holds(_ url: WebURL) -> Bool {
    origins.contains(url.origin) || addresses.contains(url)
  }

  mutating func note(_ failure: FetchFailure, at url: WebURL) {
    switch failure {
    case .tls: origins.insert(url.origin)
    case .malformedResponse, .other:
      unreadable[url.origin, default: 0] += 1
      if unreadable[url.origin, default: 0] >= Self.mostUnreadable { origins.insert(url.origin) }
      note(url)
    case .timedOut, .connectionReset: note(url)
    case .nameNotResolved, .connectionRefused, .refusedAddress, .cancelled: break
    }
  }

  private mutating func note(_ url: WebURL) {
    if addresses.count < Self.mostAddresses { addresses.insert(url) }
  }
}

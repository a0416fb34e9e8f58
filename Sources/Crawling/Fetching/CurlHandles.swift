import Synchronization

/// Handles that are not in use, each with a connection to the server it asked last.
final class CurlHandles: Sendable {
  private let idle = Mutex<[(server: String, handle: CurlHandle)]>([])

  private static let mostIdle = 8

  /// The handle used last for a server, else a new one; nil where there is no memory for it.
  func take(for server: String) -> CurlHandle? {
    let known = idle.withLock { idle in idle.lastIndex { $0.server == server }.map { idle.remove(at: $0).handle } }
    return known ?? CurlHandle()
  }

  /// Puts a handle back. Where there are too many, the one unused longest is let go of with its connection.
  func putBack(_ handle: CurlHandle, for server: String) {
    // Outside of the lock, because closing a connection may take a moment.
    let oldest = idle.withLock { idle in
      idle.append((server, handle))
      return idle.count > Self.mostIdle ? idle.removeFirst().handle : nil
    }
    withExtendedLifetime(oldest) {}
  }
}

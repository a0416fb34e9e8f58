import Foundation
import Glibc
import Synchronization

/// A port on 127.0.0.1 that answers one request a connection, for as long as one page is rendered.
final class LoopbackListener: Sendable {
  typealias Answering = @Sendable ([UInt8]) async -> ProxyAnswer

  let port: Int
  private let listener: Int32
  private let answering: Answering
  private let open = Mutex<Set<Int32>?>([])

  /// Connections at once (a browser opens 32 to a proxy); more are closed unheard.
  private static let maximumConnections = 40
  private static let maximumHeadBytes = 65_536
  /// A connection that says or takes nothing for so long is closed.
  private static let silence = timeval(tv_sec: 10, tv_usec: 0)

  /// Nil where the machine has no socket to give.
  init?(_ answering: @escaping Answering) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 32) == 0 && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else {
      Glibc.close(listener)
      return nil
    }
    self.listener = listener
    self.answering = answering
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in acceptAll() }
  }

  /// Ends everything at once: connections under way are cut.
  func close() {
    open.withLock { open in
      guard let connections = open else { return }
      open = nil
      shutdown(listener, Int32(SHUT_RDWR))
      for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func acceptAll() {
    defer { Glibc.close(listener) }
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
      guard connection >= 0 else { return }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      let isTaken = open.withLock { open in
        guard let count = open?.count, count < Self.maximumConnections else { return false }
        return open?.insert(connection).inserted ?? false
      }
      guard isTaken else {
        Glibc.close(connection)
        continue
      }
      Thread.detachNewThread { [self] in
        var silence = Self.silence
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &silence, size)
        setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &silence, size)
        guard let head = Self.head(from: connection) else { return end(connection) }
        Task {
          let answer = await answering(head)
          Thread.detachNewThread { [self] in
            Self.send(answer.bytes, to: connection)
            end(connection)
          }
        }
      }
    }
  }

  private func end(_ connection: Int32) {
    // Closed under the lock, so that its number is nobody else's while `close()` cuts connections.
    open.withLock {
      _ = $0?.remove(connection)
      Glibc.close(connection)
    }
  }

  private static func head(from connection: Int32) -> [UInt8]? {
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8_192)
    let until = ContinuousClock.now + .seconds(10)
    while head.count < maximumHeadBytes, ContinuousClock.now < until {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      let searchStart = max(0, head.count - 3)
      head += buffer.prefix(count)
      for position in searchStart..<max(searchStart, head.count - 3)
      where head[position...].starts(with: [13, 10, 13, 10]) {
        return Array(head[..<position])
      }
    }
    return nil
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
    shutdown(connection, Int32(SHUT_WR))
  }
}

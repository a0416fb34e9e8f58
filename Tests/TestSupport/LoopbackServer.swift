import Foundation
import Glibc
import Synchronization

/// A server on loopback that answers with exactly the bytes a test wants, good or bad. It listens until the tests end.
package final class LoopbackServer: Sendable {
  /// What is done with one connection after its request was read.
  package enum Reply: Sendable {
    case bytes([UInt8])
    /// The bytes, then as many more of them as the client takes, at most so many times.
    case endless(head: [UInt8], piece: [UInt8], atMost: Int)
    /// The bytes, then one more every tenth of a second, at most so many times.
    case trickle(head: [UInt8], atMost: Int)
    /// The bytes, then nothing for so many seconds.
    case silence(head: [UInt8], seconds: Double)
    case reset
  }

  package let port: Int
  private let requests = Mutex<[String]>([])
  private let received = Mutex<[[UInt8]]>([])
  private let sent = Mutex(0)

  /// - Parameter reply: Given the head of the request.
  package init(_ reply: @escaping @Sendable (String) -> Reply) throws {
    let (listener, port) = try Self.listener()
    self.port = port
    Thread.detachNewThread { [self] in
      while let connection = Self.connection(to: listener) {
        Thread.detachNewThread { [self] in serve(connection, reply) }
      }
    }
  }

  /// A socket that listens on a free port of loopback. Neither it nor its connections are inherited by programs that
  /// other tests start at this moment: a client would wait for their end, as nobody else closed the connection.
  static func listener() throws -> (socket: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileNoSuchFile) }
    var length = size
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
    }
    return (listener, Int(address.sin_port.byteSwapped))
  }

  /// The next connection; nil once there is no listener.
  static func connection(to listener: Int32) -> Int32? {
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
      guard connection >= 0 else { return nil }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      return connection
    }
  }

  /// Heads of the requests so far.
  package var heads: [String] { requests.withLock { $0 } }
  /// Bodies of the requests so far, in the same order; empty where there was none.
  package var bodies: [[UInt8]] { received.withLock { $0 } }
  /// Bytes of bodies that went out.
  package var sentBytes: Int { sent.withLock { $0 } }

  private func serve(_ connection: Int32, _ reply: (String) -> Reply) {
    defer { close(connection) }
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      head += buffer.prefix(count)
    }
    let end = head.indices.first { head[$0...].starts(with: Array("\r\n\r\n".utf8)) } ?? head.endIndex
    let text = String(decoding: head.prefix(end + 4), as: UTF8.self)
    var body = Array(head.dropFirst(end + 4))
    let length = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
    while body.count < length ?? 0 {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      body += buffer.prefix(count)
    }
    requests.withLock { $0.append(text) }
    received.withLock { $0.append(body) }
    switch reply(text) {
    case .bytes(let bytes): _ = write(bytes, to: connection)
    case .endless(let start, let piece, let times):
      guard write(start, to: connection) else { return }
      for _ in 0..<times where !write(piece, to: connection) { return }
    case .trickle(let start, let times):
      guard write(start, to: connection) else { return }
      for _ in 0..<times {
        usleep(100_000)
        guard write([0x78], to: connection) else { return }
      }
    case .silence(let start, let seconds):
      guard write(start, to: connection) else { return }
      usleep(UInt32(seconds * 1e6))
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
    }
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      sent.withLock { $0 += count }
      rest = rest.dropFirst(count)
    }
    return true
  }
}

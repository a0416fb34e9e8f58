import Foundation
import Glibc
import Synchronization

/// A mail server on loopback (RFC 5321, without TLS), good or bad as a test wants. It listens until the tests end.
package final class SMTPServer: Sendable {
  /// What is done instead of the usual reply to a command, whose first word is in capitals.
  package enum Reply: Sendable {
    /// The line, without its end.
    case line(String)
    case silence(seconds: Double)
    case close
  }

  package let port: Int
  private let seen = Mutex<[String]>([])
  private let letters = Mutex<[String]>([])

  /// - Parameter reply: Given a command; nil for the usual reply. The greeting is asked for as `CONNECT`.
  package init(_ reply: @escaping @Sendable (String) -> Reply? = { _ in nil }) throws {
    let (listener, port) = try LoopbackServer.listener()
    self.port = port
    Thread.detachNewThread { [self] in
      while let connection = LoopbackServer.connection(to: listener) {
        Thread.detachNewThread { [self] in serve(connection, reply) }
      }
    }
  }

  /// Commands so far.
  package var commands: [String] { seen.withLock { $0 } }
  /// Letters taken, dots unstuffed, with their line ends.
  package var taken: [String] { letters.withLock { $0 } }

  private func serve(_ connection: Int32, _ reply: (String) -> Reply?) {
    defer { close(connection) }
    var rest: [UInt8] = []
    guard answer("CONNECT", "220 mail.example ESMTP", on: connection, reply) else { return }
    while let line = Self.line(from: connection, &rest) {
      seen.withLock { $0.append(line) }
      switch line.prefix(4).uppercased() {
      case "EHLO":
        guard answer(line, "250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME", on: connection, reply) else {
          return
        }
      case "DATA":
        guard answer(line, "354 go on", on: connection, reply) else { return }
        var letter = ""
        while let text = Self.line(from: connection, &rest), text != "." {
          letter += (text.hasPrefix("..") ? String(text.dropFirst()) : text) + "\r\n"
        }
        if reply("LETTER") == nil { letters.withLock { $0.append(letter) } }
        guard answer("LETTER", "250 taken", on: connection, reply) else { return }
      case "QUIT":
        _ = answer(line, "221 bye", on: connection, reply)
        return
      default:
        guard answer(line, "250 ok", on: connection, reply) else { return }
      }
    }
  }

  private func answer(
    _ command: String, _ usual: String, on connection: Int32, _ reply: (String) -> Reply?
  ) -> Bool {
    switch reply(command) ?? .line(usual) {
    case .line(let line):
      let bytes = Array((line + "\r\n").utf8)
      return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    case .silence(let seconds):
      usleep(UInt32(seconds * 1e6))
      return false
    case .close: return false
    }
  }

  private static func line(from connection: Int32, _ rest: inout [UInt8]) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        defer { rest.removeSubrange(...end) }
        return String(decoding: rest[..<end].filter { $0 != 0x0D }, as: UTF8.self)
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      rest += buffer.prefix(count)
    }
  }
}

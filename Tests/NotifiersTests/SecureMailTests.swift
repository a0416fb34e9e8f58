import AuditCore
import Foundation
import Notifiers
import TestSupport
import Testing

/// Mail with a login goes under TLS only, to a server that somebody vouches for.
@Suite(
  "E-mail under TLS",
  .enabled(if: hasCurl && SecureSMTPServer.isPossible, "curl, openssl or python3 is not installed"),
  .timeLimit(.minutes(20)))
struct SecureMailTests {
  private static let password = Sample.secrets["PASSWORD"] ?? ""

  private func channel(
    _ way: SecureSMTPServer.Way, _ server: SecureSMTPServer, authority: String?
  ) -> NotificationTarget.Channel {
    .smtp(
      .init(
        server: "\(way.rawValue)://127.0.0.1:\(server.port)", from: "oit@town.example", user: "oit",
        password: .environment("PASSWORD"), authority: authority), to: ["a@town.example"])
  }

  @Test("The office's own authority is believed where it is named", arguments: SecureSMTPServer.Way.allCases)
  func delivered(way: SecureSMTPServer.Way) async throws {
    let server = try SecureSMTPServer(way, login: ("oit", Self.password))
    #expect(try await Sample.attempt(channel(way, server, authority: server.authority)) == .delivered)
    #expect(server.letters.count == 1)
  }

  @Test(
    "A server that nobody vouches for, or that is another than named, gets neither the password nor the letter",
    arguments: SecureSMTPServer.Way.allCases)
  func refused(way: SecureSMTPServer.Way) async throws {
    let right = try SecureSMTPServer(way, login: ("oit", Self.password))
    let stranger = try SecureSMTPServer(way, login: ("oit", Self.password), name: "mail.other.example")
    for (server, authority) in [(right, nil), (right, stranger.authority), (stranger, stranger.authority)] {
      let attempt = try await Sample.attempt(channel(way, server, authority: authority))
      #expect(attempt.isLasting == true && attempt.isClean(), "\(attempt)")
      #expect(server.letters.isEmpty && !server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }
  }

  @Test("A wrong password is said to be one, without saying it", arguments: SecureSMTPServer.Way.allCases)
  func wrongPassword(way: SecureSMTPServer.Way) async throws {
    let server = try SecureSMTPServer(way, login: ("oit", "another"))
    let attempt = try await Sample.attempt(channel(way, server, authority: server.authority))
    #expect(attempt.isLasting == true && attempt.isClean(), "\(attempt)")
    #expect("\(attempt)".contains("password is refused") && server.letters.isEmpty)
  }

  @Test("An authority that cannot be read is a fault of the target, named")
  func missingAuthority() async throws {
    let server = try SecureSMTPServer(.smtps, login: ("oit", Self.password))
    await #expect(throws: ChannelFault.self) {
      try await Sample.attempt(channel(.smtps, server, authority: "/nowhere/ca.pem"))
    }
  }
}

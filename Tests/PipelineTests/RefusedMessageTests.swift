import AuditCore
import Foundation
import History
import Notifiers
import Programs
import TestSupport
import Testing

@testable import Pipeline

private let hasCurl = Toolbox.installed.has(.curl) && Toolbox.installed.has(.prlimit)

/// A message that a certificate kept from going out is neither lost nor a fault of the night.
@Suite("Messages that TLS refused", .enabled(if: hasCurl, "curl is not installed"), .timeLimit(.minutes(20)))
struct RefusedMessageTests {
  private static let login = (user: "oit", password: "n1ght-s3cret")

  private static let notifiers: OutboxDelivery.Notifiers = { target in
    MessengerList.notifier(
      for: target,
      by: MessengerMeans(tools: .installed, limit: .seconds(120), folder: URL(filePath: "/")) { source in
        guard case .plain(let text) = source else { return Secret(login.password) }
        return Secret(text)
      })
  }

  /// A town whose outage is told in the last of these nights, to a receiver behind a certificate that is not trusted.
  private static func town(telling channel: NotificationTarget.Channel) async throws -> WatchedTown {
    let town = try WatchedTown(NightlySite(pageCount: 2))
    town.configuration.targets = [NotificationTarget(name: "clerk", channel: channel)]
    town.notifiers = notifiers
    try await town.run()
    town.site.setDown(true)
    for _ in 0..<2 { try await town.run() }
    let (night, towns) = try await town.run()
    #expect(night.delivery.failures.map(\.target) == ["clerk"] && night.fault == nil && !night.isInterrupted)
    #expect(night.delivery.failures.first?.reason.contains("certificate") == true)
    guard case .kept? = towns.first?.result else {
      Issue.record("not kept: \(towns)")
      return town
    }
    #expect(try town.store.waitingMessages().map(\.attempts) == [1])
    return town
  }

  @Test(
    "Mail waits in the outbox while the office's certificate is not trusted, and goes out the night after it is",
    .enabled(if: SecureSMTPServer.isPossible, "openssl or python3 is not installed"),
    arguments: SecureSMTPServer.Way.allCases)
  func mail(way: SecureSMTPServer.Way) async throws {
    let server = try SecureSMTPServer(way, login: Self.login)
    func channel(_ authority: String?) -> NotificationTarget.Channel {
      .smtp(
        .init(
          server: "\(way.rawValue)://127.0.0.1:\(server.port)", from: "oit@town.example", user: Self.login.user,
          password: .environment("PASSWORD"), authority: authority), to: ["clerk@town.example"])
    }
    let town = try await Self.town(telling: channel(nil))
    #expect(server.letters.isEmpty)
    try await town.run()
    #expect(try town.store.waitingMessages().map(\.attempts) == [2] && server.letters.isEmpty)
    town.configuration.targets = [NotificationTarget(name: "clerk", channel: channel(server.authority))]
    let (night, _) = try await town.run()
    #expect(night.delivery.delivered == 1 && night.delivery.failures.isEmpty)
    try await town.run()
    #expect(try town.store.waitingMessages().isEmpty && server.letters.count == 1)
  }

  @Test(
    "A webhook's message waits likewise, and goes to the address that the configuration names later",
    .enabled(if: TLSServer.isInstalled, "openssl is not installed"))
  func webhook() async throws {
    let refused = try TLSServer(.selfSigned, answers: [:])
    let town = try await Self.town(
      telling: .webhook(address: .plain("https://127.0.0.1:\(refused.port)/"), signing: nil))
    let answer = Array("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    let server = try LoopbackServer { _ in .bytes(answer) }
    town.configuration.targets = [
      NotificationTarget(
        name: "clerk", channel: .webhook(address: .plain("http://127.0.0.1:\(server.port)/"), signing: nil))
    ]
    #expect(try await town.run().night.delivery.delivered == 1)
    #expect(try town.store.waitingMessages().isEmpty && server.bodies.count == 1)
  }
}

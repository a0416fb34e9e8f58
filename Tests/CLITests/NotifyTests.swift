import Foundation
import TestSupport
import Testing

/// `oitcheck notify --test`: each way is tried as a night goes it, and says whether the message went out.
@Suite("notify --test")
struct NotifyTests {
  private static let secret = "n0tify-s3cret"

  private func notify(_ target: String, in given: TemporaryFolder? = nil) throws -> ProgramRun {
    let folder = try given ?? TemporaryFolder()
    let secret = folder.path("secret")
    try Data((Self.secret + "\n").utf8).write(to: URL(filePath: secret))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
    let text = """
      town: {key: town, name: เทศบาลตำบลสมมุติ, url: 'http://town.example/', edition: 2566, notify: [it]}
      targets:
        - {name: it, language: th, \(target)}

      """
    try Data(text.utf8).write(to: URL(filePath: folder.path("oitcheck.yml")))
    return try ProgramRun(["notify", "--test", "it", "--config", folder.path("oitcheck.yml")])
  }

  private func expectSent(_ run: ProgramRun) {
    #expect(run.code == 0 && run.output == "" && run.errors == "it: ส่งข้อความทดสอบแล้ว / test message sent\n", "\(run)")
  }

  private static func answering(_ status: String) throws -> LoopbackServer {
    try LoopbackServer { _ in .bytes(Array("HTTP/1.1 \(status)\r\nContent-Length: 2\r\n\r\n{}".utf8)) }
  }

  @Test("A webhook gets the signed test message")
  func webhook() throws {
    let server = try Self.answering("200 OK")
    expectSent(try notify("webhook: {url: 'http://127.0.0.1:\(server.port)/hook', secret: {file: secret}}"))
    let head = try #require(server.heads.first)
    #expect(head.contains("X-Oitcheck-Signature: sha256=") && !head.contains(Self.secret))
    let body = String(decoding: try #require(server.bodies.first), as: UTF8.self)
    #expect(body.contains("oitcheck: ข้อความทดสอบ") && body.contains("เทศบาลตำบลสมมุติ"))
  }

  @Test("LINE gets the test message with the token")
  func line() throws {
    let server = try Self.answering("200 OK")
    let receiver = "U" + String(repeating: "0a", count: 16)
    expectSent(
      try notify(
        "line: {token: {file: secret}, to: \(receiver), endpoint: 'http://127.0.0.1:\(server.port)/push'}"))
    #expect(server.heads.first?.contains("Authorization: Bearer \(Self.secret)") == true)
    #expect(String(decoding: server.bodies.first ?? [], as: UTF8.self).contains(receiver))
  }

  @Test("A mail server gets the letter")
  func mail() throws {
    let server = try SMTPServer()
    expectSent(
      try notify("smtp: {server: 'smtp://127.0.0.1:\(server.port)', from: oit@town.example, to: [it@town.example]}"))
    #expect(server.taken.count == 1 && server.commands.contains("RCPT TO:<it@town.example>"))
  }

  @Test(
    "A mail server of the office gets the letter under TLS, by the authority that stands beside oitcheck.yml",
    .enabled(if: SecureSMTPServer.isPossible, "openssl or python3 is not installed"))
  func secureMail() throws {
    let server = try SecureSMTPServer(.smtps, login: ("oit", Self.secret))
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: server.authority, toPath: folder.path("ca.pem"))
    let account = "server: 'smtps://127.0.0.1:\(server.port)', from: oit@town.example, to: [it@town.example]"
    expectSent(try notify("smtp: {\(account), user: oit, password: {file: secret}, ca: ca.pem}", in: folder))
    #expect(server.letters.count == 1)
    let refused = try notify("smtp: {\(account), user: oit, password: {file: secret}}", in: folder)
    #expect(refused.code == 74 && refused.errors.contains("certificate") && !refused.errors.contains(Self.secret))
    #expect(server.letters.count == 1)
  }

  @Test("A refusal ends with code 74 and the reason, free of secrets")
  func refused() throws {
    let server = try Self.answering("403 Forbidden")
    let run = try notify("webhook: {url: 'http://127.0.0.1:\(server.port)/hook', secret: {file: secret}}")
    #expect(run.code == 74 && run.errors.hasPrefix("oitcheck: it: ") && run.errors.contains("403"))
    #expect(!run.errors.contains(Self.secret) && !run.errors.contains("/hook"))
  }
}

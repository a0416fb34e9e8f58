import AuditCore
import Notifiers
import TestSupport
import Testing

@Suite("A wrong certificate", .enabled(if: hasCurl && TLSServer.isInstalled, "curl or openssl is not installed"))
struct CertificateTests {
  @Test("A receiver whose certificate is not trusted gets nothing")
  func untrusted() async throws {
    let server = try TLSServer(.selfSigned, answers: [:])
    let channel = NotificationTarget.Channel.webhook(
      address: .plain("https://127.0.0.1:\(server.port)/"), signing: .environment("HOOK"))
    let attempt = try await Sample.attempt(channel)
    #expect(attempt.isLasting == true && "\(attempt)".contains("certificate") && attempt.isClean(), "\(attempt)")
  }
}

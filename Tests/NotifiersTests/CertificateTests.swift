import AuditCore
import Foundation
import Notifiers
import TestSupport
import Testing

private let openssl = "/usr/bin/openssl"
private let hasOpenSSL = FileManager.default.isExecutableFile(atPath: openssl)

/// A TLS server of `openssl` with a certificate that nobody vouches for.
@Suite("A wrong certificate", .enabled(if: hasCurl && hasOpenSSL, "curl or openssl is not installed"))
struct CertificateTests {
  @Test("A receiver whose certificate is not trusted gets nothing")
  func untrusted() async throws {
    let stand = try StandIn("")
    let (key, certificate) = (stand.folder + "/key.pem", stand.folder + "/cert.pem")
    let making = try run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out",
      certificate, "-subj", "/CN=127.0.0.1", "-days", "2",
    ])
    making.process.waitUntilExit()
    let server = try run(["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"])
    defer { server.process.terminate() }
    var said = ""
    while !said.contains("ACCEPT"), case let data = server.output.availableData, !data.isEmpty {
      said += String(decoding: data, as: UTF8.self)
    }
    let place = try #require(said.split(whereSeparator: \.isWhitespace).first { $0.contains("127.0.0.1:") })
    let channel = NotificationTarget.Channel.webhook(
      address: .plain("https://\(place)/"), signing: .environment("HOOK"))
    let attempt = try await Sample.attempt(channel)
    #expect(attempt.isLasting == true && "\(attempt)".contains("certificate") && attempt.isClean(), "\(attempt)")
  }

  private func run(_ arguments: [String]) throws -> (process: Process, output: FileHandle) {
    let process = Process()
    process.executableURL = URL(filePath: openssl)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, pipe.fileHandleForReading)
  }
}

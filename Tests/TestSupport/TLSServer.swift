import Foundation
import Glibc

/// A real TLS server on loopback, made by the `openssl` program: its certificate is as bad as a test wants it. It serves
/// files that hold whole HTTP answers, one connection at a time, and ends with the value.
package final class TLSServer {
  /// What is wrong with it.
  package enum Fault: String, Sendable, CaseIterable {
    case selfSigned, expired, wrongHost
    /// It knows nothing newer than TLS 1.0.
    case oldProtocol
  }

  package static let program = "/usr/bin/openssl"
  package static let isInstalled = FileManager.default.isExecutableFile(atPath: program)

  package let port: Int
  private let folder: URL
  private let server: Process

  /// - Parameter answers: By path without its slash; the path of the home page cannot be served.
  package init(_ fault: Fault, answers: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, answer) in answers { try Data(answer.utf8).write(to: folder.appending(path: name)) }
    try Self.makeCertificate(fault, in: folder)
    server = Process()
    server.executableURL = URL(filePath: Self.program)
    let old = ["-tls1", "-cipher", "DEFAULT@SECLEVEL=0"]
    server.arguments =
      ["s_server", "-accept", "127.0.0.1:0", "-cert", "site.pem", "-key", "key.pem", "-HTTP"]
      + (fault == .oldProtocol ? old : [])
    server.currentDirectoryURL = folder
    let output = Pipe()
    server.standardInput = FileHandle.nullDevice
    server.standardOutput = output
    server.standardError = FileHandle.nullDevice
    try server.run()
    port = try Self.port(told: output.fileHandleForReading)
  }

  deinit {
    // It was started with the signals of the test's thread, which blocks all that can be blocked.
    kill(server.processIdentifier, SIGKILL)
    server.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// It says `ACCEPT 127.0.0.1:43567` once it listens.
  private static func port(told output: FileHandle) throws -> Int {
    var said = ""
    while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
      let data = output.availableData
      guard !data.isEmpty else { throw CocoaError(.fileReadUnknown) }
      said += String(decoding: data, as: UTF8.self)
    }
    let line = said.split(separator: "\n").first { $0.hasPrefix("ACCEPT") } ?? ""
    guard let port = line.split(separator: ":").last.flatMap({ Int($0) }) else { throw CocoaError(.fileReadUnknown) }
    return port
  }

  private static func makeCertificate(_ fault: Fault, in folder: URL) throws {
    let host = fault == .wrongHost ? "other.example" : "127.0.0.1"
    let name = fault == .wrongHost ? "DNS:other.example" : "IP:127.0.0.1"
    try run(
      [
        "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-subj", "/CN=\(host)", "-out",
        "site.csr",
      ],
      in: folder)
    let settings = """
      [ca]
      default_ca = own
      [own]
      database = index.txt
      serial = serial
      new_certs_dir = .
      default_md = sha256
      policy = any
      x509_extensions = names
      [any]
      commonName = supplied
      [names]
      subjectAltName = \(name)
      """
    try Data(settings.utf8).write(to: folder.appending(path: "ca.cnf"))
    try Data().write(to: folder.appending(path: "index.txt"))
    try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
    let dates = fault == .expired ? ["200101000000Z", "200201000000Z"] : ["200101000000Z", "490101000000Z"]
    try run(
      [
        "ca", "-batch", "-selfsign", "-notext", "-config", "ca.cnf", "-keyfile", "key.pem", "-in", "site.csr", "-out",
        "site.pem", "-startdate", dates[0], "-enddate", dates[1],
      ], in: folder)
  }

  private static func run(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }
}

import Foundation
import TestSupport
import Testing

/// A server that sends faster than anybody can read fills no memory, whatever is left of it to send.
@Suite("A body without end")
struct EndlessServerTests {
  /// Bytes sent where nobody stops the server: far more than the program may ever hold.
  private static let piece = 1 << 20
  private static let pieces = 2_048
  private static let mostMegabytes = 400

  @Test("Memory stays near the cap of one file, not near what was sent", .timeLimit(.minutes(20)))
  func memory() async throws {
    let folder = try TemporaryFolder()
    let site = try LoopbackServer { head in
      if head.hasPrefix("GET /stream ") {
        return .endless(
          head: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n".utf8),
          piece: Array(repeating: UInt8(ascii: "a"), count: Self.piece), atMost: Self.pieces)
      }
      let body = head.hasPrefix("GET / ") ? "<h1>เทศบาลสมมุติ</h1><p><a href=\"/stream\">กล้องวงจรปิด</a></p>" : ""
      let status = body.isEmpty ? "404 Not Found" : "200 OK"
      return .bytes(
        Array("HTTP/1.1 \(status)\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n\(body)".utf8))
    }
    let process = Process()
    process.executableURL = ProgramRun.program
    process.arguments = [
      "record", "http://127.0.0.1:\(site.port)/", folder.path("snapshot"), "--exhaustive", "--delay", "0", "--quiet",
      "--max-file", "20MB",
    ]
    process.currentDirectoryURL = Folders.package
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, Self.peakMegabytes(of: process.processIdentifier) ?? 0)
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(process.terminationStatus == 0)
    #expect(site.sentBytes > 20_000_000)
    #expect((1..<Self.mostMegabytes).contains(peak), "\(peak) MB")
  }

  /// VmHWM of a process (proc(5)), in MB.
  private static func peakMegabytes(of process: Int32) -> Int? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1_024 }
  }
}

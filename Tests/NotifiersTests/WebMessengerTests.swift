import AuditCore
import Foundation
import Notifiers
import Programs
import TestSupport
import Testing

/// Against real sockets on loopback.
@Suite("Messages by HTTP", .enabled(if: hasCurl, "curl is not installed"), .timeLimit(.minutes(20)))
struct WebMessengerTests {
  private func webhook(_ server: LoopbackServer, path: String = "/hook") -> NotificationTarget.Channel {
    .webhook(address: .plain("http://127.0.0.1:\(server.port)\(path)"), signing: .environment("HOOK"))
  }

  private func line(_ server: LoopbackServer) -> NotificationTarget.Channel {
    .line(token: .environment("TOKEN"), to: .environment("TO"), endpoint: "http://127.0.0.1:\(server.port)/")
  }

  private static func answer(_ status: String, _ fields: String = "") -> LoopbackServer.Reply {
    .bytes(Array("HTTP/1.1 \(status)\r\n\(fields)Content-Length: 0\r\nConnection: close\r\n\r\n".utf8))
  }

  private func field(_ name: String, _ head: String) -> String? {
    head.split(separator: "\r\n").first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.utf8.count + 2)) }
  }

  @Test("A webhook gets the notice as JSON with a signature that can be checked by other means")
  func webhook() async throws {
    let server = try LoopbackServer { _ in Self.answer("204 No Content") }
    #expect(try await Sample.attempt(webhook(server)) == .delivered)
    let head = try #require(server.heads.first)
    let body = try #require(server.bodies.first)
    #expect(head.hasPrefix("POST /hook HTTP/1.1\r\n"))
    #expect(field("Content-Type", head) == "application/json")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    #expect(json["schema"] as? String == "oitcheck.notice/1")
    #expect(json["id"] as? String == "oitcheck-1686787200-7-3")
    #expect((json["site"] as? [String: String])?["name"] == "เทศบาลตัวอย่าง")
    #expect(json["subject"] as? String == Sample.notice().subject)
    #expect((json["message"] as? [String: Any])?["day"] as? String == "2023-06-01")
    let timestamp = try #require(field("X-Oitcheck-Timestamp", head))
    let signature = try #require(field("X-Oitcheck-Signature", head))
    #expect(timestamp == "1686787200")
    #expect(signature == "sha256=" + (try Self.opensslSignature(of: Array("\(timestamp).".utf8) + body)))
  }

  /// The signature as `openssl dgst` makes it.
  private static func opensslSignature(of bytes: [UInt8]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = ["dgst", "-sha256", "-hmac", "hook-s3cret"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
  }

  @Test("LINE gets a push with its token and the same retry key at every try")
  func linePush() async throws {
    let server = try LoopbackServer { _ in Self.answer("200 OK") }
    #expect(try await Sample.attempt(line(server)) == .delivered)
    #expect(try await Sample.attempt(line(server)) == .delivered)
    let head = try #require(server.heads.first)
    #expect(head.hasPrefix("POST /v2/bot/message/push HTTP/1.1\r\n"))
    #expect(field("Authorization", head) == "Bearer line-t0ken")
    let key = try #require(field("X-Line-Retry-Key", head))
    #expect(UUID(uuidString: key) != nil)
    #expect(server.heads.last.flatMap { field("X-Line-Retry-Key", $0) } == key)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(server.bodies[0])) as? [String: Any])
    #expect(json["to"] as? String == "Uabc")
    let messages = try #require(json["messages"] as? [[String: String]])
    #expect(messages == [["type": "text", "text": "\(Sample.notice().subject)\n\n\(Sample.notice().body)"]])
  }

  @Test("LINE's limit of 5,000 is kept without cutting a letter, and an accepted repetition counts as delivered")
  func lineLimits() async throws {
    let server = try LoopbackServer { _ in Self.answer("409 Conflict") }
    let notice = Sample.notice(body: String(repeating: "ก็👩‍👩‍👧", count: 2_000))
    #expect(try await Sample.attempt(line(server), notice: notice) == .delivered)
    let json = try JSONSerialization.jsonObject(with: Data(server.bodies[0])) as? [String: Any]
    let text = try #require((json?["messages"] as? [[String: String]])?.first?["text"])
    #expect(text.utf16.count <= 5_000 && text.utf16.count > 4_980)
    #expect(text.hasSuffix("👧…") || text.hasSuffix("ก็…"))
  }

  @Test(
    "A status says whether trying again helps",
    arguments: [
      (500, false), (503, false), (429, false), (408, false), (400, true), (401, true), (404, true), (302, true),
    ])
  func statuses(status: Int, isLasting: Bool) async throws {
    let server = try LoopbackServer { _ in Self.answer("\(status) x", "Location: http://127.0.0.1:1/\r\n") }
    let attempt = try await Sample.attempt(webhook(server))
    #expect(attempt.isLasting == isLasting)
    #expect(server.heads.count == 1)
    #expect("\(attempt)".contains("\(status)") && attempt.isClean())
  }

  @Test("What a receiver asks for before the next try is handed on")
  func retryAfter() async throws {
    let server = try LoopbackServer { _ in Self.answer("429 Too Many Requests", "retry-after:  7\r\n") }
    #expect(try await Sample.attempt(line(server)).wait == .seconds(7))
    let odd = try LoopbackServer { _ in Self.answer("503 x", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n") }
    #expect(try await Sample.attempt(line(odd)).wait == nil)
  }

  @Test("A silence, a reset, a closed port and a flood are failures of the moment")
  func faults() async throws {
    let servers = [
      try LoopbackServer { _ in .silence(head: [], seconds: 30) },
      try LoopbackServer { _ in .reset },
      try LoopbackServer { _ in .endless(head: [], piece: [UInt8](repeating: 0x61, count: 65_536), atMost: 10_000) },
    ]
    for server in servers {
      let attempt = try await Sample.attempt(webhook(server), Sample.means(limit: .seconds(4)))
      #expect(attempt.isLasting == false && attempt.isClean(), "\(attempt)")
    }
    #expect(servers[2].sentBytes < 8 << 20)
    let closed = NotificationTarget.Channel.webhook(address: .plain("http://127.0.0.1:1/"), signing: nil)
    #expect(try await Sample.attempt(closed).isLasting == false)
  }

  @Test("What answers in no HTTP may do so again the next night", arguments: ["220 mail.example ESMTP\r\n", "aaaa"])
  func noStatusLine(answer: String) async throws {
    let server = try LoopbackServer { _ in .bytes(Array(answer.utf8)) }
    let attempt = try await Sample.attempt(webhook(server))
    #expect(attempt.isLasting == false && attempt.isClean(), "\(attempt)")
  }

  @Test("An answer with a huge body is an answer, and the body is not read")
  func hugeAnswer() async throws {
    let server = try LoopbackServer { _ in
      .endless(
        head: Array("HTTP/1.1 200 OK\r\n\r\n".utf8), piece: [UInt8](repeating: 0x61, count: 65_536), atMost: 10_000)
    }
    #expect(try await Sample.attempt(webhook(server)) == .delivered)
    #expect(server.sentBytes < 32 << 20)
  }

  @Test(
    "Only http and https are addresses of a webhook", arguments: ["file:///etc/passwd", "ftp://h/", "h", "-K/x", ""])
  func addresses(address: String) throws {
    #expect(throws: ChannelFault.self) {
      for messenger in MessengerList.all {
        _ = try messenger.init(.webhook(address: .plain(address), signing: nil), Sample.means())
      }
    }
  }

  @Test("Nothing secret stands among the arguments or in the environment, and a quote in a value stays in it")
  func arguments() async throws {
    let curl = try StandIn("d=${0%/*}/work; printf '%s\\n' \"$@\" > $d/argv; env > $d/env; cat > $d/config; exit 7")
    let tools = Toolbox(named: [.curl: curl.path])
    let channel = NotificationTarget.Channel.webhook(
      address: .plain("http://h.example/a?token=hook-s3cret"), signing: .environment("PASSWORD"))
    #expect(try await Sample.attempt(channel, Sample.means(tools)).isClean(of: "h.example"))
    let mail = NotificationTarget.Channel.smtp(
      .init(server: "smtp://h.example:587", from: "a@b.example", user: "a", password: .environment("PASSWORD")),
      to: ["c@d.example"])
    #expect(try await Sample.attempt(mail, Sample.means(tools)).isClean(of: "h.example"))
    let read = { try String(contentsOfFile: curl.folder + "/" + $0, encoding: .utf8) }
    #expect(try read("argv") == "--disable\n--config\n-\n")
    #expect(try !read("env").contains("p4ss"))
    let config = try read("config")
    #expect(config.contains("user = \"a:p4ss\\\"wo\\\\rd\"\n"))
    #expect(config.contains("ssl-reqd\n"))
  }
}

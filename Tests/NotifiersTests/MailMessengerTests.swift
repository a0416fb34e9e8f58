import AuditCore
import Foundation
import Notifiers
import Programs
import TestSupport
import Testing

@Suite("Messages by e-mail", .enabled(if: hasCurl, "curl is not installed"), .timeLimit(.minutes(20)))
struct MailMessengerTests {
  private func mail(_ server: SMTPServer, password: Bool = false) -> NotificationTarget.Channel {
    .smtp(
      .init(
        server: "smtp://127.0.0.1:\(server.port)", from: "oit@town.example", user: password ? "oit" : nil,
        password: password ? .environment("PASSWORD") : nil), to: ["a@town.example", "b@town.example"])
  }

  /// Header fields by name and the decoded body of a letter.
  private func parts(of letter: String) throws -> (fields: [String: String], body: String) {
    let lines = letter.components(separatedBy: "\r\n")
    let end = try #require(lines.firstIndex(of: ""))
    var fields: [String: String] = [:]
    var name = ""
    for line in lines[..<end] {
      if line.hasPrefix(" ") {
        fields[name, default: ""] += line
      } else {
        let pair = line.split(separator: ":", maxSplits: 1)
        name = String(pair[0])
        fields[name] = pair[1].trimmingCharacters(in: .whitespaces)
      }
    }
    let body = try #require(Data(base64Encoded: lines[end...].joined()))
    return (fields, String(decoding: body, as: UTF8.self))
  }

  private func decoded(_ words: String) -> String {
    words.split(separator: " ").map { word in
      #expect(word.utf8.count <= 75)
      let code = word.replacingOccurrences(of: "=?UTF-8?B?", with: "").replacingOccurrences(of: "?=", with: "")
      return String(decoding: Data(base64Encoded: code) ?? Data(), as: UTF8.self)
    }.joined()
  }

  @Test("A letter arrives at every receiver with its Thai whole")
  func delivered() async throws {
    let server = try SMTPServer()
    #expect(try await Sample.attempt(mail(server)) == .delivered)
    let commands = server.commands
    #expect(commands.contains { $0.hasPrefix("MAIL FROM:<oit@town.example>") })
    #expect(commands.filter { $0.hasPrefix("RCPT TO:") } == ["RCPT TO:<a@town.example>", "RCPT TO:<b@town.example>"])
    let letter = try #require(server.taken.first)
    #expect(letter.utf8.allSatisfy { $0 < 0x80 })
    let (fields, body) = try parts(of: letter)
    #expect(decoded(fields["Subject"] ?? "") == Sample.notice().subject)
    #expect(fields["Date"] == "15 Jun 2023 00:00:00 +0000")
    #expect(fields["To"] == "a@town.example, b@town.example")
    #expect(fields["Message-ID"]?.hasSuffix("@town.example>") == true)
    #expect(body == "บรรทัดหนึ่ง\r\n.\r\nบรรทัดสอง\r\n")
  }

  @Test("A line break in what a site says opens no header")
  func injection() async throws {
    let server = try SMTPServer()
    let subject = "x\r\nBcc: evil@example.org\r\n\r\nhello" + String(repeating: "ก", count: 300)
    #expect(try await Sample.attempt(mail(server), notice: Sample.notice(subject: subject)) == .delivered)
    let (fields, _) = try parts(of: try #require(server.taken.first))
    #expect(fields["Bcc"] == nil && !server.commands.contains { $0.contains("evil") })
    #expect(decoded(fields["Subject"] ?? "").hasPrefix("x  Bcc: evil@example.org    helloกกก"))
  }

  @Test(
    "Addresses that are none are refused before anything is sent",
    arguments: ["", "a", "a@", "a@b\r\nRCPT TO:<e@f>", "a b@c", "-oQ/tmp@c", "<a@b>", "a@b@c", "ก@b.example"])
  func addresses(address: String) async throws {
    for channel in [
      NotificationTarget.Channel.sendmail(from: "a@b.example", to: [address]),
      .sendmail(from: address, to: ["a@b.example"]),
      .smtp(.init(server: "smtp://127.0.0.1:1", from: "a@b.example"), to: [address]),
      .sendmail(from: "a@b.example", to: []),
    ] {
      await #expect(throws: ChannelFault.self) { try await Sample.attempt(channel) }
    }
  }

  @Test(
    "A server that is no SMTP address is refused",
    arguments: [
      "http://h", "smtp://", "smtp://user:pass@h", "smtp://h/\r\nx", "h:25", "smtp://h\"; url = \"file:///etc/passwd",
    ])
  func servers(server: String) async throws {
    let channel = NotificationTarget.Channel.smtp(.init(server: server, from: "a@b.example"), to: ["c@d.example"])
    await #expect(throws: ChannelFault.self) { try await Sample.attempt(channel) }
  }

  @Test("A password is not told to a server without TLS")
  func passwordInClear() async throws {
    let server = try SMTPServer()
    let attempt = try await Sample.attempt(mail(server, password: true))
    #expect(attempt.isLasting == true && attempt.isClean(), "\(attempt)")
    #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.contains("p4ss") } && server.taken.isEmpty)
  }

  @Test("Refusals of the moment and for good are told apart", arguments: [("450", false), ("550", true)])
  func refusals(code: String, isLasting: Bool) async throws {
    for command in ["MAIL", "RCPT", "LETTER"] {
      let server = try SMTPServer { $0.hasPrefix(command) ? .line("\(code) no, hook-s3cret") : nil }
      let attempt = try await Sample.attempt(mail(server))
      #expect(attempt.isLasting == isLasting && attempt.isClean(), "\(command): \(attempt)")
      #expect(server.taken.isEmpty)
    }
  }

  @Test("A server that hangs or hangs up is a failure of the moment", arguments: ["CONNECT", "EHLO", "DATA", "LETTER"])
  func faults(command: String) async throws {
    let silent = try SMTPServer { $0.hasPrefix(command) ? .silence(seconds: 30) : nil }
    #expect(try await Sample.attempt(mail(silent), Sample.means(limit: .seconds(4))).isLasting == false)
    let rude = try SMTPServer { $0.hasPrefix(command) ? .close : nil }
    #expect(try await Sample.attempt(mail(rude)).isLasting == false)
  }

  @Test("sendmail gets the letter on its input and the receivers after --")
  func sendmail() async throws {
    let program = try StandIn("d=${0%/*}/work; printf '%s\\n' \"$@\" > $d/argv; cat > $d/letter")
    let channel = NotificationTarget.Channel.sendmail(from: "oit@town.example", to: ["a@town.example"])
    let means = Sample.means(Toolbox(named: [.sendmail: program.path]))
    #expect(try await Sample.attempt(channel, means) == .delivered)
    let read = { try String(contentsOfFile: program.folder + "/" + $0, encoding: .utf8) }
    #expect(try read("argv") == "-i\n-f\noit@town.example\n--\na@town.example\n")
    let letter = try read("letter")
    #expect(!letter.utf8.contains(0x0D))
    let (fields, body) = try parts(of: letter.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(decoded(fields["Subject"] ?? "") == Sample.notice().subject)
    #expect(body.hasPrefix("บรรทัดหนึ่ง\r\n.\r\n"))
  }

  @Test(
    "sendmail's exit code says whether trying again helps",
    arguments: [("exit 75", 120, false), ("exit 78", 120, true), ("exec sleep 3600", 2, false)])
  func sendmailFails(script: String, limit: Int, isLasting: Bool) async throws {
    let program = try StandIn(script)
    let channel = NotificationTarget.Channel.sendmail(from: "oit@town.example", to: ["a@town.example"])
    let means = Sample.means(Toolbox(named: [.sendmail: program.path]), limit: .seconds(limit))
    #expect(try await Sample.attempt(channel, means).isLasting == isLasting)
    let absent = Sample.means(Toolbox(named: [.sendmail: ""]))
    #expect(try await Sample.attempt(channel, absent).isLasting == true)
  }
}

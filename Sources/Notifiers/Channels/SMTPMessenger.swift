import AuditCore
import Programs

/// An e-mail handed to a mail server (RFC 5321) by curl. A password travels under TLS only: `smtps`, or `smtp` with a
/// STARTTLS that must succeed; without a password STARTTLS is used where the server offers it.
struct SMTPMessenger: Messenger {
  private let envelope: Envelope
  private let server: String
  private let login: Secret?
  private let authority: String?
  private let means: MessengerMeans

  init?(_ channel: NotificationTarget.Channel, _ means: MessengerMeans) throws(ChannelFault) {
    guard case .smtp(let account, let receivers) = channel else { return nil }
    envelope = try Envelope(from: account.from, to: receivers)
    server = try Self.usable(account.server)
    let user = account.user ?? account.from
    guard !user.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: ":") }) else {
      throw ChannelFault("ชื่อผู้ใช้ของอีเมลใช้ไม่ได้", "the user of its mail server cannot be used")
    }
    login = if let source = account.password { Secret("\(user):\(try means.secret(source).value)") } else { nil }
    authority = if let file = account.authority { try means.file(file) } else { nil }
    self.means = means
  }

  func attempt(_ notice: AlarmNotice) async -> Attempt {
    let letter = Letter(of: notice, envelope).bytes(lineEnd: "\r\n")
    let outcome = await CurlRun(means: means).outcome(of: configuration, sending: letter)
    if case .exited(code: 0) = outcome?.end { return .delivered }
    // The last reply of the server, e.g. 550; 000 where it gave none.
    if let reply = outcome.flatMap({ Int(String(decoding: $0.output, as: UTF8.self)) }), (400...599).contains(reply),
      outcome?.end != .exited(code: 67)
    {
      return .fault(
        "เครื่องรับส่งอีเมลปฏิเสธ (\(reply))", "the mail server refuses it (\(reply))", isLasting: reply >= 500)
    }
    return .failure(of: outcome)
  }

  private var configuration: CurlConfiguration {
    var configuration = CurlConfiguration()
    configuration.set("proto", "=smtp,smtps")
    configuration.set("url", server)
    configuration.set("mail-from", envelope.from)
    for receiver in envelope.to { configuration.set("mail-rcpt", receiver) }
    configuration.set("upload-file", CurlRun.fileName)
    configuration.set("write-out", "%{response_code}")
    configuration.set(login == nil ? "ssl" : "ssl-reqd")
    if let authority { configuration.set("cacert", authority) }
    if let login { configuration.set("user", login.value) }
    return configuration
  }

  /// `smtp://` or `smtps://`, a host, and a port where it is not the usual one.
  private static func usable(_ server: String) throws(ChannelFault) -> String {
    let rest = ["smtp://", "smtps://"].first { server.hasPrefix($0) }.map { server.dropFirst($0.count) }
    let isName = rest?.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: [UInt8]("-.:[]".utf8).contains(byte)
      }
    }
    guard let rest, !rest.isEmpty, isName == true else {
      throw ChannelFault(
        "เครื่องรับส่งอีเมลต้องเป็น smtp:// หรือ smtps://", "its mail server is no smtp:// or smtps:// address")
    }
    return server
  }
}

import AuditCore
import Foundation

/// A notice as an e-mail (RFC 5322, MIME: RFC 2045 and 2047): Thai in the subject as encoded words, the body in base64,
/// so that all of it is ASCII in short lines and nothing of a site can be a header.
struct Letter {
  private let notice: AlarmNotice
  private let envelope: Envelope

  init(of notice: AlarmNotice, _ envelope: Envelope) {
    self.notice = notice
    self.envelope = envelope
  }

  /// - Parameter lineEnd: CRLF on the wire, LF for `sendmail`.
  func bytes(lineEnd: String) -> [UInt8] {
    var lines = [
      "From: \(envelope.from)", "To: \(envelope.to.joined(separator: ",\(lineEnd) "))",
      "Subject: \(Self.encodedWords(notice.subject).joined(separator: "\(lineEnd) "))", "Date: \(date)",
      "Message-ID: <\(NoticeKey.uuid(of: notice))@\(envelope.domain)>", "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
    ]
    let text = notice.body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let code = Array(Data(text.utf8).base64EncodedString().utf8)
    lines += stride(from: 0, to: code.count, by: 76).map {
      String(decoding: code[$0..<min($0 + 76, code.count)], as: UTF8.self)
    }
    return Array((lines.joined(separator: lineEnd) + lineEnd).utf8)
  }

  /// RFC 2047 §2: at most 75 letters each, none with half a character in it.
  private static func encodedWords(_ text: String) -> [String] {
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars.prefix(500) {
      let bytes = Array(String(scalar == "\n" || scalar == "\r" ? " " : scalar).utf8)
      if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
  }

  /// RFC 5322 §3.3, in UTC: `15 Jun 2023 02:00:00 +0000`.
  private var date: String {
    let parts = notice.sentAt.description.split { "-TZ".contains($0) }
    guard parts.count == 4, let month = Int(parts[1]), Self.months.indices.contains(month - 1) else { return "" }
    return "\(parts[2]) \(Self.months[month - 1]) \(parts[0]) \(parts[3]) +0000"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

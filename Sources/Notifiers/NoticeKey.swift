import AuditCore
import Crypto

/// What a notice is recognised by where its id must have a given form.
enum NoticeKey {
  /// A UUID (RFC 9562 §5.8, version 8) that is the same for every try of the same notice.
  static func uuid(of notice: AlarmNotice) -> String {
    var bytes = Array(SHA256.hash(data: Array(notice.id.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(hex(bytes))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

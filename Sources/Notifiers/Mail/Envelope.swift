/// Who sends a letter and who gets it (RFC 5321 §2.3.1): addresses in plain ASCII that cannot be anything else on a
/// header line, in a command of SMTP or among arguments.
struct Envelope: Sendable, Hashable {
  let from: String
  let to: [String]

  init(from: String, to: [String]) throws(ChannelFault) {
    guard !to.isEmpty else { throw ChannelFault("ไม่มีผู้รับอีเมล", "it has no receivers") }
    for address in [from] + to where !Self.isUsable(address) {
      throw ChannelFault("ที่อยู่อีเมลใช้ไม่ได้", "an e-mail address cannot be used")
    }
    self.from = from
    self.to = to
  }

  /// The domain of the sender.
  var domain: String { String(from.split(separator: "@").last ?? "localhost") }

  /// A dot-atom on both sides (RFC 5322 §3.4.1), at most 254 bytes, not beginning with a hyphen.
  private static func isUsable(_ address: String) -> Bool {
    let sides = address.split(separator: "@", omittingEmptySubsequences: false)
    guard address.utf8.count <= 254, sides.count == 2, address.first != "-" else { return false }
    let marks = [UInt8]("!#$%&'*+-/=?^_`{|}~.".utf8)
    return sides.allSatisfy { side in
      !side.isEmpty
        && side.utf8.allSatisfy {
          switch $0 {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
          case UInt8(ascii: "0")...UInt8(ascii: "9"): true
          default: marks.contains($0)
          }
        }
    }
  }
}

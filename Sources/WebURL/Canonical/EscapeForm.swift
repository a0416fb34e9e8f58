/// Which `%XX` say the same as the plain letter in one part of an address (RFC 3986 §6.2.2.2). Besides the unreserved
/// letters these are the signs that no server of the field reads differently: files are named `plan(1).pdf`, and
/// browsers write the brackets as they are.
enum EscapeForm {
  case path, query

  func normalised(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25, let value = rest.escapedValue else {
        bytes.append(byte)
        continue
      }
      rest = rest.dropFirst(2)
      if isPlain(value) {
        bytes.append(value)
      } else if self == .query, value == 0x20 {
        bytes.append(UInt8(ascii: "+"))
      } else {
        bytes.appendPercentEncoded(value)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    if byte.isUnreserved { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"):
      return true
    case UInt8(ascii: "'"):
      return self == .path
    case UInt8(ascii: "/"):
      return self == .query
    default:
      return false
    }
  }
}

extension UInt8 {
  /// Letters, digits and `-._~`: what stands for itself everywhere in an address (RFC 3986 §2.3).
  var isUnreserved: Bool {
    isASCIILetter || isASCIIDigit || self == 0x2D || self == 0x2E || self == 0x5F || self == 0x7E
  }
}

/// The text of an address before it is read.
enum AddressInput {
  /// The bytes without leading and trailing control characters and spaces, and without any tab or line break inside
  /// (WHATWG URL §4.4, steps 1 to 3): markup that breaks a long `href` over lines still works.
  static func cleaned(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if let last = bytes.last, last <= 0x20 {
      bytes.removeSubrange((bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0)...)
    }
    if let first = bytes.first, first <= 0x20 {
      bytes.removeSubrange(..<(bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex))
    }
    if bytes.contains(where: isRemoved) { bytes.removeAll(where: isRemoved) }
    return bytes
  }

  private static func isRemoved(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }
}

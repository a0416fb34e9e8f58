/// A set of bytes that are written as `%XX` in one part of an address (WHATWG URL §1.3); bytes outside ASCII always are.
struct EncodeSet: Sendable {
  private var low: UInt64
  private var high: UInt64

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return true }
    return (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 == 1
  }

  private func adding(_ more: StaticString) -> EncodeSet {
    var grown = self
    more.withUTF8Buffer { bytes in
      for byte in bytes {
        if byte < 64 { grown.low |= 1 << UInt64(byte) } else { grown.high |= 1 << UInt64(byte & 63) }
      }
    }
    return grown
  }

  static let control = EncodeSet(low: 0xFFFF_FFFF, high: 1 << 63)
  static let fragment = control.adding(" \"<>`")
  static let query = control.adding(" \"#<>")
  static let specialQuery = query.adding("'")
  static let path = query.adding("?^`{}")
  static let userinfo = path.adding("/:;=@[\\]|")
}

extension [UInt8] {
  /// Appends bytes, those of the set as `%XX`.
  mutating func append(_ bytes: some Sequence<UInt8>, encoding set: EncodeSet) {
    for byte in bytes {
      if set.contains(byte) { appendPercentEncoded(byte) } else { append(byte) }
    }
  }

  /// Appends one byte as `%XX` in upper case.
  mutating func appendPercentEncoded(_ byte: UInt8) {
    append(0x25)
    append(.hexDigit(byte >> 4))
    append(.hexDigit(byte & 15))
  }

  /// The bytes with every well-formed `%XX` resolved (WHATWG URL §1.3, percent-decode).
  static func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let value = rest.escapedValue {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}

extension Collection<UInt8> {
  /// The byte that the two digits at the start stand for, when a `%` came before them.
  var escapedValue: UInt8? {
    guard let high = first?.hexValue, let low = dropFirst().first?.hexValue else { return nil }
    return high << 4 | low
  }
}

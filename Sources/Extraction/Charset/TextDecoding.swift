/// Bytes of a charset become well-formed UTF-8; what means nothing becomes U+FFFD. Never fails.
enum TextDecoding {
  /// Decodes, without the byte order mark. Charsets that are not decoded here are read as windows-1252, so that
  /// markup and ASCII survive.
  static func utf8(_ bytes: ArraySlice<UInt8>, from charset: Charset) -> [UInt8] {
    switch charset {
    case .utf8: wellFormed(bytes.begins(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes)
    case .windows874: singleByte(bytes, Windows874.scalar)
    case .windows1252, .foreign: singleByte(bytes, windows1252)
    case .utf16LittleEndian: utf16(bytes, littleEndian: true)
    case .utf16BigEndian: utf16(bytes, littleEndian: false)
    }
  }

  private static func wellFormed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if ByteEvidence(bytes).isWellFormedUTF8 { return Array(bytes) }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func singleByte(_ bytes: ArraySlice<UInt8>, _ scalar: (UInt8) -> UInt32) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { append(scalar(byte), to: &output) }
    }
    return output
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    if scalar < 0x800 {
      output.append(UInt8(0xC0 | scalar >> 6))
    } else {
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    output.append(UInt8(0x80 | scalar & 0x3F))
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(littleEndian ? two << 8 | one : one << 8 | two)
      at += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static let c1Letters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static func windows1252(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? c1Letters[Int(byte) - 0x80] : UInt32(byte)
  }
}

extension ArraySlice<UInt8> {
  func begins(with prefix: [UInt8]) -> Bool { starts(with: prefix) }
}

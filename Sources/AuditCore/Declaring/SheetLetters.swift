/// Turns the bytes of a spreadsheet's text export into text: UTF-8 with or without its mark, UTF-16 with its mark
/// ("Unicode text" of Excel), else windows-874, in which older Thai programs write.
enum SheetLetters {
  static func text(of bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 } }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) } }
    return String(validating: bytes, as: UTF8.self) ?? windows874(bytes)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }

  /// The letters of windows-874 are those of TIS-620, in order: 0xA1 is U+0E01.
  private static func windows874(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0xA1...0xDA, 0xDF...0xFB: scalars.append(Unicode.Scalar(0x0E00 + UInt32(byte - 0xA0)) ?? "\u{FFFD}")
      case 0xA0: scalars.append(" ")
      case 0x85: scalars.append("…")
      case 0x91, 0x92: scalars.append("'")
      case 0x93, 0x94: scalars.append("\"")
      case 0x95...0x97: scalars.append("-")
      case 0..<0x80: scalars.append(Unicode.Scalar(byte))
      default: scalars.append("\u{FFFD}")
      }
    }
    return String(scalars)
  }
}

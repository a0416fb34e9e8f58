/// Text of one byte a letter in old Office files: windows-874, the code page of Thai Windows.
enum ThaiCodePage {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(String.UnicodeScalarView(bytes.map(scalar)))
  }

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0xA1...0xDA, 0xDF...0xFB: Unicode.Scalar(UInt32(byte) + 0x0D60) ?? " "
    case 0x85: "…"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x95: "•"
    case 0x96: "–"
    case 0x97: "—"
    case 0x80...0xA0, 0xDB...0xDE, 0xFC...0xFF: " "
    default: Unicode.Scalar(byte)
    }
  }
}

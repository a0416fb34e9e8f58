/// windows-874 as in the WHATWG Encoding Standard §9: Thai letters of TIS 620-2533, some punctuation among the C1
/// bytes, the other C1 bytes as they are, and eight bytes that mean nothing.
enum Windows874 {
  /// Whether the byte is a Thai letter, mark or digit.
  static func isThaiLetter(_ byte: UInt8) -> Bool {
    (0xA1...0xDA).contains(byte) || (0xDF...0xFB).contains(byte)
  }

  /// The letter that a byte stands for; U+FFFD where it stands for none.
  static func scalar(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0x80: 0x20AC
    case 0x85: 0x2026
    case 0x91: 0x2018
    case 0x92: 0x2019
    case 0x93: 0x201C
    case 0x94: 0x201D
    case 0x95: 0x2022
    case 0x96: 0x2013
    case 0x97: 0x2014
    case 0xA1...0xDA, 0xDF...0xFB: UInt32(byte) - 0xA1 + 0x0E01
    case 0xDB...0xDE, 0xFC...0xFF: 0xFFFD
    default: UInt32(byte)
    }
  }
}

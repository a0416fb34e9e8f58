/// Bytes of header lines as text, without losing any: servers send TIS-620 where only ASCII may stand.
enum FieldText {
  /// UTF-8 where it is that, else Latin-1, from which the bytes can be had back.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  /// Without the white space at both ends (RFC 9110 §5.5, "OWS").
  static func trim(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }

  /// A value that can stand in one header line: line ends and other controls become spaces.
  static func oneLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar.value < 0x20 || scalar.value == 0x7f ? " " : scalar) }
    return String(scalars)
  }

  /// A name that can stand before a colon: what is no token character becomes `-` (RFC 9110 §5.6.2).
  static func token(_ text: String) -> String {
    let letters = text.utf8.map { byte -> UInt8 in
      let isToken = byte > 0x20 && byte < 0x7f && !"()<>@,;:\\\"/[]?={}".utf8.contains(byte)
      return isToken ? byte : UInt8(ascii: "-")
    }
    return letters.isEmpty ? "-" : String(decoding: letters, as: UTF8.self)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n"
  }
}

/// A character encoding, by its name in the WHATWG Encoding Standard.
/// Only those that occur on Thai sites can be decoded; the others are known by name, so that a page says what it is.
enum Charset: Hashable, Sendable {
  case utf8
  /// TIS-620 and ISO-8859-11 are labels of it (Encoding Standard §4.2).
  case windows874
  /// ISO-8859-1 and ASCII are labels of it.
  case windows1252
  case utf16LittleEndian
  case utf16BigEndian
  /// Known by name, not decoded.
  case foreign(String)

  /// The charset that a label names, nil for a label that the standard does not know (`tis620`, `utf8mb4`).
  init?(label: some Sequence<UInt8>) {
    let text = String(decoding: label.filter { !$0.isMarkupSpace }.map(\.asciiLowercased), as: UTF8.self)
    guard let name = EncodingLabels.name(of: text) else { return nil }
    self.init(name: name)
  }

  private init(name: String) {
    self =
      switch name {
      case "utf-8": .utf8
      case "windows-874": .windows874
      case "windows-1252", "x-user-defined": .windows1252
      case "utf-16le": .utf16LittleEndian
      case "utf-16be": .utf16BigEndian
      default: .foreign(name)
      }
  }

  /// The name in the Encoding Standard, in lower case.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .windows874: "windows-874"
    case .windows1252: "windows-1252"
    case .utf16LittleEndian: "utf-16le"
    case .utf16BigEndian: "utf-16be"
    case .foreign(let name): name
    }
  }
}

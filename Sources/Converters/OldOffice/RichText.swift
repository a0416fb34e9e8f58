/// The text of an RTF file (Rich Text Format 1.9), which towns also publish under the name `.doc`.
///
/// Needed because `catdoc` ignores how many letters stand in for one that old readers do not know (`\uc`), and so
/// writes every Thai letter of newer files twice.
enum RichText {
  private struct Group {
    var isHidden = false
    /// How many letters follow a `\u` for readers that do not know it.
    var standIns = 1
  }

  private static let depthLimit = 500
  /// Groups that hold no text of the document.
  private static let hidden: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "colorschememapping", "datastore",
    "latentstyles", "rsidtbl", "listtable", "listoverridetable", "generator", "xmlnstbl", "fldinst", "bkmkstart",
    "bkmkend", "filetbl", "revtbl", "header", "footer", "headerl", "headerr", "footerl", "footerr", "nonshppict",
  ]

  static func isRichText(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("{\\rtf".utf8)) }

  static func text(of bytes: [UInt8]) -> [UInt8] {
    var text: [UInt16] = []
    var groups = [Group()]
    var at = 0
    var skipped = 0
    func put(_ unit: UInt16) {
      if skipped > 0 { skipped -= 1 } else if groups.last?.isHidden == false { text.append(unit) }
    }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"):
        skipped = 0
        if groups.count < depthLimit { groups.append(groups.last ?? Group()) } else { return [] }
      case UInt8(ascii: "}"):
        skipped = 0
        if groups.count > 1 { groups.removeLast() }
      case 0x0A, 0x0D, 0: continue
      case UInt8(ascii: "\\"):
        guard at < bytes.count else { break }
        switch bytes[at] {
        case UInt8(ascii: "'"):
          let value = bytes[min(bytes.count, at + 1)..<min(bytes.count, at + 3)].reduce(0) { $0 << 4 | hex($1) }
          at += 3
          put(UInt16(ThaiCodePage.scalar(UInt8(value & 0xFF)).value))
        case UInt8(ascii: "*"):
          at += 1
          groups[groups.count - 1].isHidden = true
        case let letter where letter.isASCIILetter:
          let (word, number) = control(bytes, &at)
          obey(word, number)
        case let symbol:
          at += 1
          if symbol == UInt8(ascii: "~") {
            put(0x20)
          } else if symbol > 0x20, symbol != UInt8(ascii: "-") {
            put(UInt16(symbol))
          }
        }
      default: put(UInt16(ThaiCodePage.scalar(byte).value))
      }
    }
    return Array(String(decoding: text, as: UTF16.self).utf8)

    func obey(_ word: String, _ number: Int?) {
      switch word {
      case "u":
        skipped = 0
        put(UInt16(truncatingIfNeeded: number ?? 0x20))
        skipped = groups.last?.standIns ?? 1
      case "uc": groups[groups.count - 1].standIns = min(8, max(0, number ?? 1))
      case "par", "line", "row", "sect": put(0x0A)
      case "page": put(0x0C)
      case "tab", "cell": put(0x09)
      case "bin": at = min(bytes.count, at + max(0, number ?? 0))
      default: if hidden.contains(word) { groups[groups.count - 1].isHidden = true }
      }
    }
  }

  /// A control word of letters, its number, and the space that ends it.
  private static func control(_ bytes: [UInt8], _ at: inout Int) -> (word: String, number: Int?) {
    let start = at
    while at < bytes.count, bytes[at].isASCIILetter, at - start < 32 { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    let digits = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    while at < bytes.count, (48...57).contains(bytes[at]), at - digits < 11 { at += 1 }
    let number = Int(String(decoding: bytes[digits..<at], as: UTF8.self))
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return (word, number)
  }

  private static func hex(_ byte: UInt8) -> Int {
    switch byte {
    case 48...57: Int(byte) - 48
    case 65...70: Int(byte) - 55
    case 97...102: Int(byte) - 87
    default: 0
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
}

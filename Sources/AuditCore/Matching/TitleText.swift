/// The part of a link text, cell or heading that can be its name.
///
/// Indexes paste the official criteria beside or into the link ("… (1) ชื่อ (2) ตำแหน่ง (ต้องมีทั้ง …)"): from the
/// enumeration on it is no name. File names and previews end in the middle of a word.
struct TitleText {
  let text: String
  /// The text may end inside a word.
  let mayBreakOff: Bool

  /// Longest part that is read, in UTF-8 bytes: titles, cells and headings are shorter.
  private static let limit = 1_200
  private static let fileEndings = [
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar", ".jpg", ".png", "...", "…",
  ]

  init(_ original: String) {
    var bytes = Array(original.utf8.prefix(Self.limit))
    let isCut = bytes.count < original.utf8.count
    if let enumeration = Self.enumerationStart(in: bytes) { bytes = Array(bytes[..<enumeration]) }
    text = bytes.count == original.utf8.count ? original : String(decoding: bytes, as: UTF8.self)
    let ending = original.utf8.suffix(6).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    mayBreakOff = isCut || Self.fileEndings.contains { ending.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether the text is the name of a file.
  var isFileName: Bool { mayBreakOff && !text.hasSuffix("...") && !text.hasSuffix("…") }

  /// Where "(1)" stands, if a "(2)" follows.
  private static func enumerationStart(in bytes: [UInt8]) -> Int? {
    guard let first = place(of: 0x31, in: bytes, from: 0), first > 0 else { return nil }
    return place(of: 0x32, in: bytes, from: first) == nil ? nil : first
  }

  /// The place of a bracketed digit, Arabic or Thai.
  private static func place(of digit: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    let arabic: [UInt8] = [0x28, digit, 0x29]
    let thai: [UInt8] = [0x28, 0xE0, 0xB9, 0x90 + (digit - 0x30), 0x29]
    var index = start
    while index + 2 < bytes.count {
      if bytes[index] == 0x28, bytes[index...].starts(with: arabic) || bytes[index...].starts(with: thai) {
        return index
      }
      index += 1
    }
    return nil
  }
}

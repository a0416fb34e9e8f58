/// The text of a Word 97–2003 document by its piece table (MS-DOC §2.4.1).
///
/// Needed because `catdoc` guesses for every 256 bytes whether letters take one byte or two, by the spaces it sees: of
/// Thai, which has few, it makes other letters.
enum WordBinaryText {
  enum Failure: Error, Equatable {
    /// It is locked with a password (fEncrypted).
    case locked
    /// No Word 97–2003 document, or its table of pieces is damaged.
    case unreadable
  }

  /// Letters of the main text that are read.
  private static let limit = 4 << 20

  /// Paragraphs end with a line end, pages where the author put a break, with a form feed.
  static func text(of file: CompoundFile) throws(Failure) -> [UInt8] {
    guard let document = file.stream("WordDocument"), document.uint16(at: 0) == 0xA5EC else { throw .unreadable }
    let flags = document.uint16(at: 10)
    if flags & 0x0100 != 0 { throw .locked }
    guard let table = file.stream(flags & 0x0200 != 0 ? "1Table" : "0Table"),
      let pieces = pieceTable(table, from: Int(document.uint32(at: 0x01A2)), count: Int(document.uint32(at: 0x01A6)))
    else { throw .unreadable }
    var text = String.UnicodeScalarView()
    let count = (pieces.count - 4) / 12
    var left = limit
    for piece in 0..<max(0, count) where left > 0 {
      let letters = Int(pieces.uint32(at: 4 * piece + 4)) - Int(pieces.uint32(at: 4 * piece))
      let place = pieces.uint32(at: 4 * (count + 1) + 8 * piece + 2)
      guard letters > 0 else { continue }
      let taken = min(letters, left)
      left -= taken
      append(taken, at: place, of: document, to: &text)
    }
    guard !text.isEmpty else { throw .unreadable }
    return Array(String(text).utf8)
  }

  /// Skips the property blocks (type 1) before the piece table (type 2).
  private static func pieceTable(_ table: [UInt8], from start: Int, count: Int) -> [UInt8]? {
    var at = start
    let end = min(table.count, start + count)
    while at + 5 <= end {
      switch table[at] {
      case 1: at += 3 + table.uint16(at: at + 1)
      case 2:
        let length = Int(table.uint32(at: at + 1))
        guard length >= 16, at + 5 + length <= end else { return nil }
        return Array(table[(at + 5)..<(at + 5 + length)])
      default: return nil
      }
    }
    return nil
  }

  /// Bit 30 says that the letters take one byte.
  private static func append(
    _ count: Int, at place: UInt32, of document: [UInt8], to text: inout String.UnicodeScalarView
  ) {
    let isNarrow = place & 0x4000_0000 != 0
    let offset = Int(place & 0x3FFF_FFFF)
    if isNarrow {
      let start = min(document.count, offset / 2)
      for byte in document[start..<min(document.count, start + count)] { append(ThaiCodePage.scalar(byte), to: &text) }
      return
    }
    let start = min(document.count, offset)
    let end = min(document.count, start + 2 * count)
    let units = stride(from: start, to: end - 1, by: 2).lazy.map { UInt16(document.uint16(at: $0)) }
    for scalar in String(decoding: Array(units), as: UTF16.self).unicodeScalars { append(scalar, to: &text) }
  }

  /// Word's own marks: 7 ends a cell, 13 a paragraph, 12 a page, 19–21 enclose fields, 1 and 8 stand for pictures.
  private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x07: text.append("\t")
    case 0x0B, 0x0D: text.append("\n")
    case 0x09, 0x0A, 0x0C: text.append(scalar)
    case 0x1E: text.append("-")
    case 0..<0x20: return
    default: text.append(scalar)
    }
  }
}

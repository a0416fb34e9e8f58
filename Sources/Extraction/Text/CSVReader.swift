import AuditCore

/// Reads comma-separated values (RFC 4180), with semicolons or tabs as well, and quotes as people leave them.
enum CSVReader {
  private static let byteLimit = 8 << 20
  private static let rowLimit = 20_000
  private static let cellLimit = 100

  static func document(from bytes: [UInt8], contentType: String?) -> Document {
    let body = bytes.count > byteLimit ? Array(bytes.prefix(byteLimit)) : bytes
    let charset = CharsetDecision(of: body, contentType: contentType, labels: .none)
    let text = charset.text(of: body)
    var document = Document(mediaType: .csv, charset: charset.description)
    if let fault = charset.fault { document.faults.append(fault) }
    let (rows, isCut) = rows(of: text, separator: separator(of: text))
    for cells in rows {
      let joined = cells.filter { !$0.isEmpty }.joined(separator: " | ")
      if !joined.isEmpty { document.blocks.append(Block(kind: .row, text: joined, cells: cells)) }
    }
    if isCut || body.count < bytes.count { document.faults.append("longer than is read: the rest was left out") }
    if document.blocks.isEmpty { document.readability = .unreadable(.noText, detail: "the file holds no text") }
    return document
  }

  /// The sign that stands most often outside quotes in the first lines.
  private static func separator(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text.prefix(8_192) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, ",;\t".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].max {
      counts[$0, default: 0] < counts[$1, default: 0]
    }
      ?? UInt8(ascii: ",")
  }

  private static func rows(of text: [UInt8], separator: UInt8) -> (rows: [[String]], isCut: Bool) {
    var rows: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    func endCell() {
      if cells.count < cellLimit { cells.append(String(decoding: cell, as: UTF8.self).singleSpaced) }
      cell.removeAll(keepingCapacity: true)
    }
    var at = 0
    while at < text.count {
      let byte = text[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, at < text.count, text[at] == byte {
          cell.append(byte)
          at += 1
        } else if isQuoted || cell.isEmpty {
          isQuoted.toggle()
        } else {
          cell.append(byte)
        }
      } else if isQuoted {
        cell.append(byte)
      } else if byte == separator {
        endCell()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, at < text.count, text[at] == 0x0A { at += 1 }
        endCell()
        rows.append(cells)
        cells = []
        if rows.count >= rowLimit { return (rows, true) }
      } else {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !cells.isEmpty {
      endCell()
      rows.append(cells)
    }
    return (rows, false)
  }
}

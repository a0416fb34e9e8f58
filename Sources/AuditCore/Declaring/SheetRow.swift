/// One row of a spreadsheet that holds something: its cells, and the number a person counts it by.
package struct SheetRow: Sendable, Hashable {
  /// One-based, empty rows counted.
  package var number: Int
  package var cells: [String]

  package init(number: Int, cells: [String]) {
    self.number = number
    self.cells = cells
  }

  /// Whether one of its cells holds a web address.
  package var holdsAddress: Bool { cells.contains { DeclaredAddresses.holdsAddress($0) } }

  /// Cells of a row that are read.
  static let mostCells = 60
  /// Bytes of a cell that are read.
  static let longestCell = 8_192
}

/// Reads comma-, semicolon- or tab-separated rows as spreadsheets write them (RFC 4180), line breaks in quoted cells
/// included. Unlike the reading of documents this keeps the number of each row and the lines of a cell: an officer
/// looks for the row, and each line of a cell may be an address.
package enum SeparatedRows {
  /// Rows that are read.
  package static let most = 5_000

  /// The rows that hold something.
  package static func rows(of bytes: [UInt8]) -> [SheetRow] {
    let text = Array(SheetLetters.text(of: bytes).utf8)
    var reading = Reading(separator: separator(of: text))
    var at = 0
    while at < text.count, reading.rows.count < most {
      let next = at + 1 < text.count ? text[at + 1] : 0
      at += reading.take(text[at], before: next)
    }
    reading.endRow()
    return reading.rows
  }

  /// The sign that stands most often outside quotes in the first lines; `sep=;` in the first line says it outright.
  private static func separator(of text: [UInt8]) -> UInt8 {
    if text.starts(with: "sep=".utf8), text.count > 4 { return text[4] }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in text.prefix(16_384) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, ",;\t".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    }
    let signs = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
    return signs.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }

  private struct Reading {
    let separator: UInt8
    var rows: [SheetRow] = []
    private var number = 1
    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var isQuoted = false

    init(separator: UInt8) {
      self.separator = separator
    }

    /// Takes in one byte; says how many it used.
    mutating func take(_ byte: UInt8, before next: UInt8) -> Int {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && next == byte:
        append(byte)
        return 2
      case UInt8(ascii: "\"") where isQuoted || cell.isEmpty: isQuoted.toggle()
      case separator where !isQuoted: endCell()
      case 0x0D where !isQuoted:
        endRow()
        return next == 0x0A ? 2 : 1
      case 0x0A where !isQuoted: endRow()
      default: append(byte)
      }
      return 1
    }

    private mutating func append(_ byte: UInt8) {
      if cell.count < SheetRow.longestCell { cell.append(byte) }
    }

    private mutating func endCell() {
      if cells.count < SheetRow.mostCells { cells.append(String(decoding: cell, as: UTF8.self)) }
      cell.removeAll(keepingCapacity: true)
    }

    mutating func endRow() {
      endCell()
      if cells.contains(where: { $0.utf8.contains { $0 > 0x20 } }) {
        rows.append(SheetRow(number: number, cells: cells))
      }
      cells = []
      number += 1
    }
  }
}

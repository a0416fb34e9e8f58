/// The cells of an Excel 97–2003 workbook (BIFF8, MS-XLS §2.4), row by row.
///
/// Needed because `xls2csv` takes the low byte of ก (U+0E01) for a mark of its own and loses the strings behind it.
struct WorkbookText {
  enum Failure: Error, Equatable {
    /// It is locked with a password (FILEPASS).
    case locked
    /// No workbook of Excel 97–2003, or damaged.
    case unreadable
  }

  private static let cellLimit = 400_000

  private var strings: [String] = []
  private var sheets: [[Int: [Int: String]]] = []
  private var cellCount = 0
  private var awaitsFormulaText: (row: Int, column: Int)?

  /// Rows end with a line end, cells with a tab, sheets with a form feed.
  static func text(of file: CompoundFile) throws(Failure) -> [UInt8] {
    guard let stream = file.stream("Workbook") else { throw .unreadable }
    var workbook = WorkbookText()
    try workbook.read(stream)
    let text = workbook.sheets.filter { !$0.isEmpty }.map { rows in
      rows.sorted { $0.key < $1.key }.map { row in
        row.value.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\t")
      }.joined(separator: "\n") + "\n"
    }
    return Array(text.joined(separator: "\u{C}").utf8)
  }

  private mutating func read(_ stream: [UInt8]) throws(Failure) {
    var at = 0
    var isFirst = true
    while at + 4 <= stream.count {
      let type = stream.uint16(at: at)
      let length = stream.uint16(at: at + 2)
      let body = at + 4
      if isFirst, type != 0x0809 || stream.uint16(at: body) != 0x0600 { throw .unreadable }
      isFirst = false
      at = body + length
      switch type {
      case 0x002F: throw .locked
      case 0x0809 where stream.uint16(at: body + 2) == 0x0010: sheets.append([:])
      case 0x00FC: at = readStrings(stream, body, length)
      default: readCell(stream, type, body)
      }
      if cellCount > Self.cellLimit { return }
    }
  }

  /// The shared strings, which run on through CONTINUE records.
  private mutating func readStrings(_ stream: [UInt8], _ body: Int, _ length: Int) -> Int {
    var reader = BIFFStrings(stream, body: body, length: length)
    let count = min(Int(stream.uint32(at: body + 4)), Self.cellLimit)
    reader.skip(8)
    while strings.count < count, let text = reader.next() { strings.append(text) }
    return reader.endOfRecords
  }

  private mutating func readCell(_ stream: [UInt8], _ type: Int, _ body: Int) {
    let row = stream.uint16(at: body)
    let column = stream.uint16(at: body + 2)
    switch type {
    case 0x00FD:
      let index = Int(stream.uint32(at: body + 6))
      if index < strings.count { put(strings[index], row, column) }
    case 0x0203: put(number(stream, body + 6), row, column)
    case 0x027E: put(packedNumber(stream.uint32(at: body + 6)), row, column)
    case 0x00BD:
      let last = stream.uint16(at: body + stream.uint16(at: body - 2) - 2)
      guard last >= column else { return }
      for step in 0...(last - column) {
        put(packedNumber(stream.uint32(at: body + 6 + 6 * step)), row, column + step)
      }
    case 0x0006:
      if stream.uint16(at: body + 12) == 0xFFFF {
        awaitsFormulaText = stream.uint16(at: body + 6) & 0xFF == 0 ? (row, column) : nil
      } else {
        put(number(stream, body + 6), row, column)
      }
    case 0x0207, 0x0204:
      let offset = type == 0x0204 ? 6 : 0
      var reader = BIFFStrings(stream, body: body, length: stream.uint16(at: body - 2))
      reader.skip(offset)
      guard let text = reader.next() else { return }
      if type == 0x0204 {
        put(text, row, column)
      } else if let cell = awaitsFormulaText {
        put(text, cell.row, cell.column)
      }
      awaitsFormulaText = nil
    default: return
    }
  }

  private mutating func put(_ text: String, _ row: Int, _ column: Int) {
    guard !sheets.isEmpty, !text.isEmpty, cellCount <= Self.cellLimit else { return }
    cellCount += 1
    sheets[sheets.count - 1][row, default: [:]][column] = text
  }

  private func number(_ stream: [UInt8], _ at: Int) -> String {
    written(Double(bitPattern: UInt64(stream.uint32(at: at)) | UInt64(stream.uint32(at: at + 4)) << 32))
  }

  /// RK numbers: 30 bits of an integer or of a double, divided by 100 or not (MS-XLS §2.5.217).
  private func packedNumber(_ value: UInt32) -> String {
    let plain =
      value & 2 != 0
      ? Double(Int32(bitPattern: value) >> 2) : Double(bitPattern: UInt64(value & 0xFFFF_FFFC) << 32)
    return written(value & 1 != 0 ? plain / 100 : plain)
  }

  private func written(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }
}

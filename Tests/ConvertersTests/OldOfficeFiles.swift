/// Builds tiny Office files of before 2007, byte by byte, after MS-CFB, MS-DOC and MS-XLS.
enum OldOfficeFiles {
  /// A Word document of one piece of two-byte letters.
  static func word(_ text: String, isLocked: Bool = false) -> [UInt8] {
    let letters = Array(text.utf16)
    var document = [UInt8](repeating: 0, count: 0x200)
    document.put16(0xA5EC, at: 0)
    document.put16(isLocked ? 0x0300 : 0x0200, at: 10)
    document.put32(0, at: 0x01A2)
    document.put32(21, at: 0x01A6)
    document += letters.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var table: [UInt8] = [2, 16, 0, 0, 0]
    table += [UInt8](repeating: 0, count: 16)
    table.put32(letters.count, at: 9)
    table.put32(0x200, at: 15)
    return compound([("WordDocument", padded(document)), ("1Table", padded(table))])
  }

  /// A workbook of one sheet with one column of strings; the strings are cut into CONTINUE records.
  static func workbook(_ cells: [String], isLocked: Bool = false, piece: Int = 40) -> [UInt8] {
    var stream = record(0x0809, [0, 6, 5, 0] + [UInt8](repeating: 0, count: 12))
    if isLocked { stream += record(0x002F, [0, 0, 0, 0]) }
    stream += sharedStrings(cells, piece: piece)
    stream += record(0x000A, [])
    stream += record(0x0809, [0, 6, 0x10, 0] + [UInt8](repeating: 0, count: 12))
    for row in cells.indices {
      var cell = [UInt8](repeating: 0, count: 10)
      cell.put16(row, at: 0)
      cell.put32(row, at: 6)
      stream += record(0x00FD, cell)
    }
    var number = [UInt8](repeating: 0, count: 10)
    number.put16(cells.count, at: 0)
    number.put32(450_000 << 2 | 2, at: 6)
    stream += record(0x027E, number) + record(0x000A, [])
    return compound([("Workbook", padded(stream))])
  }

  /// Letters continued in the next record are preceded by their width there.
  private static func sharedStrings(_ cells: [String], piece: Int) -> [UInt8] {
    var records: [[UInt8]] = [[]]
    records[0].put32(cells.count, at: 0)
    records[0].put32(cells.count, at: 4)
    for cell in cells {
      let letters = Array(cell.utf16)
      records[records.count - 1] += [UInt8(letters.count & 0xFF), UInt8(letters.count >> 8), 1]
      for letter in letters {
        if records[records.count - 1].count >= piece { records.append([1]) }
        records[records.count - 1] += [UInt8(letter & 0xFF), UInt8(letter >> 8)]
      }
    }
    return record(0x00FC, records[0]) + records.dropFirst().flatMap { record(0x003C, $0) }
  }

  private static func record(_ type: Int, _ body: [UInt8]) -> [UInt8] {
    [UInt8(type & 0xFF), UInt8(type >> 8), UInt8(body.count & 0xFF), UInt8(body.count >> 8)] + body
  }

  /// Streams of 4,096 bytes and more lie in ordinary sectors.
  private static func padded(_ stream: [UInt8]) -> [UInt8] {
    stream + [UInt8](repeating: 0, count: max(0, 4_096 - stream.count))
  }

  /// A compound file: header, allocation table, directory, streams.
  static func compound(_ streams: [(name: String, content: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
    file.put16(9, at: 30)
    file.put32(1, at: 48)
    file.put32(0xFFFF_FFFE, at: 60)
    file.put32(0xFFFF_FFFE, at: 68)
    for place in 0..<109 { file.put32(place == 0 ? 0 : 0xFFFF_FFFF, at: 76 + 4 * place) }
    var table: [Int] = [0xFFFF_FFFD, 0xFFFF_FFFE]
    var directory: [UInt8] = []
    var body: [UInt8] = []
    for (name, content) in streams {
      let sectors = (content.count + 511) / 512
      var entry = [UInt8](repeating: 0, count: 128)
      for (place, unit) in name.utf16.enumerated() { entry.put16(Int(unit), at: 2 * place) }
      entry.put16(2 * name.utf16.count + 2, at: 64)
      entry[66] = 2
      entry.put32(table.count, at: 116)
      entry.put32(content.count, at: 120)
      directory += entry
      table += (1...sectors).map { $0 == sectors ? 0xFFFF_FFFE : table.count + $0 }
      body += content + [UInt8](repeating: 0, count: sectors * 512 - content.count)
    }
    directory += [UInt8](repeating: 0, count: 512 - directory.count)
    var allocation = [UInt8](repeating: 0xFF, count: 512)
    for (place, next) in table.enumerated() { allocation.put32(next, at: 4 * place) }
    return file + allocation + directory + body
  }
}

extension [UInt8] {
  mutating func put16(_ value: Int, at offset: Int) {
    while count < offset + 2 { append(0) }
    self[offset] = UInt8(value & 0xFF)
    self[offset + 1] = UInt8(value >> 8 & 0xFF)
  }

  mutating func put32(_ value: Int, at offset: Int) {
    put16(value & 0xFFFF, at: offset)
    put16(value >> 16 & 0xFFFF, at: offset + 2)
  }
}

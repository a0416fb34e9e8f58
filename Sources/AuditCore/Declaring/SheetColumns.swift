import ThaiText

/// Which column of an answer sheet holds what. People name and order the columns as they like, in Thai or English;
/// a sheet without a header is read by what its cells hold.
struct SheetColumns: Sendable, Equatable {
  var item: Int?
  var title: Int?
  var claim: Int?
  var addresses: [Int] = []
  var note: Int?

  private enum Role { case item, title, claim, address, note }

  /// Folded names, the ones that say it outright before those that may mean something else beside them.
  private static let names: [(role: Role, names: Set<[UInt8]>)] = [
    (.item, folded(["ข้อ", "ข้อที่", "ข้อ OIT", "OIT", "item", "item no", "เลขข้อ", "รหัสข้อ", "หมายเลขข้อ"])),
    (
      .claim,
      folded(["มี/ไม่มี", "มี", "มีหรือไม่มี", "คำตอบ", "สถานะ", "yes/no", "answer", "available", "disclosed", "status"])
    ),
    (
      .address,
      folded([
        "URL", "URLs", "ที่อยู่", "ที่อยู่เว็บไซต์", "ที่อยู่ URL", "URL/ที่อยู่", "ลิงก์", "ลิงค์", "link", "links", "address", "addresses",
        "การเชื่อมโยง", "เว็บไซต์", "website", "web address", "แหล่งข้อมูล", "แหล่งที่มา",
      ])
    ),
    (
      .note,
      folded([
        "คำอธิบาย", "คำอธิบายตำแหน่ง", "คำอธิบายเพิ่มเติม", "หมายเหตุ", "note", "notes", "explanation", "remark", "remarks",
        "comment",
        "where", "where on the site", "ตำแหน่ง",
      ])
    ),
    (.item, folded(["ลำดับ", "ลำดับที่", "ที่", "no", "number", "รหัส", "code"])),
    (
      .title,
      folded(["รายการ", "ชื่อรายการ", "ข้อมูล", "ประเด็น", "ประเด็นการตรวจ", "ตัวชี้วัด", "title", "name", "องค์ประกอบด้านข้อมูล"])
    ),
  ]

  private static func folded(_ names: [String]) -> Set<[UInt8]> { Set(names.map { ThaiFolding.fold($0) }) }

  /// Reads a header row; nil where it is none. Only one word is no header: a title may read "ข้อมูล".
  init?(header row: SheetRow) {
    let keys = row.cells.map { ThaiFolding.fold($0) }
    for (role, names) in Self.names {
      for (column, key) in keys.enumerated() where !isTaken(column) && names.contains(key) { take(column, as: role) }
    }
    for (column, cell) in row.cells.enumerated() where !isTaken(column) && cell.utf8.count < 120 {
      if let role = Self.role(hintedIn: keys[column]) { take(column, as: role) }
    }
    guard item != nil || title != nil, !addresses.isEmpty || claim != nil || note != nil else { return nil }
  }

  /// Guesses from the cells of a sheet that has no header: addresses are where `http` stands, items where their
  /// numbers stand.
  init?(guessing rows: [SheetRow]) {
    let width = rows.map(\.cells.count).max() ?? 0
    let numbers = ItemNumberReader()
    var itemCounts = [Int](repeating: 0, count: width)
    var addressCounts = [Int](repeating: 0, count: width)
    for row in rows.prefix(200) {
      for (column, cell) in row.cells.enumerated() {
        if DeclaredAddresses.holdsAddress(cell) {
          addressCounts[column] += 1
        } else if numbers.reading(in: cell) != nil {
          itemCounts[column] += 1
        }
      }
    }
    addresses = addressCounts.indices.filter { addressCounts[$0] > 0 }
    item = itemCounts.indices.filter { itemCounts[$0] > 0 && addressCounts[$0] == 0 }
      .max { (itemCounts[$0], $1) < (itemCounts[$1], $0) }
    guard item != nil, !addresses.isEmpty else { return nil }
  }

  private func isTaken(_ column: Int) -> Bool {
    item == column || title == column || claim == column || note == column || addresses.contains(column)
  }

  private mutating func take(_ column: Int, as role: Role) {
    switch role {
    case .item: if item == nil { item = column } else if title == nil { title = column }
    case .title: if title == nil { title = column }
    case .claim: if claim == nil { claim = column }
    case .note: if note == nil { note = column }
    case .address: addresses.append(column)
    }
  }

  private static let hints: [(Role, [UInt8])] = [
    (.address, ThaiFolding.fold("URL")), (.address, ThaiFolding.fold("ลิงก์")), (.address, ThaiFolding.fold("ลิงค์")),
    (.claim, ThaiFolding.fold("มี/ไม่มี")), (.note, ThaiFolding.fold("คำอธิบาย")), (.address, ThaiFolding.fold("ที่อยู่")),
    (.address, ThaiFolding.fold("address")), (.note, ThaiFolding.fold("explanation")),
  ]

  /// A longer name that holds one of the words ("URL ที่เผยแพร่บนเว็บไซต์").
  private static func role(hintedIn key: [UInt8]) -> Role? {
    hints.first { ByteSearch.contains(key, $0.1) }?.0
  }
}

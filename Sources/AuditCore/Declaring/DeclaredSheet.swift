import ThaiText
import WebURL

/// The answer sheet that a town fills in for the assessment, or that an auditor takes a sample of: for each item
/// whether it is disclosed, at which addresses, and where on the site.
package struct DeclaredSheet: Sendable {
  /// One row that names an item.
  package struct Row: Sendable, Hashable {
    package var number: Int
    /// `O12`.
    package var item: String
    /// มี (true) or ไม่มี (false); nil where the sheet does not say.
    package var isClaimed: Bool?
    package var addresses: [WebURL]
    /// What stands in the place of an address and is none.
    package var unusable: [String]
    package var note: String
  }

  /// A row that cannot be used, and why. The others are read all the same.
  package struct Fault: Sendable, Hashable {
    package var row: Int
    package var reason: Bilingual
  }

  package private(set) var rows: [Row] = []
  package private(set) var faults: [Fault] = []

  /// Addresses that are taken from one sheet.
  package static let mostAddresses = 600
  private static let headerReach = 20

  /// - Parameters:
  ///   - cells: the rows of the file, in order.
  ///   - site: what addresses without a host are read against.
  package init(rows cells: [SheetRow], edition: Edition, site: WebURL, domainToASCII: DomainToASCII = .asciiOnly) {
    let header = cells.prefix(Self.headerReach).lazy.enumerated()
      .compactMap { place, row in SheetColumns(header: row).map { (place, $0) } }.first
    guard let columns = header?.1 ?? SheetColumns(guessing: cells) else { return }
    var addresses = 0
    for row in header.map({ cells.dropFirst($0.0 + 1) }) ?? cells[...] {
      guard var read = read(row, columns, edition, site, domainToASCII) else { continue }
      if addresses + read.addresses.count > Self.mostAddresses {
        read.addresses = Array(read.addresses.prefix(Self.mostAddresses - addresses))
        faults.append(
          Fault(
            row: row.number,
            reason: Bilingual(
              th: "แบบคำตอบมีที่อยู่เกิน \(Self.mostAddresses) รายการ ส่วนที่เกินไม่ได้ตรวจ",
              en: "the sheet holds more than \(Self.mostAddresses) addresses; the rest is not looked at")))
      }
      addresses += read.addresses.count
      rows.append(read)
    }
  }

  private mutating func read(
    _ row: SheetRow, _ columns: SheetColumns, _ edition: Edition, _ site: WebURL, _ domainToASCII: DomainToASCII
  ) -> Row? {
    func cell(_ column: Int?) -> String {
      guard let column, row.cells.indices.contains(column) else { return "" }
      return row.cells[column]
    }
    guard let number = itemNumber(cell(columns.item), cell(columns.title), row, edition) else { return nil }
    var addresses: [WebURL] = []
    var unusable: [String] = []
    for column in columns.addresses {
      let read = DeclaredAddresses(in: cell(column), site: site, domainToASCII: domainToASCII)
      addresses += read.addresses.filter { !addresses.contains($0) }
      unusable += read.unusable
    }
    return Row(
      number: row.number, item: number, isClaimed: Self.claim(cell(columns.claim)), addresses: addresses,
      unusable: unusable, note: cell(columns.note))
  }

  /// The item a row is about: by its number in any shape, else by its full title. Rows that say nothing about an item
  /// and hold no address (titles of parts, sums) are passed over in silence.
  private mutating func itemNumber(_ item: String, _ title: String, _ row: SheetRow, _ edition: Edition) -> String? {
    let numbers = ItemNumberReader()
    for text in [item, title] {
      guard let reading = numbers.reading(in: text) else { continue }
      if let rule = edition.items.first(where: { $0.ordinal == reading.number }) { return rule.number }
    }
    for text in [title, item] where text.utf8.count > 8 {
      let key = ThaiFolding.fold(text)
      let named = edition.items.first { rule in
        ([rule.title.th, rule.title.en] + rule.titleByBodyType.values).contains { ThaiFolding.fold($0) == key }
      }
      if let named { return named.number }
    }
    let holdsAnswer = row.cells.contains { DeclaredAddresses.holdsAddress($0) }
    let written = item.isEmpty ? title : item
    let looksNumbered = item.utf8.count <= 12 && item.utf8.contains { (0x30...0x39).contains($0) }
    guard holdsAnswer || looksNumbered && !item.utf8.contains(UInt8(ascii: ".")) else { return nil }
    faults.append(
      Fault(
        row: row.number,
        reason: written.isEmpty
          ? Bilingual(th: "ไม่ระบุข้อ", en: "names no item")
          : Bilingual(
            th: "ไม่รู้จักข้อ “\(Quotation.of(written))” ในรายการปี \(edition.year)",
            en: "“\(Quotation.of(written))” is no item of edition \(edition.year)")))
    return nil
  }

  private static let noes = ["ไม่มี", "ไม่", "no", "n", "false", "0", "none", "✗", "x", "×"].map { ThaiFolding.fold($0) }
  private static let yeses = ["มี", "yes", "y", "true", "1", "ใช่", "ครบ"].map { ThaiFolding.fold($0) }

  private static func claim(_ cell: String) -> Bool? {
    let key = ThaiFolding.fold(cell)
    if cell.unicodeScalars.contains(where: { "✓✔☑".unicodeScalars.contains($0) }) { return true }
    guard !key.isEmpty else { return cell.unicodeScalars.contains { "✗✘×".unicodeScalars.contains($0) } ? false : nil }
    if noes.contains(key) || key.starts(with: ThaiFolding.fold("ไม่มี")) { return false }
    return yeses.contains(key) || key.starts(with: ThaiFolding.fold("มี")) ? true : nil
  }
}

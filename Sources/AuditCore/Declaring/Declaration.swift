import WebURL

/// All that an answer sheet says of one item, the rows about it taken together.
package struct Declaration: Sendable {
  package struct Address: Sendable, Hashable {
    package var url: WebURL
    /// The row of the sheet it stands in.
    package var row: Int
  }

  package var item: ItemRule
  package var rows: [Int]
  package var addresses: [Address]
  package var unusable: [String]
  package var isClaimed: Bool?
  package var note: String

  /// The declarations of a sheet in the order of its rows.
  package static func all(in sheet: DeclaredSheet, of edition: Edition) -> [Declaration] {
    var declarations: [Declaration] = []
    for row in sheet.rows {
      guard let item = edition.item(numbered: row.item) else { continue }
      let known = declarations.firstIndex { $0.item.number == item.number }
      let at = known ?? declarations.count
      if known == nil {
        declarations.append(
          Declaration(item: item, rows: [], addresses: [], unusable: [], isClaimed: nil, note: ""))
      }
      declarations[at].take(row)
    }
    return declarations
  }

  /// The declarations needed to check some items: their own, and those that they must agree with (O12 with O11).
  /// - Parameter items: the spot check of `--item`; nil for the whole sheet.
  package static func needed(for items: Set<String>?, in sheet: DeclaredSheet, of edition: Edition) -> [Declaration] {
    let all = all(in: sheet, of: edition)
    guard let items else { return all }
    let partners = all.filter { items.contains($0.item.number) }.flatMap { $0.item.agreesWith.map(\.item) }
    return all.filter { items.contains($0.item.number) || partners.contains($0.item.number) }
  }

  private mutating func take(_ row: DeclaredSheet.Row) {
    rows.append(row.number)
    let known = Set(addresses.map(\.url))
    addresses += row.addresses.filter { !known.contains($0) }.map { Address(url: $0, row: row.number) }
    unusable += row.unusable
    if let claim = row.isClaimed { isClaimed = (isClaimed ?? false) || claim }
    if !row.note.isEmpty { note += (note.isEmpty ? "" : "\n") + row.note }
  }
}

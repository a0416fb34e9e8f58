import AuditCore

/// The sheets of an XLSX as the person sees them who filled them in (ECMA-376 part 1 §18.3): rows under the numbers that
/// the program shows, line breaks kept, the address behind a linked cell, and what a merged cell says for every row it
/// spans. ``SheetText`` reads the same file for its words.
package enum SpreadsheetGrid {
  /// Why there is nothing to read.
  package struct Unreadable: Error {
    package let detail: String
  }

  private static let mostRows = 5_000
  private static let mostColumns = 60
  private static let longestCell = 8_192
  private static let mostMarks = 20_000

  /// The rows of each sheet that hold something, sheets in the order of the workbook.
  package static func sheets(of bytes: [UInt8]) throws(Unreadable) -> [[SheetRow]] {
    do throws(ZipParts.Failure) {
      let parts = try ZipParts.unpack(bytes) { name in
        name.hasPrefix("xl/worksheets/")
          || ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"].contains(name)
      }
      let strings = try SheetText.sharedStrings(parts["xl/sharedStrings.xml"])
      var sheets: [[SheetRow]] = []
      for sheet in try SheetText.sheets(parts) {
        guard let part = parts[sheet.part] else { continue }
        var grid = Grid()
        try grid.read(part, strings, links: OfficeXML.relationships(parts[relations(of: sheet.part)]))
        sheets.append(grid.rows)
      }
      return sheets
    } catch {
      throw Unreadable(detail: OfficeDocumentReader.words(for: error))
    }
  }

  /// `xl/worksheets/sheet1.xml` has its links in `xl/worksheets/_rels/sheet1.xml.rels`.
  private static func relations(of part: String) -> String {
    let steps = part.split(separator: "/")
    return steps.dropLast().joined(separator: "/") + "/_rels/" + (steps.last.map(String.init) ?? "") + ".rels"
  }

  private struct Place: Hashable {
    var row: Int
    var column: Int

    /// From `C12`.
    init?(_ reference: some StringProtocol) {
      var column = 0
      var row = 0
      for byte in reference.utf8.prefix(12) where byte != UInt8(ascii: "$") {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
          column = column * 26 + Int(byte) - 64
        case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
        default: return nil
        }
      }
      guard row > 0, column > 0 else { return nil }
      self.row = row
      self.column = column - 1
    }
  }

  private struct Grid {
    private var cells: [Int: [Int: String]] = [:]
    private var merges: [(first: Place, last: Place)] = []
    private var linked: [(at: Place, target: String)] = []

    var rows: [SheetRow] {
      cells.sorted { $0.key < $1.key }.compactMap { number, columns in
        guard let last = columns.keys.max() else { return nil }
        return SheetRow(number: number, cells: (0...last).map { columns[$0] ?? "" })
      }
    }

    mutating func read(
      _ part: [UInt8], _ strings: [String], links: [String: String]
    ) throws(ZipParts.Failure) {
      var grid = self
      var cell = Cell()
      var row = 0
      try OfficeXML.walk(part, named: "a sheet") { event, name, stream in
        switch event {
        case .start(let isEmpty):
          switch name {
          case "row":
            row = stream.attribute("r").flatMap { Int($0) } ?? row + 1
            cell.column = -1
          case "c":
            let place = stream.attribute("r").flatMap { Place($0) }
            cell.begin(at: place?.column ?? cell.column + 1, type: stream.attribute("t") ?? "")
          case "v", "t": cell.isValue = !isEmpty
          case "f": cell.isFormula = !isEmpty
          case "mergeCell": grid.merge(stream.attribute("ref") ?? "")
          case "hyperlink":
            grid.link(stream.attribute("ref") ?? "", to: stream.attribute("id").flatMap { links[$0] })
          default: break
          }
        case .text(let text): cell.add(text)
        case .end:
          switch name {
          case "v", "t": cell.isValue = false
          case "f": cell.isFormula = false
          case "c": grid.put(cell.text(strings), row, cell.column)
          default: break
          }
        }
      }
      grid.settle()
      self = grid
    }

    private mutating func put(_ text: String, _ row: Int, _ column: Int) {
      guard (0..<mostColumns).contains(column), text.utf8.contains(where: { $0 > 0x20 }),
        cells[row] != nil || cells.count < mostRows
      else { return }
      cells[row, default: [:]][column] = String(decoding: text.utf8.prefix(longestCell), as: UTF8.self)
    }

    private mutating func merge(_ reference: String) {
      let ends = reference.split(separator: ":")
      guard merges.count < mostMarks, ends.count == 2, let first = Place(ends[0]), let last = Place(ends[1]) else {
        return
      }
      merges.append((first, last))
    }

    private mutating func link(_ reference: String, to target: String?) {
      guard linked.count < mostMarks, let target, let first = reference.split(separator: ":").first,
        let place = Place(first)
      else { return }
      linked.append((place, target))
    }

    /// Addresses behind cells whose words are none; then what merged cells say for the rows below.
    private mutating func settle() {
      for link in linked where !holdsAddress(cells[link.at.row]?[link.at.column] ?? "") {
        put(link.target, link.at.row, link.at.column)
      }
      for merge in merges {
        guard let text = cells[merge.first.row]?[merge.first.column], merge.last.row > merge.first.row else { continue }
        for row in cells.keys where row > merge.first.row && row <= merge.last.row {
          if cells[row]?[merge.first.column] == nil { put(text, row, merge.first.column) }
        }
      }
    }

    private func holdsAddress(_ text: String) -> Bool {
      let lower = text.lowercased()
      return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }
  }

  /// The cell being read.
  private struct Cell {
    var column = -1
    var isValue = false
    var isFormula = false
    private var type = ""
    private var value = ""
    private var formula = ""

    mutating func begin(at column: Int, type: String) {
      self.column = column
      self.type = type
      value = ""
      formula = ""
    }

    mutating func add(_ text: String) {
      if isValue, value.utf8.count < 32_768 { value += text }
      if isFormula, formula.utf8.count < 32_768 { formula += text }
    }

    /// The shared string, the value, or the address of a `HYPERLINK` formula.
    func text(_ strings: [String]) -> String {
      if formula.uppercased().hasPrefix("HYPERLINK(\"") {
        let parts = formula.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3 { return String(parts[1]) }
      }
      guard type == "s" else { return value }
      return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    }
  }
}

/// The tables that are open, innermost last, with the cells that span into later rows.
struct TableRows {
  /// A row that is being read.
  struct Row {
    /// Where the row begins in the flow, the links and the blocks.
    let start: Int
    let firstLink: Int
    let firstBlock: Int
    var cells: [String] = []
    /// Whether it lays out the page instead of holding data: it has tables or headings in it.
    var isLayout = false
    var allHeaderCells = true
    /// Columns that its own cells take up.
    var span = 0
    var ownCells = 0
    /// The header above each link's column, by index of the link.
    var linkColumns: [(firstLink: Int, column: Int)] = []
  }

  private struct Table {
    var header: [String] = []
    var spans: [Int: (text: String, rows: Int)] = [:]
    var rowsRead = 0
    var row: Row?
    var column = 0
  }

  private var tables: [Table] = []
  static let maxColumns = 60

  var isOpen: Bool { !tables.isEmpty }
  var isInRow: Bool { tables.last?.row != nil }

  /// A table inside a row makes that row a layout.
  mutating func openTable() {
    markLayout()
    tables.append(Table())
  }

  mutating func closeTable() { _ = tables.popLast() }

  mutating func markLayout() {
    if let last = tables.indices.last { tables[last].row?.isLayout = true }
  }

  mutating func openRow(_ row: Row) {
    guard let last = tables.indices.last else { return }
    tables[last].row = row
    tables[last].column = 0
    carry(last)
  }

  /// Puts in the cells that began in rows above and reach into this place.
  private mutating func carry(_ table: Int) {
    while let span = tables[table].spans[tables[table].column], tables[table].column < Self.maxColumns {
      tables[table].row?.cells.append(span.text)
      tables[table].spans[tables[table].column] = span.rows > 1 ? (span.text, span.rows - 1) : nil
      tables[table].column += 1
    }
  }

  /// The header of the column that a cell beginning now stands in, nil in the header itself.
  var columnHeader: String? {
    guard let table = tables.last, table.column < table.header.count else { return nil }
    return table.header[table.column]
  }

  mutating func closeCell(_ text: String, isHeader: Bool, rowspan: Int, colspan: Int) {
    guard let last = tables.indices.last, tables[last].row != nil else { return }
    let across = min(max(colspan, 1), Self.maxColumns)
    guard tables[last].column < Self.maxColumns else { return }
    tables[last].row?.cells.append(text)
    tables[last].row?.ownCells += 1
    tables[last].row?.span += across
    if !isHeader { tables[last].row?.allHeaderCells = false }
    if rowspan > 1 {
      for column in tables[last].column..<(tables[last].column + across) {
        let isFirst = column == tables[last].column
        tables[last].spans[column] = (isFirst ? text : "", min(rowspan, 500) - 1)
      }
    }
    tables[last].column += across
    carry(last)
  }

  /// The finished row; a first row of header cells is kept as the names of the columns.
  mutating func closeRow() -> Row? {
    guard let last = tables.indices.last, let row = tables[last].row else { return nil }
    tables[last].row = nil
    tables[last].rowsRead += 1
    if row.allHeaderCells, row.ownCells > 1, tables[last].header.isEmpty, !row.isLayout {
      tables[last].header = row.cells
    }
    return row
  }
}

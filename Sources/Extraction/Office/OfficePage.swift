import AuditCore

/// The text of an office file while it is read: paragraphs, and the rows of tables, under caps.
struct OfficePage {
  private(set) var blocks: [Block] = []
  private(set) var isFull = false
  private var paragraph = ""
  private var rows: [Row] = []
  private var bytes = 0

  private struct Row {
    var cells: [String] = []
    var cell: String?
    var repeats = 1
  }

  private static let byteLimit = 6 << 20
  private static let blockLimit = 60_000
  private static let cellLimit = 80

  mutating func text(_ text: String) {
    guard !isFull, paragraph.utf8.count < 1 << 20 else { return }
    paragraph += text
  }

  /// Ends a paragraph: a block of its own, or a part of the cell it stands in.
  mutating func endParagraph(_ kind: Block.Kind = .paragraph, page: Int? = nil) {
    let text = paragraph.singleSpaced
    paragraph = ""
    guard !text.isEmpty else { return }
    if let last = rows.indices.last, let cell = rows[last].cell {
      rows[last].cell = cell.isEmpty ? text : cell + " " + text
    } else {
      append(Block(kind: kind, text: text, page: page))
    }
  }

  mutating func beginRow() {
    if !paragraph.isEmpty { endParagraph() }
    rows.append(Row())
  }

  mutating func beginCell(repeats: Int = 1) {
    guard let last = rows.indices.last else { return }
    rows[last].cell = ""
    rows[last].repeats = repeats
  }

  /// Columns that the file leaves out before the next cell.
  mutating func pad(to column: Int) {
    guard let last = rows.indices.last else { return }
    while rows[last].cells.count < min(column, Self.cellLimit) { rows[last].cells.append("") }
  }

  mutating func endCell() {
    if !paragraph.isEmpty { endParagraph() }
    guard let last = rows.indices.last, let cell = rows[last].cell else { return }
    let repeats = cell.isEmpty ? min(rows[last].repeats, Self.cellLimit) : min(rows[last].repeats, 12)
    for _ in 0..<repeats where rows[last].cells.count < Self.cellLimit { rows[last].cells.append(cell) }
    rows[last].cell = nil
  }

  /// Ends a row; a table inside a cell also belongs to the text of that cell.
  mutating func endRow(page: Int? = nil) {
    guard var cells = rows.popLast()?.cells else { return }
    while cells.last?.isEmpty ?? false { cells.removeLast() }
    let text = cells.filter { !$0.isEmpty }.joined(separator: " | ")
    guard !text.isEmpty else { return }
    append(Block(kind: .row, text: text, cells: cells, page: page))
    if let outer = rows.indices.last, let cell = rows[outer].cell { rows[outer].cell = cell + " " + text }
  }

  private mutating func append(_ block: Block) {
    bytes += block.text.utf8.count
    guard blocks.count < Self.blockLimit, bytes < Self.byteLimit else {
      isFull = true
      return
    }
    blocks.append(block)
  }
}

extension String {
  /// Its words with single spaces between them.
  var singleSpaced: String {
    var flow = FlowText()
    flow.append(self)
    return flow.text(0..<flow.count)
  }
}

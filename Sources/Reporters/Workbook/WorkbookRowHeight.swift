import ThaiText

/// The height of a row in points. A workbook keeps what is written into it: a program that opens it does not make room
/// for wrapped lines of a file it has not written itself, and Thai letters in the official font are tall.
enum WorkbookRowHeight {
  /// One line of 16 points with its marks above and below.
  static let line = 26.0
  private static let titleLine = 34.0
  /// Longer texts are whole in their cell and cut on the sheet.
  private static let mostLines = 12
  /// Share of a line that is filled: Thai is broken between words, and the font that stands in may be wider.
  private static let filled = 0.8

  static func points(of cells: [WorkbookSheet.Cell], in columns: [WorkbookSheet.Column]) -> Double {
    if cells.contains(where: { $0.style == .title }) { return titleLine }
    let most = zip(cells, columns).map { lines(of: $0, width: $1.width) }.max() ?? 1
    return Double(min(max(1, most), mostLines)) * line
  }

  private static func lines(of cell: WorkbookSheet.Cell, width: Double) -> Int {
    let text: String
    switch cell.content {
    case .text(let words), .link(let words, _): text = words
    case .number: return 1
    }
    guard cell.style != .notice, cell.style != .line else { return 1 }
    let room = max(4, width * filled)
    return text.split(whereSeparator: \.isNewline)
      .reduce(0) { $0 + max(1, Int((Double(ThaiWidth.columns(String($1))) / room).rounded(.up))) }
  }
}

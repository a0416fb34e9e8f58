/// One sheet of a workbook, before any file format: a table under a header, or a page of labelled rows.
struct WorkbookSheet {
  /// At most 31 letters, without `[ ] : * ? / \` (Excel's rule for names).
  let name: String
  let columns: [Column]
  var rows: [[Cell]] = []
  /// A table has filters and a header that stays in sight.
  var isTable = true
  /// A line above the header.
  var notice: String?
  /// How many columns go on paper, where not all do; a sheet is as wide as one page.
  var printedColumns: Int?

  struct Column {
    var title: String
    /// In letters of the normal font.
    var width: Double
  }

  /// What stands in a cell. Texts of a site are texts for ever: no cell is a formula.
  struct Cell {
    enum Content {
      case text(String)
      case number(Double)
      /// An address that may be followed (http or https only), under its text.
      case link(String, target: String)
    }

    var content: Content
    var style: Style

    static func text(_ text: String, _ style: Style = .plain) -> Cell { Cell(content: .text(text), style: style) }
    static func number(_ value: Double, _ style: Style = .number) -> Cell {
      Cell(content: .number(value), style: style)
    }

    static func link(_ address: ShownAddress) -> Cell {
      address.link.map { Cell(content: .link(address.full, target: $0), style: .link) } ?? .text(address.full)
    }
  }

  enum Style: CaseIterable {
    case plain, header, title, label, number, score, link
    /// One line that runs over the empty cells beside it; a notice is told in red.
    case line, notice
    /// Of a verdict's cell.
    case good, bad, open
  }
}

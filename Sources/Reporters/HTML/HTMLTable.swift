/// A table whose headers screen readers follow; on a phone each cell names its column itself. The roles keep it a table
/// where the style sheet stacks it.
struct HTMLTable {
  struct Row {
    var header: HTML
    var cells: [HTML]
    /// Places of cells that hold numbers.
    var numbers: Set<Int> = []
  }

  /// A class for the widths of its columns.
  var style = "plain"
  let columns: [String]
  let rows: [Row]

  var html: HTML {
    let head: [HTML] = columns.map { "<th scope=\"col\" role=\"columnheader\">\($0)</th>" }
    return """
      <table role="table" class="\(style)">
      <thead role="rowgroup"><tr role="row">\(head)</tr></thead>
      <tbody role="rowgroup">
      \(rows.map(row))
      </tbody>
      </table>
      """
  }

  private func row(_ row: Row) -> HTML {
    let labels = columns.dropFirst()
    let cells: [HTML] = zip(labels, row.cells).enumerated().map { place, cell in
      let style: HTML = row.numbers.contains(place) ? " class=\"number\"" : ""
      return "<td role=\"cell\"\(style) data-label=\"\(cell.0)\">\(cell.1)</td>"
    }
    return "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">\(row.header)</th>\(cells)</tr>"
  }
}

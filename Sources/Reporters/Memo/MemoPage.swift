import AuditCore

/// The memo as one HTML page for A4 paper, and the form from which `pandoc` makes the Word file: the name in
/// `data-custom-style` is a style of ``MemoWordStyles``.
struct MemoPage {
  private static let policy: HTML = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  /// How a sheet that is held crosswise begins; no text of a site can write it.
  static let wideSheet = "<section class=\"wide\">"
  /// A table of so many rows stays on one page.
  private static let shortTable = 12
  private let text: MemoText
  private let title: String
  private let language: Language

  init(_ text: MemoText, title: String, language: Language) {
    self.text = text
    self.title = title
    self.language = language
  }

  var bytes: [UInt8] { Array(html.markup.utf8) }

  private var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="robots" content="noindex"/>
    <title>\(title)</title>
    <style>
    \(HTML(stringLiteral: MemoStyles.sheet))
    </style>
    </head>
    <body>
    \(sheets.enumerated().map(sheet))
    </body>
    </html>

    """
  }

  /// The blocks between one new sheet and the next.
  private var sheets: [[MemoBlock]] {
    text.blocks.reduce(into: [[]]) { sheets, block in
      if case .newSheet = block { sheets.append([]) } else { sheets[sheets.count - 1].append(block) }
    }
  }

  private func sheet(_ place: Int, _ blocks: [MemoBlock]) -> HTML {
    let opening = HTML(stringLiteral: place == 0 ? "<section class=\"letter\">" : Self.wideSheet)
    return "\(opening)\n\(blocks.map(piece))\n</section>"
  }

  private func piece(_ block: MemoBlock) -> HTML {
    switch block {
    case .title(let title): "<h1>\(title)</h1>"
    case .fields(let fields): "<p class=\"field\">\(fields.map(field))</p>"
    case .heading(let heading): "<h2>\(heading)</h2>"
    case .paragraph(let paragraph): "<p>\(paragraph)</p>"
    case .table(let table): self.table(table)
    case .signature(let lines): signature(lines)
    case .newSheet: ""
    }
  }

  private func field(_ field: MemoField) -> HTML {
    let blank = String(repeating: ".", count: 40)
    return "<strong>\(field.label)</strong> \(field.value.isEmpty ? blank : field.value)"
  }

  private func signature(_ lines: [String]) -> HTML {
    let pieces: [HTML] = lines.map { "<p>\($0)</p>" }
    return "<div class=\"signature\" data-custom-style=\"Memo Signature\">\n\(pieces)\n</div>"
  }

  private func table(_ table: MemoTable) -> HTML {
    let widths: [HTML] = table.columns.map { "<col style=\"width: \($0.width)%\"/>" }
    let head: [HTML] = table.columns.map { "<th scope=\"col\">\($0.title)</th>" }
    let rows: [HTML] = table.rows.map { row in
      let cells: [HTML] = row.map { "<td>\(cell($0))</td>" }
      return "<tr>\(cells)</tr>"
    }
    let style: HTML = table.rows.count <= Self.shortTable ? " class=\"short\"" : ""
    return """
      <table\(style)>
      <caption>\(table.caption)</caption>
      <colgroup>\(widths)</colgroup>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      """
  }

  private func cell(_ cell: MemoTable.Cell) -> HTML {
    switch cell {
    case .text(let text): return "\(text)"
    case .steps(let steps):
      let lines: [HTML] = steps.enumerated().map { place, step in
        "\(place == 0 ? nil : "<br/>" as HTML?)\(text.number(place + 1)) \(step)"
      }
      return "\(lines)"
    case .address(let address):
      guard let target = address.link else { return "\(address.full)" }
      return "<a href=\"\(target)\">\(address.full)</a>"
    }
  }
}

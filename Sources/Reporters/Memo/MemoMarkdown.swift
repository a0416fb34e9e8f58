/// The memo as Markdown (CommonMark with tables).
struct MemoMarkdown {
  private let text: MemoText

  init(_ text: MemoText) { self.text = text }

  var bytes: [UInt8] {
    Array((text.blocks.flatMap(lines).joined(separator: "\n") + "\n").utf8)
  }

  private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

  private func lines(_ block: MemoBlock) -> [String] {
    switch block {
    case .title(let title): ["# \(escaped(title))", ""]
    case .fields(let fields):
      [
        fields.map { "**\(escaped($0.label))** \($0.value.isEmpty ? blank : escaped($0.value))" }.joined(
          separator: " "), "",
      ]
    case .heading(let heading): ["## \(escaped(heading))", ""]
    case .paragraph(let paragraph): [escaped(paragraph), ""]
    case .table(let table):
      ["**\(escaped(table.caption))**", "", MarkdownText.row(table.columns.map { escaped($0.title) })]
        + [MarkdownText.rule(table.columns.count)] + table.rows.map { MarkdownText.row($0.map(cell)) } + [""]
    case .signature(let lines): lines.flatMap { [escaped($0), ""] }
    case .newSheet: ["---", ""]
    }
  }

  private var blank: String { String(repeating: ".", count: 30) }

  private func cell(_ cell: MemoTable.Cell) -> String {
    switch cell {
    case .text(let text): escaped(text)
    case .steps(let steps):
      steps.enumerated().map { "\(text.number($0.offset + 1)) \(escaped($0.element))" }.joined(separator: "<br>")
    case .address(let address): MarkdownText.link(address.full, address)
    }
  }
}

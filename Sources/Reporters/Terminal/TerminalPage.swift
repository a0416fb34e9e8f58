import AuditCore
import ThaiText

/// Lines of a given width, with hanging indents, headings and blank lines between parts.
struct TerminalPage {
  let columns: Int
  let paint: Paint
  private(set) var lines: [String] = []

  /// Widths below 40 columns show nothing readable, above 200 nobody follows a line.
  init(_ options: ReportOptions) {
    columns = min(max(options.columns, 40), 200)
    paint = Paint(isOn: options.colour)
  }

  mutating func add(_ line: String) { lines.append(line) }

  /// A heading with a blank line before it.
  mutating func heading(_ text: String) {
    if !lines.isEmpty { add("") }
    for line in LineBreaking(columns: columns).lines(text) { add(paint.bold(line)) }
  }

  /// A text broken into lines, all but the first behind the same indent.
  mutating func paragraph(_ text: String, indent: Int = 0, first: String? = nil, style: (String) -> String = { $0 }) {
    guard !text.isEmpty else { return }
    let margin = String(repeating: " ", count: indent)
    for (place, line) in LineBreaking(columns: columns - indent).lines(text).enumerated() {
      add((place == 0 ? first ?? margin : margin) + style(line))
    }
  }

  /// A label and its text, broken with a hanging indent behind the label.
  mutating func labelled(_ label: String, _ text: String, indent: Int) {
    guard !text.isEmpty else { return }
    let margin = String(repeating: " ", count: indent)
    let hanging = indent + ThaiWidth.columns(label) + 1
    paragraph(text, indent: hanging, first: margin + paint.dim(label) + " ")
  }

  var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
}

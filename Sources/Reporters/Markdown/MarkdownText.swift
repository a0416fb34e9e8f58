/// Text for Markdown (CommonMark 0.31 with the tables and autolinks of GitHub), where nothing of a site may become
/// markup: no link, image, HTML, emphasis, table cell, mention.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "@": result.append("\\")
      case ":" where next == "/": result.append("\\")
      case "." where place >= 3 && scalars[(place - 3)..<place].allSatisfy { $0 == "w" || $0 == "W" }:
        result.append("\\")
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// A link where the address may be followed, else the text alone.
  static func link(_ text: String, _ address: ShownAddress) -> String {
    guard let target = address.link else { return escaped(text) }
    var written = String.UnicodeScalarView()
    for scalar in target.unicodeScalars {
      switch scalar {
      case "&": written.append(contentsOf: "&amp;".unicodeScalars)
      case "|": written.append(contentsOf: "%7C".unicodeScalars)
      case "\\": written.append(contentsOf: "%5C".unicodeScalars)
      case "<": written.append(contentsOf: "%3C".unicodeScalars)
      case ">": written.append(contentsOf: "%3E".unicodeScalars)
      default: written.append(scalar)
      }
    }
    return "[\(escaped(text))](<\(String(written))>)"
  }

  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// The line under a table's header.
  static func rule(_ count: Int) -> String { "|" + String(repeating: " --- |", count: count) }
}

import AuditCore
import WebURL

/// The body of a DOCX (ECMA-376 part 1 §17): paragraphs, headings by their style, rows of tables, hyperlinks.
enum WordText {
  static func read(
    _ parts: [String: [UInt8]], at url: WebURL, into page: inout OfficePage
  ) throws(ZipParts.Failure) -> [Link] {
    let targets = OfficeXML.relationships(parts["word/_rels/document.xml.rels"])
    var links: [Link] = []
    var text = page
    var kind = Block.Kind.paragraph
    var isText = false
    var fallbackDepth: Int?
    var link: (target: String, text: String)?
    try OfficeXML.walk(parts["word/document.xml"], named: "word/document.xml") { event, name, stream in
      if let depth = fallbackDepth {
        if case .end = event, stream.depth == depth { fallbackDepth = nil }
        return
      }
      switch event {
      case .start(let isEmpty):
        switch name {
        case "Fallback": if !isEmpty { fallbackDepth = stream.depth }
        case "p": if !isEmpty { kind = .paragraph }
        case "pStyle": if let level = headingLevel(stream.attribute("val")) { kind = .heading(level: level) }
        case "numPr": if kind == .paragraph { kind = .listItem }
        case "t": isText = !isEmpty
        case "tab", "br", "cr": text.text(" ")
        case "tr": if !isEmpty { text.beginRow() }
        case "tc": if !isEmpty { text.beginCell() }
        case "hyperlink": if !isEmpty { link = stream.attribute("id").flatMap { targets[$0] }.map { ($0, "") } }
        default: break
        }
      case .text(let words):
        guard isText else { return }
        text.text(words)
        if (link?.text.utf8.count ?? 600) < 600 { link?.text += words }
      case .end:
        switch name {
        case "t": isText = false
        case "p": text.endParagraph(kind)
        case "tc": text.endCell()
        case "tr": text.endRow()
        case "hyperlink":
          if let ended = link, links.count < PageLimits.links {
            let target = WebURL(parsing: ended.target, relativeTo: url)
            links.append(Link(target: target, rawTarget: ended.target, text: ended.text.singleSpaced))
          }
          link = nil
        default: break
        }
      }
    }
    page = text
    return links
  }

  /// "Heading2", "heading 2", and "2" as Thai Word names it; "Title" stands above all.
  private static func headingLevel(_ style: String?) -> Int? {
    guard let style = style?.lowercased() else { return nil }
    if style == "title" { return 1 }
    let digits = style.hasPrefix("heading") ? style.dropFirst(7) : style[...]
    guard let level = Int(digits.filter { $0 != " " }), (1...6).contains(level) else { return nil }
    return level
  }
}

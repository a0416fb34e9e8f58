import AuditCore

/// The content of an ODT or ODS (OpenDocument 1.2 part 1 §5, §9): headings, paragraphs, sheets by name, rows.
enum OpenDocumentText {
  static func read(_ parts: [String: [UInt8]], into page: inout OfficePage) throws(ZipParts.Failure) {
    guard let content = parts["content.xml"] else { throw .corrupt("content.xml is missing from the file") }
    if !content.prefix(200).contains(UInt8(ascii: "<")) { throw .locked }
    var text = page
    var heading = 1
    var isInText = 0
    var isSkipped = 0
    try OfficeXML.walk(content, named: "content.xml") { event, name, stream in
      switch event {
      case .start(let isEmpty):
        switch name {
        case "annotation", "tracked-changes": if !isEmpty { isSkipped += 1 }
        case "h":
          heading = stream.attribute("outline-level").flatMap { Int($0) } ?? 1
          if !isEmpty { isInText += 1 }
        case "p": if !isEmpty { isInText += 1 }
        case "s", "tab", "line-break": text.text(" ")
        case "table":
          guard stream.namespace.contains("table"), let sheet = stream.attribute("name") else { return }
          text.text(sheet)
          text.endParagraph(.heading(level: 2))
        case "table-row": if !isEmpty { text.beginRow() }
        case "table-cell", "covered-table-cell":
          text.beginCell(repeats: stream.attribute("number-columns-repeated").flatMap { Int($0) } ?? 1)
          if isEmpty { text.endCell() }
        default: break
        }
      case .text(let words): if isInText > 0, isSkipped == 0 { text.text(words) }
      case .end:
        switch name {
        case "annotation", "tracked-changes": isSkipped -= 1
        case "h":
          isInText -= 1
          text.endParagraph(.heading(level: min(max(heading, 1), 6)))
        case "p":
          isInText -= 1
          text.endParagraph()
        case "table-cell", "covered-table-cell": text.endCell()
        case "table-row": text.endRow()
        default: break
        }
      }
    }
    page = text
  }
}

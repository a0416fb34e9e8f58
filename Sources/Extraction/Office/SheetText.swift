import AuditCore

/// The sheets of an XLSX (ECMA-376 part 1 §18) in the order of the workbook, row by row. Dates and numbers stay as
/// the file stores them.
enum SheetText {
  static func read(_ parts: [String: [UInt8]], into page: inout OfficePage) throws(ZipParts.Failure) {
    let strings = try sharedStrings(parts["xl/sharedStrings.xml"])
    for sheet in try sheets(parts) where parts[sheet.part] != nil && !page.isFull {
      page.text(sheet.name)
      page.endParagraph(.heading(level: 2))
      try rows(parts[sheet.part], strings, into: &page)
    }
  }

  /// The sheets in the order of the workbook, with the parts that hold them.
  static func sheets(_ parts: [String: [UInt8]]) throws(ZipParts.Failure) -> [(name: String, part: String)] {
    let targets = OfficeXML.relationships(parts["xl/_rels/workbook.xml.rels"])
    var sheets: [(name: String, part: String)] = []
    try OfficeXML.walk(parts["xl/workbook.xml"], named: "xl/workbook.xml") { event, name, stream in
      guard case .start = event, name == "sheet", sheets.count < 200, let id = stream.attribute("id"),
        let target = targets[id]
      else { return }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      sheets.append((stream.attribute("name") ?? "", part))
    }
    return sheets
  }

  static func sharedStrings(_ part: [UInt8]?) throws(ZipParts.Failure) -> [String] {
    guard let part else { return [] }
    var strings: [String] = []
    var string = ""
    var isText = false
    var isReading = false
    try OfficeXML.walk(part, named: "xl/sharedStrings.xml") { event, name, _ in
      switch event {
      case .start(let isEmpty):
        if name == "si" { string = "" }
        if name == "rPh" { isReading = !isEmpty }
        if name == "t" { isText = !isEmpty && !isReading }
        if name == "si", isEmpty { strings.append("") }
      case .text(let text): if isText, string.utf8.count < 32_768 { string += text }
      case .end:
        if name == "t" { isText = false }
        if name == "rPh" { isReading = false }
        if name == "si" { strings.append(string) }
      }
    }
    return strings
  }

  private static func rows(
    _ part: [UInt8]?, _ strings: [String], into page: inout OfficePage
  ) throws(ZipParts.Failure) {
    var text = page
    var type = ""
    var value = ""
    var isValue = false
    try OfficeXML.walk(part, named: "a sheet") { event, name, stream in
      switch event {
      case .start(let isEmpty):
        switch name {
        case "row": if !isEmpty { text.beginRow() }
        case "c":
          guard !isEmpty else { return }
          type = stream.attribute("t") ?? ""
          value = ""
          if let column = stream.attribute("r").flatMap(column) { text.pad(to: column) }
          text.beginCell()
        case "v", "t": isValue = !isEmpty
        default: break
        }
      case .text(let words): if isValue, value.utf8.count < 32_768 { value += words }
      case .end:
        switch name {
        case "v", "t": isValue = false
        case "c":
          let isShared = type == "s"
          let index = isShared ? Int(value.trimmed) : nil
          text.text(index.flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? (isShared ? "" : value))
          text.endCell()
        case "row": text.endRow()
        default: break
        }
      }
    }
    page = text
  }

  /// The zero-based column of a reference such as `AB12`.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8.prefix(3) where byte.isASCIILetter {
      column = column * 26 + Int(byte & 0xDF) - 64
    }
    return column > 0 ? column - 1 : nil
  }
}

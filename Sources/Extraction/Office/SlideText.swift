import AuditCore

/// The slides of a PPTX (ECMA-376 part 1 §19) in order of their numbers: one page each, titles as headings.
enum SlideText {
  static func read(_ parts: [String: [UInt8]], into page: inout OfficePage) throws(ZipParts.Failure) {
    let slides = parts.keys.compactMap { name -> (number: Int, name: String)? in
      guard name.hasSuffix(".xml"), let number = Int(name.dropFirst("ppt/slides/slide".count).dropLast(4)) else {
        return nil
      }
      return (number, name)
    }
    guard !slides.isEmpty else { throw .corrupt("the file has no slides") }
    for (at, slide) in slides.sorted(by: { $0.number < $1.number }).enumerated() where !page.isFull {
      try read(parts[slide.name], page: at + 1, into: &page)
    }
  }

  private static func read(_ part: [UInt8]?, page number: Int, into page: inout OfficePage) throws(ZipParts.Failure) {
    var text = page
    var isText = false
    var isTitle = false
    try OfficeXML.walk(part, named: "slide \(number)") { event, name, stream in
      switch event {
      case .start(let isEmpty):
        switch name {
        case "sp": isTitle = false
        case "ph": isTitle = ["title", "ctrTitle"].contains(stream.attribute("type") ?? "")
        case "t": isText = !isEmpty
        case "br", "tab": text.text(" ")
        case "tr": if !isEmpty { text.beginRow() }
        case "tc": if !isEmpty { text.beginCell() }
        default: break
        }
      case .text(let words): if isText { text.text(words) }
      case .end:
        switch name {
        case "t": isText = false
        case "p": text.endParagraph(isTitle ? .heading(level: 2) : .paragraph, page: number)
        case "tc": text.endCell()
        case "tr": text.endRow(page: number)
        default: break
        }
      }
    }
    page = text
  }
}

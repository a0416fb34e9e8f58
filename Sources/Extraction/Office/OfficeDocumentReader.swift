import AuditCore
import WebURL

/// Reads DOCX, XLSX and PPTX (ECMA-376) and ODT and ODS (OASIS OpenDocument 1.2) out of their ZIP, under caps.
/// What does not open, is locked or is a bomb becomes `unopenable`; a file without a word in it is `noText`.
enum OfficeDocumentReader {
  static func document(from bytes: [UInt8], type: MediaType, at url: WebURL) -> Document {
    var document = Document(mediaType: type)
    do throws(ZipParts.Failure) {
      let parts = try ZipParts.unpack(bytes) { wants($0, type) }
      try read(parts, type, url, into: &document)
    } catch {
      document.readability = .unopenable(detail: words(for: error))
      return document
    }
    if document.blocks.isEmpty {
      document.readability = .unreadable(.noText, detail: "the file holds no text")
    }
    return document
  }

  static func words(for failure: ZipParts.Failure) -> String {
    switch failure {
    case .corrupt(let detail): detail
    case .tooLarge: "unpacks to more than is allowed"
    case .locked: "locked with a password"
    }
  }

  private static func wants(_ name: String, _ type: MediaType) -> Bool {
    switch type {
    case .docx: ["word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"].contains(name)
    case .xlsx:
      name == "xl/sharedStrings.xml" || name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels"
        || name == "docProps/core.xml" || name.hasPrefix("xl/worksheets/sheet")
    case .pptx: name == "docProps/core.xml" || name.hasPrefix("ppt/slides/slide")
    default: name == "content.xml" || name == "meta.xml"
    }
  }

  private static func read(
    _ parts: [String: [UInt8]], _ type: MediaType, _ url: WebURL, into document: inout Document
  ) throws(ZipParts.Failure) {
    var page = OfficePage()
    switch type {
    case .docx: document.links = try WordText.read(parts, at: url, into: &page)
    case .xlsx: try SheetText.read(parts, into: &page)
    case .pptx: try SlideText.read(parts, into: &page)
    default: try OpenDocumentText.read(parts, into: &page)
    }
    document.blocks = page.blocks
    if page.isFull { document.faults.append("longer than is read: the rest was left out") }
    document.title = title(in: parts["docProps/core.xml"] ?? parts["meta.xml"])
  }

  /// `dc:title` of the properties.
  private static func title(in part: [UInt8]?) -> String {
    guard let part, var stream = XMLStream(part) else { return "" }
    var isTitle = false
    while let event = stream.next() {
      switch event {
      case .start(let isEmpty): isTitle = stream.name == "title" && !isEmpty
      case .text(let text): if isTitle { return text.singleSpaced.cut(toBytes: 500) }
      case .end: isTitle = false
      }
    }
    return ""
  }
}

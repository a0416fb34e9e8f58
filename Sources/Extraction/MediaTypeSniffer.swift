import AuditCore

/// What a body is: by its first bytes, then by its Content-Type, then by the ending of its address. Servers send
/// error pages as PDF and documents as `application/octet-stream`.
enum MediaTypeSniffer {
  static func type(of bytes: [UInt8], contentType: String?, path: String) -> MediaType {
    if let type = signature(bytes, path) { return type }
    let labelled = MediaTypeNames.type(ofLabel: contentType)
    let ending = MediaTypeNames.type(ofPath: path)
    if bytes.isEmpty { return labelled ?? ending ?? .binary }
    if let markup = markup(bytes, labelled) { return markup }
    if !looksLikeText(bytes) { return (labelled.flatMap(asBinary) ?? ending.flatMap(asBinary)) ?? .binary }
    switch labelled {
    case .plainText?, .binary?, nil: return ending ?? .plainText
    case let labelled?: return labelled
    }
  }

  /// A label may say what bytes without a signature are, unless it says that they are text.
  private static func asBinary(_ type: MediaType) -> MediaType? {
    switch type {
    case .html, .plainText, .csv, .xml, .feed, .sitemap, .json, .script, .style: nil
    default: type
    }
  }

  private static func signature(_ bytes: [UInt8], _ path: String) -> MediaType? {
    for (prefix, type) in signatures where bytes.starts(with: prefix) { return type }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return packageType(bytes)
    }
    if bytes.starts(with: OldOfficeSigns.signature) {
      return OldOfficeSigns.type(of: bytes) ?? MediaTypeNames.type(ofPath: path) ?? .doc
    }
    if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return .audioVideo }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 12 {
      return bytes[8..<12].elementsEqual("WEBP".utf8) ? .image : .audioVideo
    }
    return isPDF(bytes) ? .pdf : nil
  }

  /// Readers find the mark of a PDF within the first kilobyte (ISO 32000-1 annex H.3.4.1); a page that speaks of it
  /// is none.
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    bytes.position(ofLowercase: "%pdf-", before: 1_024) != nil
      && bytes.first { !$0.isMarkupSpace } != UInt8(ascii: "<")
  }

  private static let signatures: [([UInt8], MediaType)] = [
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image), ([0x00, 0x00, 0x01, 0x00], .image),
    (Array("Rar!".utf8), .rar), ([0x1F, 0x8B], .gzip), (Array("{\\rtf".utf8), .doc),
    (Array("OggS".utf8), .audioVideo), (Array("ID3".utf8), .audioVideo), ([0x1A, 0x45, 0xDF, 0xA3], .audioVideo),
    (Array("FLV\u{1}".utf8), .audioVideo), ([0x37, 0x7A, 0xBC, 0xAF], .binary), (Array("8BPS".utf8), .binary),
  ]

  /// Office files are ZIPs with known names inside; OpenDocument says what it is in its first file, unpacked.
  private static func packageType(_ bytes: [UInt8]) -> MediaType {
    let start = bytes.prefix(200)
    if Array(start).position(ofLowercase: "application/vnd.oasis.opendocument.text") != nil { return .odt }
    if Array(start).position(ofLowercase: "application/vnd.oasis.opendocument.spreadsheet") != nil { return .ods }
    let directory = ZipDirectory(bytes)
    for entry in directory.entries.prefix(400) {
      switch entry.name {
      case "word/document.xml": return .docx
      case "xl/workbook.xml": return .xlsx
      case "ppt/presentation.xml": return .pptx
      default: break
      }
    }
    guard directory.isCut else { return .zip }
    let names: [(StaticString, MediaType)] = [("word/", .docx), ("xl/", .xlsx), ("ppt/", .pptx)]
    guard bytes.position(ofLowercase: "[content_types].xml", before: 4_096) != nil else { return .zip }
    return names.first { bytes.position(ofLowercase: $0.0) != nil }?.1 ?? .zip
  }

  /// HTML, or an XML format, as told by the first tag (WHATWG MIME Sniffing §7.1, and the roots of feeds).
  private static func markup(_ bytes: [UInt8], _ labelled: MediaType?) -> MediaType? {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let head = Array(bytes.prefix(4_096)).filter { !isWide || $0 != 0 }
    guard let first = head.firstIndex(where: { !$0.isMarkupSpace && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }),
      head[first] == UInt8(ascii: "<")
    else { return nil }
    if labelled == .style || labelled == .script { return labelled }
    let isXML = head[first...].begins(withLowercase: "<?xml") || labelled == .xml || labelled == .feed
    if isXML || labelled == .sitemap || labelled == nil {
      if head.position(ofLowercase: "<urlset") != nil || head.position(ofLowercase: "<sitemapindex") != nil {
        return .sitemap
      }
      if head.position(ofLowercase: "<rss") != nil || head.position(ofLowercase: "<rdf:rdf") != nil
        || head.position(ofLowercase: "<feed") != nil
      {
        return .feed
      }
    }
    if head.position(ofLowercase: "<html") != nil || head.position(ofLowercase: "<!doctype html") != nil {
      return .html
    }
    if isXML { return .xml }
    return tags.contains { head[first...].begins(withLowercase: $0) } ? .html : nil
  }

  private static let tags: [StaticString] = [
    "<head", "<body", "<script", "<meta", "<title", "<!--", "<table", "<div", "<br", "<p>", "<p ", "<a ", "<h1",
    "<center",
    "<font", "<style", "<frameset", "<iframe", "<b>", "<link", "<span", "<base", "<img",
  ]

  /// No control bytes at the start but those of text; UTF-16 announces itself.
  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let head = bytes.prefix(1_024)
    let control = head.count { $0 < 0x20 && !$0.isMarkupSpace && $0 != 0x1B && $0 != 0x0B }
    return control * 50 <= head.count
  }
}

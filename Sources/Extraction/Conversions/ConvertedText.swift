import AuditCore

/// What converters made of a document becomes its text and how far that can be trusted.
///
/// A PDF may hold pages of text and pages that are pictures: the text layer and OCR are put together page by page, in
/// the order of the paper, and every block says whether its letters were read from a picture.
enum ConvertedText {
  /// The document of a type that Extraction cannot read itself.
  /// - Parameter member: The file inside a ZIP that is asked for, nil for the body itself.
  static func document(of type: MediaType, from conversions: [Conversion], member: String? = nil) -> Document {
    let own = conversions.filter { $0.member == member }
    var document = Document(mediaType: type)
    let texts = own.filter { $0.outcome == .text && $0.pages.contains { !$0.trimmed.isEmpty } }
    guard !texts.isEmpty else {
      document.readability = readability(of: own)
      return document
    }
    document.title = texts.lazy.compactMap(\.title).first ?? ""
    let length = texts.map(\.pages.count).max() ?? 0
    var scanned = 0
    var typed = 0
    for page in 0..<length {
      let readings = texts.filter { page < $0.pages.count && !$0.pages[page].trimmed.isEmpty }
      // What little a text layer holds of a scanned page (a stamp, a page number) stands behind what OCR made of it.
      for reading in readings.filter({ $0.method == .ocr }) + readings.filter({ $0.method != .ocr }) {
        document.blocks += blocks(of: reading, page: page)
      }
      if readings.contains(where: { $0.method == .ocr }) { scanned += 1 } else { typed += readings.count }
    }
    if scanned > typed { document.readability = .damaged }
    let last = own.last
    if let last, last.method == .ocr, last.outcome != .text, last.outcome != .noText, let why = last.detail {
      document.faults.append("pages that are pictures were not read: \(why)")
    }
    let count = texts.lazy.compactMap(\.pageCount).max() ?? length
    if count > length { document.faults.append("\(length) of \(count) pages were read") }
    return document
  }

  private static func blocks(of reading: Conversion, page: Int) -> [Block] {
    var blocks = TextLines.blocks(of: reading.pages[page], page: page + 1)
    if reading.method == .ocr {
      for at in blocks.indices { blocks[at].isScanned = true }
    }
    return blocks
  }

  /// Why there is no text. The last attempt speaks, except that a file which does not open does not open.
  private static func readability(of conversions: [Conversion]) -> Readability {
    if let broken = conversions.first(where: { $0.outcome == .unopenable }) {
      return .unopenable(detail: broken.detail ?? "the file does not open")
    }
    guard let last = conversions.last else {
      return .unreadable(.noTool, detail: "no program has read this document")
    }
    let detail = last.detail
    switch last.outcome {
    case .noTool: return .unreadable(.noTool, detail: detail ?? "apt install \(last.tool)")
    case .notTried: return .unreadable(.coverage, detail: detail ?? "not read: the budget was used up")
    case .limit: return .unreadable(.noText, detail: detail ?? "reading it took more than is allowed")
    default: return .unreadable(.noText, detail: detail ?? "the document holds no readable text")
    }
  }
}

import AuditCore

/// What converters made of a document becomes its text and how far that can be trusted.
enum ConvertedText {
  /// The document of a type that Extraction cannot read itself.
  /// - Parameter member: The file inside a ZIP that is asked for, nil for the body itself.
  static func document(of type: MediaType, from conversions: [Conversion], member: String? = nil) -> Document {
    let own = conversions.filter { $0.member == member }
    var document = Document(mediaType: type)
    guard let best = own.first(where: { $0.outcome == .text && $0.pages.contains { !$0.trimmed.isEmpty } }) else {
      document.readability = readability(of: own)
      return document
    }
    for (at, page) in best.pages.enumerated() {
      document.blocks += TextLines.blocks(of: page, page: at + 1)
    }
    if best.method == .ocr { document.readability = .damaged }
    if let count = best.pageCount, count > best.pages.count {
      document.faults.append("\(best.pages.count) of \(count) pages were read")
    }
    return document
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

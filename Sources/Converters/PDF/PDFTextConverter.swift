import AuditCore
import Programs

/// The text layer of a PDF, page by page, through `pdftotext -raw` (poppler-utils). Pages of which nothing can be read
/// go to `ocr`, if there is one and the caller allows it.
///
/// Gives one conversion of the text layer, then one of OCR where that was wanted; both hold their pages at their places.
package struct PDFTextConverter: Converter {
  package let mediaTypes: Set<MediaType> = [.pdf]
  private let ocr: OCR?
  private let tools: Toolbox

  /// Pages read of one document.
  private static let pageLimit = 400

  package init(ocr: OCR? = nil) {
    self.init(ocr: ocr, tools: .installed)
  }

  init(ocr: OCR?, tools: Toolbox) {
    self.ocr = ocr
    self.tools = tools
  }

  package func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion] {
    let begun = ContinuousClock.now
    guard let folder = WorkFolder(), folder.write(body, as: "in.pdf") else {
      return [.ownFault(.textLayer, tool: Tool.pdftotext.rawValue)]
    }
    let path = folder.path
    let (layer, unreadable) = await textLayer(in: path)
    guard let ocr, !unreadable.isEmpty else { return [layer] }
    guard effort == .pictures else {
      return layer.outcome == .text ? [layer] : [layer, .withoutOCR("a scan that is linked for nothing sought")]
    }
    let scan = await ocr.read(unreadable, of: "in.pdf", in: path, begun: begun)
    return [layer, scan]
  }

  private func textLayer(in path: String) async -> (Conversion, unreadable: [Int]) {
    let tool = await ToolVersions.shared.name(of: .pdftotext, in: tools)
    let program = LimitedProgram(tool: .pdftotext, tools: tools)
    let ending = await program.run(
      ["-q", "-raw", "-enc", "UTF-8", "-l", "\(Self.pageLimit)", "in.pdf", "-"], in: path)
    guard case .output(let bytes) = ending else {
      var conversion = Conversion.ending(ending, of: .textLayer, tool: tool)
      if case .failed = ending { conversion = await explained(conversion, in: path) }
      return (conversion, [])
    }
    let texts = PageTexts(of: bytes)
    var conversion = Conversion(
      method: .textLayer, outcome: texts.readableCount > 0 ? .text : .noText, tool: tool, pages: texts.pages,
      pageCount: texts.pages.count, detail: texts.fault)
    if texts.pages.isEmpty {
      conversion.outcome = .unopenable
      conversion.detail = "it has no pages"
    }
    if texts.pages.count == Self.pageLimit {
      conversion.pageCount = await PDFInfo.read("in.pdf", pages: 1...1, in: path, tools: tools).pageCount
    }
    return (conversion, texts.unreadable)
  }

  /// Asks `pdfinfo` why a document does not open.
  private func explained(_ conversion: Conversion, in path: String) async -> Conversion {
    var conversion = conversion
    let info = await PDFInfo.read("in.pdf", pages: 1...1, in: path, tools: tools)
    if info.ranOutOfMemory {
      conversion.outcome = .limit
      conversion.detail = "pdftotext ran out of the memory it may use"
    } else {
      conversion.detail = info.reason ?? "the file is damaged: no program for PDF opens it"
    }
    return conversion
  }
}

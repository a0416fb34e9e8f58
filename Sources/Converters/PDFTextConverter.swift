import AuditCore
import Foundation

/// The text layer of a PDF, page by page, through `pdftotext -raw` (poppler-utils). Where there is none that can be
/// read, the scan's pages go to `ocr`, if one is given.
package struct PDFTextConverter: Converter {
  package let mediaTypes: Set<MediaType> = [.pdf]
  private let ocr: OCR?
  private let version = ToolVersions.of("pdftotext", arguments: ["-v"])

  package init(ocr: OCR? = nil) {
    self.ocr = ocr
  }

  package func convert(_ body: [UInt8], as type: MediaType) async -> [Conversion] {
    guard let folder = WorkFolder(), folder.write(body, as: "in.pdf") else {
      return [Self.failed(.limit, "the temporary folder cannot be written", tool: "pdftotext")]
    }
    let path = folder.path
    let tool = "pdftotext" + (version.map { " " + $0 } ?? "")
    let program = LimitedProgram(name: "pdftotext")
    let ending = await program.run(["-raw", "-enc", "UTF-8", "-l", "400", "in.pdf", "-"], in: path)
    let conversion = Self.conversion(of: ending, tool: tool)
    guard let ocr, conversion.outcome == .noText else { return [conversion] }
    return [conversion, await ocr.read(pdf: "in.pdf", in: path)]
  }

  private static func conversion(of ending: LimitedProgram.Ending, tool: String) -> Conversion {
    switch ending {
    case .output(let bytes):
      let pages = self.pages(of: bytes)
      guard !TextQuality(of: pages).isUnreadable else {
        return Conversion(
          method: .textLayer, outcome: .noText, tool: tool, pageCount: pages.count, detail: "no readable text layer")
      }
      return Conversion(method: .textLayer, outcome: .text, tool: tool, pages: pages, pageCount: pages.count)
    case .failed(let code): return failed(.unopenable, "pdftotext ended with \(code)", tool: tool)
    case .limit(let what): return failed(.limit, "pdftotext \(what)", tool: tool)
    case .notInstalled: return failed(.noTool, "pdftotext is not installed", tool: "poppler-utils")
    }
  }

  /// Pages end with a form feed.
  private static func pages(of bytes: [UInt8]) -> [String] {
    var pages = bytes.split(separator: 0x0C, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if pages.last?.isEmpty ?? false { pages.removeLast() }
    return pages
  }

  private static func failed(_ outcome: Conversion.Outcome, _ detail: String, tool: String) -> Conversion {
    Conversion(method: .textLayer, outcome: outcome, tool: tool, detail: detail)
  }
}

import AuditCore
import Foundation

/// Reads scanned pages through `pdftoppm` and Tesseract (tha+eng), first pages first, within a budget of pages that
/// all documents of a recording share.
package actor OCR {
  private var pagesLeft: Int
  private let pagesPerDocument: Int
  private let dotsPerInch: Int

  package init(pageBudget: Int, pagesPerDocument: Int = 3, dotsPerInch: Int = 200) {
    pagesLeft = pageBudget
    self.pagesPerDocument = pagesPerDocument
    self.dotsPerInch = dotsPerInch
  }

  /// Reads the first pages of a PDF that lies in a work folder.
  func read(pdf: String, in folder: String) async -> Conversion {
    guard LimitedProgram.path(of: "tesseract") != nil else {
      return ended(.noTool, "tesseract is not installed", tool: "tesseract-ocr tesseract-ocr-tha")
    }
    let tool = "tesseract" + (ToolVersions.of("tesseract", arguments: ["--version"]).map { " " + $0 } ?? "")
    var pages: [String] = []
    for page in 1...pagesPerDocument {
      guard pagesLeft > 0 else {
        return pages.isEmpty ? ended(.notTried, "the page budget of OCR is used up", tool: tool) : text(pages, tool)
      }
      pagesLeft -= 1
      switch await read(page: page, of: pdf, in: folder) {
      case .text(let words): pages.append(words)
      case .noSuchPage:
        return pages.isEmpty ? ended(.unopenable, "no page can be drawn", tool: tool) : text(pages, tool)
      case .limit(let what): return pages.isEmpty ? ended(.limit, what, tool: tool) : text(pages, tool)
      }
    }
    return text(pages, tool)
  }

  private enum PageEnding {
    case text(String), noSuchPage
    case limit(String)
  }

  private func read(page: Int, of pdf: String, in folder: String) async -> PageEnding {
    let number = "\(page)"
    let drawing = await LimitedProgram(name: "pdftoppm").run(
      ["-r", "\(dotsPerInch)", "-gray", "-png", "-singlefile", "-f", number, "-l", number, pdf, "page"], in: folder)
    let picture = folder + "/page.png"
    defer { try? FileManager.default.removeItem(atPath: picture) }
    guard case .output = drawing, FileManager.default.fileExists(atPath: picture) else {
      if case .limit(let what) = drawing { return .limit("pdftoppm \(what)") }
      return .noSuchPage
    }
    var program = LimitedProgram(name: "tesseract")
    program.limits.cpuSeconds = 12
    program.limits.wallSeconds = 18
    switch await program.run(["page.png", "stdout", "-l", "tha+eng"], in: folder) {
    case .output(let bytes): return .text(String(decoding: bytes, as: UTF8.self))
    case .failed(let code): return .limit("tesseract ended with \(code)")
    case .limit(let what): return .limit("tesseract \(what)")
    case .notInstalled: return .limit("tesseract is not installed")
    }
  }

  private func text(_ pages: [String], _ tool: String) -> Conversion {
    guard !TextQuality(of: pages).isUnreadable else { return ended(.noText, "nothing could be read", tool: tool) }
    return Conversion(method: .ocr, outcome: .text, tool: tool, pages: pages)
  }

  private func ended(_ outcome: Conversion.Outcome, _ detail: String, tool: String) -> Conversion {
    Conversion(method: .ocr, outcome: outcome, tool: tool, detail: detail)
  }
}

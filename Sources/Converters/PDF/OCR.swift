import AuditCore
import Foundation
import Programs

/// Reads scanned pages through `pdftoppm` and Tesseract (tha+eng), first pages first, within a budget of pages that
/// all documents of a recording share.
package actor OCR {
  private var pagesLeft: Int
  private let pagesPerDocument: Int
  /// CPU time that reading one page may take, once it is drawn.
  private let secondsPerPage: Int
  private let tools: Toolbox

  /// Dots per inch a page is drawn with, where it is no larger than `longestSide` dots then.
  private static let dotsPerInch = 200.0
  /// Dots; a page of A4 has 2,339.
  private static let longestSide = 2_600.0
  /// From the beginning of a document to the last moment at which a page of it is begun, and is ended. Only a stop for
  /// a machine under heavy load: what a page may cost is kept in CPU time.
  private static let lastPageBegins = Duration.seconds(300)
  private static let documentEnds = Duration.seconds(320)

  package init(pageBudget: Int, pagesPerDocument: Int = 4) {
    self.init(pageBudget: pageBudget, pagesPerDocument: pagesPerDocument, tools: .installed)
  }

  init(pageBudget: Int, pagesPerDocument: Int = 4, secondsPerPage: Int = 4, tools: Toolbox = .installed) {
    pagesLeft = pageBudget
    self.pagesPerDocument = pagesPerDocument
    self.secondsPerPage = secondsPerPage
    self.tools = tools
  }

  /// Reads some pages of a PDF that lies in a work folder, as many of the first as the budget allows.
  /// - Parameter begun: when work on the document began.
  /// - Returns: text at the places of its pages, the others empty.
  func read(_ pages: [Int], of pdf: String, in folder: String, begun: ContinuousClock.Instant) async -> Conversion {
    if let missing = [Tool.tesseract, .pdftoppm, .prlimit].first(where: { !tools.has($0) }) {
      return .ending(.notInstalled(missing), of: .ocr, tool: Tool.tesseract.rawValue)
    }
    switch await ToolVersions.shared.readsLanguage("tha", in: tools) {
    case true?: break
    case false?:
      return Conversion(
        method: .ocr, outcome: .noTool, tool: "tesseract-ocr-tha",
        detail: "Tesseract has no Thai: apt install tesseract-ocr-tha")
    case nil: return .withoutOCR("tesseract does not run on this machine")
    }
    let tool = await ToolVersions.shared.name(of: .tesseract, in: tools)
    let wanted = pages.prefix(pagesPerDocument)
    guard let first = wanted.first, let last = wanted.last else {
      return .ending(.output([]), of: .ocr, tool: tool)
    }
    let info = await PDFInfo.read(pdf, pages: first...min(last, first + 400), in: folder, tools: tools)
    var reading = OCRReading(tool: tool, pageCount: info.pageCount, title: info.title)
    for page in wanted {
      guard ContinuousClock.now - begun < Self.lastPageBegins else {
        reading.stop("the time for one document was used up")
        break
      }
      guard pagesLeft > 0 else {
        reading.stop("the page budget of OCR was used up")
        break
      }
      pagesLeft -= 1
      let ending = await read(
        page, longerSide: info.longerSides[page], of: pdf, in: folder, until: begun + Self.documentEnds)
      reading.add(ending, of: page)
      if reading.isHopeless { break }
    }
    return reading.conversion(wantedCount: pages.count)
  }

  private func read(
    _ page: Int, longerSide: Double?, of pdf: String, in folder: String, until end: ContinuousClock.Instant
  ) async -> LimitedProgram.Ending {
    let picture = folder + "/page.pgm"
    defer { try? FileManager.default.removeItem(atPath: picture) }
    let scale = min(Self.dotsPerInch, Self.longestSide / max(1, longerSide ?? 842) * 72)
    let resolution = "\(Int(max(8, scale)))"
    var drawing = LimitedProgram(tool: .pdftoppm, tools: tools)
    drawing.limits.cpuSeconds = 3
    let number = "\(page)"
    let drawn = await drawing.run(
      ["-q", "-r", resolution, "-gray", "-singlefile", "-f", number, "-l", number, pdf, "page"], in: folder)
    guard case .output = drawn else { return drawn }
    var program = LimitedProgram(tool: .tesseract, tools: tools)
    program.limits.cpuSeconds = secondsPerPage
    program.limits.wallSeconds = max(1, min(program.limits.wallSeconds, (end - .now) / .seconds(1)))
    program.limits.outputBytes = 1 << 20
    return await program.run(
      ["page.pgm", "stdout", "-l", "tha+eng", "--dpi", "\(max(70, Int(scale)))", "--psm", "3"], in: folder)
  }
}

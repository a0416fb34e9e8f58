import AuditCore
import Programs

/// What OCR has made of a document's pages so far.
struct OCRReading {
  private let tool: String
  private let pageCount: Int?
  private let title: String?
  private var pages: [String] = []
  private var readCount = 0
  private var triedCount = 0
  private var obstacle: LimitedProgram.Ending?
  private var stopped: String?

  init(tool: String, pageCount: Int?, title: String? = nil) {
    self.tool = tool
    self.pageCount = pageCount
    self.title = title
  }

  mutating func add(_ ending: LimitedProgram.Ending, of page: Int) {
    triedCount += 1
    guard case .output(let bytes) = ending else {
      obstacle = ending
      return
    }
    let text = Self.withoutNoise(String(decoding: bytes.filter { $0 != 0x0C }, as: UTF8.self))
    guard PageQuality(of: text).kind == .readable else { return }
    pages += Array(repeating: "", count: max(0, page - 1 - pages.count))
    pages.append(text)
    readCount += 1
  }

  /// Marks above and below letters are at times taken for lines of their own: "oy  y  ๐  aA". Lines without a word of
  /// three Thai or four Latin letters or a number of two digits are left out.
  private static func withoutNoise(_ text: String) -> String {
    text.split(separator: "\n").filter(holdsWord).joined(separator: "\n")
  }

  private static func holdsWord(_ line: Substring) -> Bool {
    var run = 0
    var kind: UInt32 = 0
    for scalar in line.unicodeScalars {
      let (next, needed): (UInt32, Int) =
        switch scalar.value {
        case 0x30...0x39, 0x0E50...0x0E59: (1, 2)
        case 0x0E01...0x0E4E: (2, 3)
        case 0x41...0x5A, 0x61...0x7A: (3, 4)
        default: (0, .max)
        }
      run = next == kind ? run + 1 : 1
      kind = next
      if run >= needed { return true }
    }
    return false
  }

  mutating func stop(_ why: String) {
    stopped = why
  }

  /// The first page already ran into a limit: the others would as well.
  var isHopeless: Bool {
    guard readCount == 0, case .limit = obstacle else { return false }
    return true
  }

  /// - Parameter wantedCount: how many pages of the document need OCR.
  func conversion(wantedCount: Int) -> Conversion {
    if readCount > 0 {
      let rest = wantedCount - triedCount
      return Conversion(
        method: .ocr, outcome: .text, tool: tool, pages: pages, pageCount: pageCount, title: title,
        detail: rest > 0 ? "\(rest) more pages were not read\(stopped.map { ": " + $0 } ?? "")" : nil)
    }
    if let obstacle {
      var conversion = Conversion.ending(obstacle, of: .ocr, tool: tool)
      if conversion.outcome == .unopenable { conversion.detail = "no page can be drawn and read" }
      return conversion
    }
    if let stopped, triedCount == 0 {
      return Conversion(method: .ocr, outcome: .notTried, tool: tool, pageCount: pageCount, detail: stopped)
    }
    return Conversion(
      method: .ocr, outcome: .noText, tool: tool, pageCount: pageCount, detail: "OCR found no text on the pages")
  }
}

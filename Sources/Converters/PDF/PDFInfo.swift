import Programs

/// What `pdfinfo` says of a document: how many pages, how large, or why it does not open.
struct PDFInfo: Sendable {
  private(set) var pageCount: Int?
  /// The longer side of pages by their number, in points of 1/72 inch.
  private(set) var longerSides: [Int: Double] = [:]
  /// What the file calls itself, nil where that is no language.
  private(set) var title: String?
  /// Why it does not open, as far as it says.
  private(set) var reason: String?
  /// It asked for more memory than is allowed.
  private(set) var ranOutOfMemory = false

  /// - Parameter pages: those whose size is wanted.
  static func read(_ pdf: String, pages: ClosedRange<Int>, in folder: String, tools: Toolbox) async -> PDFInfo {
    var program = LimitedProgram(tool: .pdfinfo, tools: tools, messages: .output)
    program.limits.cpuSeconds = 3
    program.limits.outputBytes = 1 << 20
    let ending = await program.run(["-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)", pdf], in: folder)
    guard case .output(let bytes) = ending else { return PDFInfo() }
    return PDFInfo(String(decoding: bytes, as: UTF8.self))
  }

  private init() {}

  /// Reads lines such as `Pages: 12` and `Page    3 size:  595.32 x 841.92 pts (A4)`.
  init(_ answer: String) {
    for line in answer.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "Title:" { title = Self.language(words.dropFirst().joined(separator: " ")) }
      if words.first == "Pages:", words.count > 1 { pageCount = Int(words[1]) }
      if words.first == "Page", words.count > 5, words[2] == "size:", let page = Int(words[1]),
        let width = Double(words[3]), let height = Double(words[5])
      {
        longerSides[page] = max(width, height)
      }
    }
    if answer.contains("Incorrect password") { reason = "locked with a password" }
    if answer.contains("encryption") || answer.contains("security handler") {
      reason = reason ?? "locked by an encryption that is not known"
    }
    ranOutOfMemory = answer.contains("Out of memory") || answer.contains("bad_alloc")
  }

  /// Titles of programs and printers ("Microsoft Word - 59.doc") name nothing; Thai ones of a few letters neither.
  private static func language(_ title: String) -> String? {
    let quality = PageQuality(of: title)
    return quality.thai >= 8 && quality.kind != .garbled ? title : nil
  }
}

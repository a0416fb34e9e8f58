/// What an outside program made of a document that Extraction cannot read itself (PDF, scans, old Office),
/// stored in the snapshot as a WARC `conversion` record so that judging needs no subprocess.
package struct Conversion: Sendable, Hashable, Codable {
  /// How the text came about; digits read by OCR never decide a year alone.
  package enum Method: String, Sendable, Codable {
    case textLayer = "text-layer"
    case ocr
    case oldOffice = "old-office"
    /// A page that only script fills, as a browser showed it: HTML.
    case rendered
  }

  package enum Outcome: String, Sendable, Codable {
    case text
    /// Opened, but there is nothing to read (a scan, or fonts that give no letters).
    case noText = "no-text"
    /// The file itself is corrupt, empty or locked.
    case unopenable
    /// The program ran into its limit of time, memory or output.
    case limit
    /// The program is not installed.
    case noTool = "no-tool"
    /// Not converted because the budget was used up.
    case notTried = "not-tried"
  }

  package var method: Method
  package var outcome: Outcome
  /// Name and version of the program, e.g. `pdftotext 22.12.0`; for `noTool` the Debian package that brings it.
  package var tool: String
  /// Text page by page.
  package var pages: [String]
  /// Pages of the document, where known; may exceed `pages` when a page budget cut the reading short.
  package var pageCount: Int?
  /// What the file calls itself in its properties, where it was asked; often left over from another paper.
  package var title: String?
  /// The file inside a ZIP that this is about, nil for the document itself.
  package var member: String?
  /// One sentence where the outcome is not `text`.
  package var detail: String?

  package init(
    method: Method, outcome: Outcome, tool: String, pages: [String] = [], pageCount: Int? = nil,
    title: String? = nil, member: String? = nil, detail: String? = nil
  ) {
    self.method = method
    self.outcome = outcome
    self.tool = tool
    self.pages = pages
    self.pageCount = pageCount
    self.title = title
    self.member = member
    self.detail = detail
  }
}

/// How much reading a document is worth.
package enum ReadingEffort: String, Sendable, Codable {
  /// The text that the file holds.
  case text
  /// Pictures of pages as well, by OCR, within its budget: for documents linked for a concept sought.
  case pictures
}

/// The role of a program that turns a document into text at record time. One file each in Converters.
package protocol Converter: Sendable {
  /// The types it takes on.
  var mediaTypes: Set<MediaType> { get }
  /// Never throws: a bomb, a crash or a hang costs this one document and is named in the outcome.
  func convert(_ body: [UInt8], as type: MediaType, effort: ReadingEffort) async -> [Conversion]
}

extension Converter {
  /// With all effort.
  package func convert(_ body: [UInt8], as type: MediaType) async -> [Conversion] {
    await convert(body, as: type, effort: .pictures)
  }
}

extension Delivery {
  /// The HTML that a browser made of a page which only script fills, nil where none did.
  package var renderedPage: String? {
    conversions.first { $0.method == .rendered && $0.outcome == .text }?.pages.first
  }
}

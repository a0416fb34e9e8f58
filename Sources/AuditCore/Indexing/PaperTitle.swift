import ThaiText

/// What a reader calls a paper: the first heading of its first page – "ประกาศ … เรื่อง …", the name of a report, plan
/// or form – without letterhead, page numbers, rules of dashes and "-ร่าง-".
///
/// Printed sheets give their lines in any order, so that a heading is known by how it begins rather than by its
/// place. What the file says of itself (the properties of Office, the title of a PDF) is often left over from another
/// paper and is asked last.
package struct PaperTitle: Sendable, Equatable {
  package let text: String
  /// Letters read by OCR: its digits prove nothing alone.
  package let isScanned: Bool

  /// Lines of the first page that are looked through.
  private static let mostLines = 200
  /// Lines with words in them among which a heading is expected.
  private static let openingLines = 8
  /// Lines a heading may go on for, and the letters it may have.
  private static let goesOn = 3
  private static let longest = 320

  /// Nil where a paper has no words and no name.
  package init?(of document: Document) {
    let lines = Self.firstPage(of: document)
    let found = Self.subject(in: lines) ?? Self.heading(in: lines)
    let named = PaperLine(document.title, isScanned: false)
    if let found {
      self = found
    } else if named.namesKind {
      self.init(text: document.title, isScanned: false)
    } else if let first = lines.firstIndex(where: { !$0.isNoise }) {
      self = Self.title(lines, from: first)
    } else {
      guard !document.title.isEmpty else { return nil }
      self.init(text: document.title, isScanned: false)
    }
  }

  private init(text: String, isScanned: Bool) {
    self.text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
    self.isScanned = isScanned
  }

  private init(_ lines: [PaperLine]) {
    self.init(text: lines.map(\.text).joined(separator: " "), isScanned: lines.contains(where: \.isScanned))
  }

  // MARK: Where it stands

  /// The lines of the first page that holds words; of a paper without pages the first lines.
  private static func firstPage(of document: Document) -> [PaperLine] {
    var lines: [PaperLine] = []
    var page: Int?
    let isSheet = document.mediaType == .xlsx || document.mediaType == .ods
    for block in document.blocks {
      // The name on the tab of a sheet.
      if isSheet, case .heading = block.kind { continue }
      if let number = block.page, let first = page, number > first, lines.contains(where: { !$0.isNoise }) { break }
      page = block.page ?? page
      lines += block.text.split(whereSeparator: \.isNewline).map { PaperLine(String($0), isScanned: block.isScanned) }
      if lines.count >= mostLines { break }
    }
    return lines
  }

  /// "ประกาศ… ⏎ เรื่อง …": the kind of paper from the line above, the subject and its further lines.
  private static func subject(in lines: [PaperLine]) -> PaperTitle? {
    let opening = lines.indices.filter { !lines[$0].isNoise }.prefix(openingLines)
    guard let at = opening.first(where: { lines[$0].isSubject }) else { return nil }
    let kind = opening.last { $0 < at && lines[$0].namesKind }.map { [lines[$0]] } ?? []
    return PaperTitle(kind + lines[at...].prefix(1 + continuation(lines, after: at)))
  }

  /// The line that begins as papers are called: among the first lines, else the one that names its year, else any.
  private static func heading(in lines: [PaperLine]) -> PaperTitle? {
    let opening = lines.indices.filter { !lines[$0].isNoise }.prefix(openingLines)
    let candidates = lines.indices.filter { lines[$0].namesKind && !lines[$0].isNoise }
    let inside = candidates.filter { !opening.contains($0) && !lines[$0].isSentence }
    if let first = candidates.first(where: { opening.contains($0) }) {
      let form =
        lines[first].isWork && !lines[first].namesForm
        ? candidates.first { lines[$0].namesForm && !lines[$0].isSentence } : nil
      return title(lines, from: form ?? first)
    }
    let at = inside.first { isDated(lines, from: $0) } ?? inside.first
    return at.map { title(lines, from: $0) }
  }

  private static func isDated(_ lines: [PaperLine], from at: Int) -> Bool {
    lines[at...].prefix(1 + continuation(lines, after: at)).contains(where: \.isDated)
  }

  private static func title(_ lines: [PaperLine], from at: Int) -> PaperTitle {
    var title = Array(lines[at...].prefix(1 + continuation(lines, after: at)))
    if lines[at].namesForm, !title.dropFirst().contains(where: \.isWork),
      let work = lines.indices.first(where: { $0 != at && lines[$0].isWork })
    {
      title += lines[work...].prefix(1 + min(1, continuation(lines, after: work)))
    }
    return PaperTitle(title)
  }

  /// How many lines after this one still belong to the heading.
  private static func continuation(_ lines: [PaperLine], after at: Int) -> Int {
    var isDated = lines[at].isDated
    var count = 0
    for line in lines[(at + 1)...].prefix(goesOn) {
      let isOpen = PaperLine.isLeftOpen(lines[at...(at + count)].map(\.text))
      guard isOpen || (!line.endsTitle && (!isDated || line.completesTitle)) else { break }
      isDated = isDated || line.isDated
      count += 1
    }
    return count
  }
}

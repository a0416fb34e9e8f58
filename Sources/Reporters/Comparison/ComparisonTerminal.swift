import AuditCore

/// The comparison as plain text for a terminal, a mail or a journal.
struct ComparisonTerminal {
  private let words: ComparisonWords
  private let options: ReportOptions

  init(_ words: ComparisonWords, _ options: ReportOptions) {
    self.words = words
    self.options = options
  }

  var bytes: [UInt8] {
    var page = TerminalPage(options)
    if let warning = words.siteWarning { page.paragraph(warning, style: page.paint.alarm) }
    page.paragraph(words.title)
    page.paragraph(words.siteName, style: page.paint.bold)
    page.paragraph(words.span)
    if let note = words.judgingNote { page.paragraph(note, style: page.paint.dim) }
    page.heading(words.verdict)
    for part in ComparisonPart.allCases {
      let changes = words.changes(of: part)
      guard !changes.isEmpty else { continue }
      page.heading(words.say(part.title))
      for change in changes { write(change, on: &page) }
    }
    if !words.findings.isEmpty {
      page.heading(words.findingsTitle)
      for (isNew, finding) in words.findings {
        page.paragraph("\(words.label(isNew: isNew)) · \(words.text(of: finding))", indent: 4, first: "  ")
        page.paragraph(words.shown(finding.url).full, indent: 4, style: page.paint.dim)
      }
    }
    return page.bytes
  }

  private func write(_ change: ItemChange, on page: inout TerminalPage) {
    page.paragraph(
      "\(words.number(change)) \(words.itemTitle(change))", indent: 4, first: "  ", style: page.paint.bold)
    let verdicts = words.verdicts(change)
    let kind = words.say(change.kind.name)
    let paint = page.paint
    page.paragraph(verdicts.isEmpty ? kind : "\(kind): \(verdicts)", indent: 4) { line in
      change.after.map { paint.verdict($0, line) } ?? line
    }
    for detail in words.details(change) {
      let address = detail.address.map { words.shown($0).full } ?? ""
      page.labelled(
        detail.label + ":", [detail.text, address].filter { !$0.isEmpty }.joined(separator: " "), indent: 4)
    }
  }
}

import AuditCore

/// The comparison for wikis, issues and mails (CommonMark), everything from the site escaped.
struct ComparisonMarkdown {
  private let words: ComparisonWords

  init(_ words: ComparisonWords) { self.words = words }

  var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  private var lines: [String] {
    var lines = ["# \(words.title): \(MarkdownText.escaped(words.siteName))", ""]
    if let warning = words.siteWarning { lines += ["**\(MarkdownText.escaped(warning))**", ""] }
    lines += [MarkdownText.escaped(words.span), "", "**\(MarkdownText.escaped(words.verdict))**"]
    if let note = words.judgingNote { lines += ["", MarkdownText.escaped(note)] }
    for part in ComparisonPart.allCases {
      let changes = words.changes(of: part)
      guard !changes.isEmpty else { continue }
      lines += ["", "## \(words.say(part.title))", ""]
      lines += changes.flatMap(entry)
    }
    if !words.findings.isEmpty {
      lines += ["", "## \(words.findingsTitle)", ""]
      lines += words.findings.map { isNew, finding in
        "- \(words.label(isNew: isNew)): \(MarkdownText.escaped(words.text(of: finding))) \(link(finding.url))"
      }
    }
    return lines
  }

  private func entry(_ change: ItemChange) -> [String] {
    let name = MarkdownText.escaped("\(words.number(change)) \(words.itemTitle(change))")
    let verdicts = words.verdicts(change)
    let kind = words.say(change.kind.name)
    return ["- **\(name)** — \(MarkdownText.escaped(verdicts.isEmpty ? kind : "\(kind): \(verdicts)"))"]
      + words.details(change).map { detail in
        let parts = [MarkdownText.escaped(detail.text), detail.address.map(link) ?? ""].filter { !$0.isEmpty }
        return "  - \(detail.label): \(parts.joined(separator: " "))"
      }
  }

  private func link(_ address: String) -> String {
    let shown = words.shown(address)
    return MarkdownText.link(shown.short, shown)
  }
}

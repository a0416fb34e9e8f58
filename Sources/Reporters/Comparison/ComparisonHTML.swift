import AuditCore

/// The comparison as one self-contained page, in the look of the report.
struct ComparisonHTML {
  /// Changes shown of each part; a site that was wholly rebuilt has one a item, more only hostile input.
  private static let mostChanges = 500
  private let words: ComparisonWords

  init(_ words: ComparisonWords) { self.words = words }

  var bytes: [UInt8] { Array(page.markup.utf8) }

  private var page: HTML {
    let parts: [HTML] = ComparisonPart.allCases.compactMap(section)
    let warning: HTML? = words.siteWarning.map { "<p class=\"warning\" role=\"note\">\($0)</p>" }
    let note: HTML? = words.judgingNote.map { "<p class=\"quiet\">\($0)</p>" }
    return """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      \(HTMLHead(title: "\(words.title): \(words.siteName)").html)
      <body>
      <header>
      \(warning)
      <p class="quiet">\(words.title)</p>
      <h1>\(words.siteName)</h1>
      <p>\(link(words.comparison.new.site.url))</p>
      <p class="quiet">\(words.span)</p>
      \(note)
      </header>
      <main>
      <p class="score">\(words.verdict)</p>
      \(parts)
      \(findings)
      </main>
      \(footer)
      </body>
      </html>

      """
  }

  private func section(_ part: ComparisonPart) -> HTML? {
    let changes = words.changes(of: part)
    guard !changes.isEmpty else { return nil }
    let entries: [HTML] = changes.prefix(Self.mostChanges).map(entry)
    return "<section>\n<h2>\(words.say(part.title))</h2>\n\(entries)\n</section>"
  }

  private func entry(_ change: ItemChange) -> HTML {
    let facts: [HTML] = words.details(change).map { detail in
      let address: HTML? = detail.address.map { " \(link($0))" }
      return "<dt>\(detail.label)</dt><dd>\(detail.text)\(address)</dd>"
    }
    let list: HTML? = facts.isEmpty ? nil : "<dl>\n\(facts)\n</dl>"
    let verdict = change.after ?? .unknown
    return """
      <article class="\(verdict.rawValue)">
      <h3 class="line">\(words.number(change)) \(words.itemTitle(change))</h3>
      <p class="line"><b>\(words.say(change.kind.name))</b> <span class="quiet">\(words.verdicts(change))</span></p>
      \(list)
      </article>
      """
  }

  private var findings: HTML? {
    guard !words.findings.isEmpty else { return nil }
    let lines: [HTML] = words.findings.prefix(Self.mostChanges).map { isNew, finding in
      "<li><p><b>\(words.label(isNew: isNew))</b> \(words.text(of: finding))</p><p>\(link(finding.url))</p></li>"
    }
    return "<section>\n<h2>\(words.findingsTitle)</h2>\n<ul>\n\(lines)\n</ul>\n</section>"
  }

  /// What makes the comparison provable: the two recordings and what they were judged with.
  private var footer: HTML {
    let runs: [HTML] = [words.comparison.old, words.comparison.new].map { run in
      """
      <p><code>\(SiteText.line(run.snapshotDigest, limit: 80))</code> \(SiteText.line(run.recordedAt, limit: 40)) · \
      oitcheck \(SiteText.line(run.basis.toolVersion, limit: 40)) · \
      <code>\(SiteText.line(run.basis.rulesDigest, limit: 80))</code></p>
      """
    }
    return "<footer>\n\(runs)\n</footer>"
  }

  private func link(_ address: String) -> HTML {
    let shown = words.shown(address)
    guard let target = shown.link else { return "<span class=\"address\">\(shown.full)</span>" }
    return "<a class=\"address\" href=\"\(target)\" rel=\"noopener noreferrer\">\(shown.full)</a>"
  }
}

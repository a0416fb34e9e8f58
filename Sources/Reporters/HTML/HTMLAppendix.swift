import AuditCore

/// What could not be looked at, what the town declares, what else was noticed, and what to do next.
struct HTMLAppendix {
  private let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  private func say(_ th: String, _ en: String) -> String { context.say(th, en) }

  var nextSteps: HTML? {
    let steps = NextSteps(context.report, context.figures, context.outline).sentences
    guard !steps.isEmpty else { return nil }
    let lines: [HTML] = steps.map { "<li>\($0)</li>" }
    return "<h2 id=\"next\">\(say("ขั้นต่อไป", "Next steps"))</h2>\n<ol>\n\(lines)\n</ol>"
  }

  var unseen: HTML {
    let rows = context.outline.unjudged.map { item in
      let words = context.words(item)
      return HTMLTable.Row(
        header: "<a href=\"#\(context.anchor(item))\"><b>\(words.number)</b> \(words.title)</a>",
        cells: ["\(context.text(words.reason))", "\(context.text(words.remedy))"])
    }
    let columns = [say("ข้อ", "Item"), say("เพราะอะไร", "Why"), say("ต้องทำ", "To do")]
    let table: HTML? = rows.isEmpty ? nil : HTMLTable(columns: columns, rows: rows).html
    return """
      <h2 id="unseen">\(say("สิ่งที่ตรวจไม่ได้ และเพราะอะไร", "What could not be looked at, and why"))</h2>
      <p>\(CoverageWords(context.report, context.figures).line)</p>
      \(table)
      """
  }

  var declared: HTML? {
    let shown = context.report.declared.prefix(context.detail.rows)
    guard !shown.isEmpty else { return nil }
    let rows = shown.map { answer in
      HTMLTable.Row(
        header: "\(SiteText.line(answer.item, limit: 12))",
        cells: [
          "\(answer.status.name(context.report.language))", "\(context.text(answer.why))",
          context.link(answer.urls.first ?? answer.page, short: true),
        ])
    }
    let columns = [say("ข้อ", "Item"), say("ผล", "Result"), say("สาเหตุ", "Why"), say("ที่อยู่", "Address")]
    return """
      <h2 id="declared">\(say("สิ่งที่เว็บไซต์ประกาศไว้ เทียบกับที่พบ", "Declared against found"))</h2>
      \(HTMLTable(columns: columns, rows: rows).html)
      \(context.rest(context.report.declared.count, shown: shown.count))
      """
  }

  var findings: HTML? {
    let shown = context.report.findings.prefix(context.detail.rows)
    guard !shown.isEmpty else { return nil }
    let rows = shown.map { finding in
      HTMLTable.Row(
        header: "\(finding.kind.name(context.report.language))",
        cells: ["\(context.text(finding.detail))", context.link(finding.url, short: true)])
    }
    let columns = [say("เรื่อง", "About"), say("สิ่งที่พบ", "Noticed"), say("ที่อยู่", "Address")]
    return """
      <h2 id="findings">\(say("ข้อสังเกตเกี่ยวกับเว็บไซต์", "Noticed about the site"))</h2>
      \(HTMLTable(columns: columns, rows: rows).html)
      \(context.rest(context.report.findings.count, shown: shown.count))
      """
  }
}

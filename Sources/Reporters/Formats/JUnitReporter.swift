import AuditCore

/// `junit.xml` for build servers: one test suite a sub-indicator, one test case an item. A gap is a failure; what could
/// not be judged, is not due or is waived is skipped, never passed.
package struct JUnitReporter: Reporter {
  package static let format = "junit"
  package static let fileName = "junit.xml"
  private let options: ReportOptions

  package init(options: ReportOptions) { self.options = options }

  package func bytes(for report: AuditReport) -> [UInt8] {
    let figures = Figures(report, ReportOptions(columns: options.columns))
    let headline = Headline(report, figures)
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    // The warning belongs on the first line of every report; a comment must not hold "--".
    if let warning = headline.warning { lines[0] += "<!-- \(XMLText.escaped(dashesApart(warning))) -->" }
    lines.append("<testsuites name=\"oitcheck OIT \(report.edition)\" \(totals(report.items))>")
    for section in ReportOutline(report).sections {
      let name = [section.id, section.part?.title ?? ""].map { SiteText.line($0) }.joined(separator: " ")
      lines.append("  <testsuite name=\"\(XMLText.escaped(name))\" \(totals(section.items))>")
      lines += properties(report, headline)
      for item in section.items { lines += testCase(ItemWords(item, report, figures)) }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func totals(_ items: [ItemReport]) -> String {
    let failures = items.count { $0.verdict.isGap }
    let skipped = items.count { $0.verdict.leavesPointsOpen }
    return "tests=\"\(items.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0\""
  }

  private func properties(_ report: AuditReport, _ headline: Headline) -> [String] {
    let pairs = [
      ("site", headline.address.full), ("edition", "\(report.edition)"),
      ("asOf", SiteText.line(report.asOf, limit: 10)),
      ("judgedFiscalYear", "\(report.judgedFiscalYear)"), ("official", "\(report.official)"),
    ]
    let lines = pairs.map { "      <property name=\"\($0.0)\" value=\"\(XMLText.escaped($0.1))\"/>" }
    return ["    <properties>"] + lines + ["    </properties>"]
  }

  private func testCase(_ words: ItemWords) -> [String] {
    let name = XMLText.escaped("\(words.number) \(words.title)")
    let key = XMLText.escaped(SiteText.line(words.item.key, limit: 80))
    let head = "    <testcase classname=\"oit.\(key)\" name=\"\(name)\" time=\"0\""
    let message = XMLText.escaped("\(words.verdict): \(words.reason)")
    if words.item.verdict == .met { return [head + "/>"] }
    guard words.item.verdict.isGap else {
      return [head + ">", "      <skipped message=\"\(message)\"/>", "    </testcase>"]
    }
    let detail = [words.remedy, words.responsible, words.proof.map { ShownAddress($0.url, site: "").copied } ?? ""]
    let body = XMLText.escaped(detail.filter { !$0.isEmpty }.joined(separator: "\n"))
    let verdict = words.item.verdict.rawValue
    return [
      head + ">", "      <failure type=\"\(verdict)\" message=\"\(message)\">\(body)</failure>", "    </testcase>",
    ]
  }

  private func dashesApart(_ text: String) -> String {
    text.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "‐")
  }
}

import AuditCore
import ThaiText

/// What changed since the last run, where there is one: the score of each sub-indicator beside the earlier one as bars
/// in an inline SVG, and the items whose verdict is another now.
struct HTMLChange {
  private static let width = 640
  private static let rowHeight = 38
  private static let labelColumns = 44
  private let context: HTMLContext
  private let previous: AuditReport
  private let comparison: ReportComparison

  /// Nil where the report has no earlier run.
  init?(_ context: HTMLContext) {
    guard let previous = context.previous else { return nil }
    self.context = context
    self.previous = previous
    comparison = ReportComparison(from: previous, to: context.report)
  }

  private func say(_ th: String, _ en: String) -> String { context.say(th, en) }

  /// The change in one line, for the first screen.
  var sentence: HTML {
    let before = context.figures.range(previous.score.oit, previous.score.oitHigh)
    let day = context.figures.day(previous.asOf)
    return """
      <p><a href="#change">\(say("ครั้งก่อน (\(day))", "Last run (\(day))"))</a> \(before) \
      \(gain(context.report.score.oit - previous.score.oit))</p>
      """
  }

  var html: HTML {
    let day = context.figures.day(previous.asOf)
    return """
      <h2 id="change">\(say("เปลี่ยนแปลงจากครั้งก่อน (\(day))", "Changed since the last run (\(day))"))</h2>
      \(doubt)
      \(chart)
      \(items)
      """
  }

  // MARK: The chart

  /// Sub-indicators of both runs with both scores.
  private var pairs: [(now: Score.Part, before: Score.Part)] {
    context.report.score.bySubIndicator.prefix(30).compactMap { part in
      previous.score.bySubIndicator.first { $0.id == part.id }.map { (part, $0) }
    }
  }

  private var chart: HTML? {
    let pairs = pairs
    guard !pairs.isEmpty else { return nil }
    let title = say("คะแนนตามตัวชี้วัดย่อย เทียบกับครั้งก่อน", "Score by sub-indicator against the last run")
    let described = pairs.map { "\(label($0.now)): \(words($0.before.score, $0.now.score))" }.joined(separator: "; ")
    let rows = pairs.enumerated().map { row($0.element, top: $0.offset * Self.rowHeight) }
    return """
      <svg class="chart wide" role="img" aria-labelledby="change-title change-text" \
      viewBox="0 0 \(Self.width) \(pairs.count * Self.rowHeight)">
      <title id="change-title">\(title)</title>
      <desc id="change-text">\(described)</desc>
      \(rows)
      </svg>
      <p class="quiet">\(say("แถบเขียว: ครั้งนี้ · ขีดดำ: ครั้งก่อน", "green: now · black mark: the last run"))</p>
      """
  }

  private func label(_ part: Score.Part) -> String {
    "\(SiteText.line(part.id, limit: 12)) \(SiteText.line(part.title, limit: 80))"
  }

  private func words(_ before: Double, _ now: Double) -> String {
    "\(context.figures.score(before)) → \(context.figures.score(now))"
  }

  private func row(_ pair: (now: Score.Part, before: Score.Part), top: Int) -> HTML {
    let bar = top + 22
    let mark = min(Self.width - 3, length(pair.before.score))
    let change = pair.now.score - pair.before.score
    let style = change > 0 ? "gain" : change < 0 ? "loss" : "same"
    let figures = "\(words(pair.before.score, pair.now.score)) (\(signed(change)))"
    return """
      <text x="0" y="\(top + 16)">\(ThaiWidth.truncated(label(pair.now), to: Self.labelColumns))</text>
      <text class="\(style)" x="\(Self.width)" y="\(top + 16)" text-anchor="end">\(figures)</text>
      <rect class="track" x="0" y="\(bar)" width="\(Self.width)" height="9" rx="2"/>
      <rect class="sure" x="0" y="\(bar)" width="\(length(pair.now.score))" height="9" rx="2"/>
      <rect class="before" x="\(mark)" y="\(bar - 3)" width="3" height="15"/>
      """
  }

  private func length(_ score: Double) -> Int {
    score.isFinite ? Int(min(max(score, 0), 100) * Double(Self.width) / 100) : 0
  }

  private func signed(_ change: Double) -> String {
    let text = context.figures.score(abs(change))
    return (change > 0 ? "+" : change < 0 ? "−" : "±") + text
  }

  private func gain(_ change: Double) -> HTML {
    let style = change > 0 ? "up" : change < 0 ? "down" : "quiet"
    return "<b class=\"\(style)\">\(signed(change))</b>"
  }

  // MARK: The items

  /// What else than the site may have changed the verdicts.
  private var doubt: HTML? {
    guard !comparison.judging.isEmpty else { return nil }
    let words = say(
      "รายการ กติกา โปรแกรม หรือปีที่ตัดสินไม่เหมือนครั้งก่อน ผลบางข้อจึงอาจต่างไปโดยที่เว็บไซต์ไม่ได้เปลี่ยน",
      "List, rules, program or judged year are not those of the last run: some verdicts may differ though the site does not"
    )
    return "<p class=\"quiet\">\(words)</p>"
  }

  private var items: HTML {
    var seen: Set<String> = []
    let changes = comparison.changes.filter { $0.before != $0.after && seen.insert($0.number).inserted }
    guard !changes.isEmpty else {
      return "<p>\(say("ผลรายข้อเหมือนครั้งก่อนทุกข้อ", "No verdict is another than in the last run"))</p>"
    }
    let shown = changes.prefix(context.detail.rows)
    let columns = [say("ข้อ", "Item"), say("ครั้งก่อน", "Last run"), say("ครั้งนี้", "Now")]
    let rows = shown.map { change in
      HTMLTable.Row(
        header: header(change),
        cells: [change.before, change.after].map { verdict in
          verdict.map { context.verdict($0) }
            ?? "<span class=\"quiet\">\(say("ไม่อยู่ในรายการ", "not on the list"))</span>"
        })
    }
    return "\(HTMLTable(columns: columns, rows: rows).html)\(context.rest(changes.count, shown: shown.count))"
  }

  private func header(_ change: ItemChange) -> HTML {
    let text: HTML = "<b>\(SiteText.line(change.number, limit: 12))</b> \(SiteText.line(change.title, limit: 200))"
    guard let item = context.report.items.first(where: { $0.number == change.number }), change.after != nil else {
      return text
    }
    return "<a href=\"#\(context.anchor(item))\">\(text)</a>"
  }
}

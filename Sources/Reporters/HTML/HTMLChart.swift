import AuditCore
import ThaiText

/// The score by sub-indicator as bars in an inline SVG: green what is earned, violet what is still open.
struct HTMLChart {
  private static let width = 420
  private static let rowHeight = 38
  /// Columns of text that fit beside the number.
  private static let labelColumns = 40
  private let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  /// Nil where the report has no sub-indicators.
  var html: HTML? {
    let parts = context.report.score.bySubIndicator.prefix(30)
    guard !parts.isEmpty else { return nil }
    let title = context.say("คะแนนตามตัวชี้วัดย่อย", "Score by sub-indicator")
    let described = parts.map { "\(SiteText.line($0.id, limit: 12)) \(range($0))" }.joined(separator: ", ")
    let rows = parts.enumerated().map { row($0.element, top: $0.offset * Self.rowHeight) }
    return """
      <svg class="chart" role="img" aria-labelledby="chart-title chart-text" \
      viewBox="0 0 \(Self.width) \(parts.count * Self.rowHeight)">
      <title id="chart-title">\(title)</title>
      <desc id="chart-text">\(described)</desc>
      \(rows)
      </svg>\(legend)
      """
  }

  /// What the two colours mean, where both are there.
  private var legend: HTML? {
    guard context.report.score.bySubIndicator.contains(where: { $0.high > $0.score }) else { return nil }
    let words = context.say(
      "แถบเขียว: ได้แล้ว · แถบม่วง: ยังตัดสินไม่ได้", "green: earned · violet: still open")
    return "<p class=\"quiet\">\(words)</p>"
  }

  private func range(_ part: Score.Part) -> String { context.figures.range(part.score, part.high) }

  private func row(_ part: Score.Part, top: Int) -> HTML {
    let label = "\(SiteText.line(part.id, limit: 12)) \(SiteText.line(part.title, limit: 80))"
    let sure = length(part.score)
    let possible = max(0, length(part.high) - sure)
    let bar = top + 22
    return """
      <text x="0" y="\(top + 16)">\(ThaiWidth.truncated(label, to: Self.labelColumns))</text>
      <text x="\(Self.width)" y="\(top + 16)" text-anchor="end">\(range(part))</text>
      <rect class="track" x="0" y="\(bar)" width="\(Self.width)" height="9" rx="2"/>
      <rect class="possible" x="\(sure)" y="\(bar)" width="\(possible)" height="9"/>
      <rect class="sure" x="0" y="\(bar)" width="\(sure)" height="9" rx="2"/>
      """
  }

  private func length(_ score: Double) -> Int {
    score.isFinite ? Int(min(max(score, 0), 100) * Double(Self.width) / 100) : 0
  }
}

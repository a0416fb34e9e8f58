import AuditCore

/// What an officer sees without scrolling: the score, how many items have which verdict, the chart.
struct HTMLFirstScreen {
  private let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  var html: HTML {
    let score = ScoreWords(context.report, context.figures, context.outline)
    let remarks: [HTML] = score.remarks(nil).map { "<p class=\"quiet\">\($0)</p>" }
    let counts: [HTML] = context.outline.counts.map { "<li>\(context.verdict($0.verdict, count: $0.count))</li>" }
    return """
      <section class="first" aria-labelledby="score">
      <div>
      <p id="score">\(score.label)</p>
      <p class="score">\(score.value) <small>/ \(context.figures.count(100))</small></p>
      \(rating(score))
      \(HTMLChange(context)?.sentence)
      <ul class="counts" aria-label="\(context.say("จำนวนข้อตามผลการตรวจ", "Items by verdict"))">
      \(counts)
      </ul>
      \(remarks)
      </div>
      <div>\(HTMLChart(context).html)</div>
      </section>
      """
  }

  /// What the score means for ITA: the rating in bold, the rest beside it.
  private func rating(_ score: ScoreWords) -> HTML? {
    guard let outlook = score.outlook(context.scoring) else { return nil }
    let best: HTML? = outlook.best.map { "<p class=\"rating\">\($0.label) <b>\($0.name)</b></p>" }
    let needs: HTML? = outlook.needs.map { " · \($0)" }
    return "\(best)<p class=\"quiet\">\(outlook.share)\(needs)</p>"
  }
}

import AuditCore

/// What an officer sees without scrolling: the score, how many items have which verdict, the chart.
struct HTMLFirstScreen {
  private let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  var html: HTML {
    let score = ScoreWords(context.report, context.figures, context.outline)
    let remarks: [HTML] = score.remarks(context.scoring).map {
      "<p class=\"quiet\">\($0)</p>"
    }
    let counts: [HTML] = context.outline.counts.map { "<li>\(context.verdict($0.verdict, count: $0.count))</li>" }
    return """
      <section class="first" aria-labelledby="score">
      <div>
      <p id="score">\(score.label)</p>
      <p class="score">\(score.value) <small>/ \(context.figures.count(100))</small></p>
      <ul class="counts" aria-label="\(context.say("จำนวนข้อตามผลการตรวจ", "Items by verdict"))">
      \(counts)
      </ul>
      \(remarks)
      </div>
      <div>\(HTMLChart(context).html)</div>
      </section>
      """
  }
}

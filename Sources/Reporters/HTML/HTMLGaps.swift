import AuditCore

/// The shortcomings as a table, the costliest first.
struct HTMLGaps {
  private let context: HTMLContext

  init(_ context: HTMLContext) { self.context = context }

  private var columns: [String] {
    [
      context.say("ข้อและผลการตรวจ", "Item and verdict"), context.say("คะแนนที่เสีย", "Points lost"),
      context.say("สาเหตุและสิ่งที่ต้องทำ", "Cause and what to do"), context.say("ผู้รับผิดชอบ", "Responsible"),
    ]
  }

  var html: HTML {
    let score = ScoreWords(context.report, context.figures, context.outline)
    guard !context.outline.gaps.isEmpty else { return "<h2 id=\"gaps\">\(score.gaps)</h2>" }
    return """
      <h2 id="gaps">\(score.gaps)</h2>
      \(HTMLTable(style: "gaps", columns: columns, rows: context.outline.gaps.map(row)).html)
      """
  }

  private func row(_ item: ItemReport) -> HTMLTable.Row {
    let words = context.words(item)
    let remedy: HTML? =
      words.remedy.isEmpty
      ? nil : "<p><b>\(context.say("ต้องทำ:", "To do:"))</b> \(context.text(words.remedy))</p>"
    return HTMLTable.Row(
      header: """
        <a href="#\(context.anchor(item))"><b>\(words.number)</b> \(words.title)</a><br/>\(context.verdict(item.verdict))
        """,
      cells: [
        "\(context.figures.points(item.pointsLost))", "<p>\(context.text(words.summary))</p>\(remedy)",
        "\(words.responsible)",
      ], numbers: [0])
  }
}

import AuditCore

/// The first sheet: whose site, which day, the score with its parts, the verdicts counted, and what makes it provable.
struct WorkbookSummary {
  typealias Cell = WorkbookSheet.Cell
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline
  private let scoring: Scoring?

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline, _ scoring: Scoring?) {
    self.report = report
    self.figures = figures
    self.outline = outline
    self.scoring = scoring
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  var sheet: WorkbookSheet {
    WorkbookSheet(
      name: say("สรุป", "Summary"),
      columns: [26.0, 46, 14, 14, 14].map { WorkbookSheet.Column(title: "", width: $0) },
      rows: head + verdicts + parts + origin, isTable: false)
  }

  private var head: [[Cell]] {
    let headline = Headline(report, figures)
    let words = ScoreWords(report, figures, outline)
    var rows = headline.warning.map { [[Cell.text($0, .notice)]] } ?? []
    rows += [
      [.text(headline.title, .title)], [.text(headline.siteName, .title)],
      [.text(say("เว็บไซต์", "Site"), .label), .link(headline.address)],
      [.text(say("รายการ", "List"), .label), .text(headline.list, .line)],
      [.text(say("ปีงบประมาณ", "Fiscal year"), .label), .text(headline.fiscalYear, .line)],
      [.text(say("ตรวจ", "Judged"), .label), .text(headline.asOf, .line)],
      [.text(say("บันทึก", "Recorded"), .label), .text(headline.recorded, .line)], [],
      [.text(words.label, .label), .number(report.score.oit, .score)],
    ]
    if report.score.oitHigh != report.score.oit {
      rows.append([.text(say("ได้สูงสุด", "At most"), .label), .number(report.score.oitHigh, .score)])
    }
    for sentence in words.remarks(scoring) {
      rows.append([.text(sentence, .line)])
    }
    return rows
  }

  private var verdicts: [[Cell]] {
    [[], [.text(say("ผลการตรวจ", "Verdict"), .header), .text(say("จำนวนข้อ", "Items"), .header)]]
      + outline.counts.map { count in
        let style: WorkbookSheet.Style = count.verdict == .met ? .good : count.verdict.isGap ? .bad : .open
        return [.text(count.verdict.name(report.language), style), .number(Double(count.count))]
      }
  }

  private var parts: [[Cell]] {
    let header = [
      say("ตัวชี้วัด", "Indicator"), say("ชื่อ", "Title"), say("คะแนน", "Score"), say("ได้สูงสุด", "At most"),
      say("ครบ/ทั้งหมด", "Met/all"),
    ]
    let all = report.score.byIndicator + report.score.bySubIndicator
    return [[], header.map { .text($0, .header) }]
      + all.map { part in
        [
          .text(SiteText.line(part.id, limit: 12)), .text(SiteText.line(part.title, limit: 200)),
          .number(part.score, .score), .number(part.high, .score), .text("\(part.met)/\(part.items)"),
        ]
      }
  }

  private var origin: [[Cell]] {
    [
      [], [.text(say("เห็นเว็บไซต์", "Seen"), .label), .text(CoverageWords(report, figures).line, .line)],
      [.text("oitcheck", .label), .text(SiteText.line(report.tool.version, limit: 40), .line)],
      [.text(say("ชุดกติกา", "Rules"), .label), .text(SiteText.line(report.rulesDigest, limit: 80), .line)],
      [.text(say("หลักฐานที่บันทึก", "Recording"), .label), .text(SiteText.line(report.snapshot.digest, limit: 80), .line)],
    ]
  }
}

import AuditCore
import ThaiText

/// The memo's words: the letter with what was found, and the measures of the next fiscal year behind it.
struct MemoText {
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline
  private let scoring: Scoring?
  private let next: FiscalYear

  init(_ report: AuditReport, _ options: ReportOptions) {
    self.report = report
    figures = Figures(report, options)
    outline = ReportOutline(report)
    scoring = options.scoring
    next = FiscalYear(min(9_998, max(1, report.judgedFiscalYear))).next
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }
  private func words(_ item: ItemReport) -> ItemWords { ItemWords(item, report, figures) }
  private var headline: Headline { Headline(report, figures) }

  var blocks: [MemoBlock] { head + background + facts + proposal + measures }

  private var head: [MemoBlock] {
    let warning = headline.warning.map { [MemoBlock.paragraph($0)] } ?? []
    let site = headline.siteName
    return warning + [
      .title(say("บันทึกข้อความ", "Memorandum")),
      .fields([MemoField(label: say("ส่วนราชการ", "From"), value: site)]),
      .fields([MemoField(label: say("ที่", "No."), value: ""), MemoField(label: say("วันที่", "Date"), value: "")]),
      .fields([
        MemoField(
          label: say("เรื่อง", "Subject"),
          value: say(
            "รายงานผลการตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. \(figures.year(report.judgedFiscalYear)) "
              + "และขออนุมัติมาตรการประจำปีงบประมาณ พ.ศ. \(figures.year(next.year))",
            "Open data audit (OIT) of fiscal year \(figures.year(report.judgedFiscalYear)) and measures for "
              + figures.year(next.year)))
      ]),
      .fields([MemoField(label: say("เรียน", "To"), value: MemoAddressee.name(of: site, report.language))]),
    ]
  }

  private var background: [MemoBlock] {
    [
      .heading(say("เรื่องเดิม", "Background")),
      .paragraph(
        say(
          "ได้ตรวจเว็บไซต์ \(headline.address.full) ตาม\(headline.list) \(headline.fiscalYear) \(headline.asOf) "
            + "จากข้อมูลที่บันทึกไว้เมื่อ \(figures.dayOfMoment(report.snapshot.recordedAt)) "
            + "เพื่อทราบข้อที่ยังเปิดเผยไม่ครบและแก้ไขก่อนการประเมิน",
          "The site \(headline.address.full) was checked. \(headline.circumstances).")),
      .paragraph(CoverageWords(report, figures).line),
    ]
  }

  private var facts: [MemoBlock] {
    let score = ScoreWords(report, figures, outline)
    let sentences = ["\(score.label) \(score.value)"] + score.remarks(scoring)
    var blocks: [MemoBlock] = [
      .heading(say("ข้อเท็จจริง", "Findings")), .paragraph(sentences.joined(separator: say(" · ", "; "))),
    ]
    if !report.score.byIndicator.isEmpty { blocks.append(.table(scores)) }
    let counts = outline.counts.map { "\($0.verdict.name(report.language)) \(figures.count($0.count))" }
    if !counts.isEmpty { blocks.append(.paragraph(say("จำนวนข้อ: ", "Items: ") + counts.joined(separator: ", "))) }
    if !outline.gaps.isEmpty { blocks.append(.table(gaps)) }
    if !outline.unjudged.isEmpty {
      let numbers = outline.unjudged.map { words($0).number }.joined(separator: ", ")
      blocks.append(
        .paragraph(
          say(
            "ข้อที่โปรแกรมตรวจไม่ได้ ต้องให้เจ้าหน้าที่เปิดดู มิได้หมายความว่าไม่มี: \(numbers)",
            "Could not be checked and must be looked at by hand, which does not mean absent: \(numbers)")))
    }
    return blocks
  }

  private var scores: MemoTable {
    MemoTable(
      caption: say("คะแนนรายตัวชี้วัด", "Scores"),
      columns: [
        .init(title: say("ตัวชี้วัด", "Indicator"), width: 12), .init(title: say("ชื่อ", "Title"), width: 48),
        .init(title: say("คะแนน", "Score"), width: 22), .init(title: say("ข้อที่ครบ", "Met"), width: 18),
      ],
      rows: (report.score.byIndicator + report.score.bySubIndicator).map { part in
        [
          .text(figures.own(SiteText.line(part.id, limit: 12))), .text(SiteText.line(part.title, limit: 200)),
          .text(figures.range(part.score, part.high)),
          .text("\(figures.count(part.met))/\(figures.count(part.items))"),
        ]
      })
  }

  private var gaps: MemoTable {
    MemoTable(
      caption: ScoreWords(report, figures, outline).gaps,
      columns: [
        .init(title: say("ที่", "#"), width: 7), .init(title: say("ข้อ", "Item"), width: 8),
        .init(title: say("รายการ", "Title"), width: 25), .init(title: say("ผลการตรวจ", "Verdict"), width: 13),
        .init(title: say("ข้อบกพร่อง", "Shortcoming"), width: 35), .init(title: say("คะแนนที่เสีย", "Points"), width: 12),
      ],
      rows: outline.gaps.enumerated().map { place, item in
        let words = words(item)
        return [
          .text(figures.count(place + 1)), .text(words.number), .text(words.title), .text(words.verdict),
          .text(words.reason), .text(figures.points(item.pointsLost)),
        ]
      })
  }

  private var proposal: [MemoBlock] {
    let costliest = outline.gaps.prefix(5)
    let numbers = costliest.map { words($0).number }.joined(separator: ", ")
    let points = figures.points(costliest.reduce(0) { $0 + $1.pointsLost })
    var blocks: [MemoBlock] = [.heading(say("ข้อพิจารณาและข้อเสนอ", "Proposal"))]
    if !costliest.isEmpty {
      blocks.append(
        .paragraph(
          say(
            "เห็นควรแก้ไข \(numbers) ก่อน ซึ่งจะได้คืน \(points) คะแนน และมอบหมายหน่วยงานตามตารางมาตรการแนบท้าย",
            "Mend \(numbers) first, which brings back \(points) points, and charge the units as the table of measures says."
          )))
    }
    blocks.append(.paragraph(say("จึงเรียนมาเพื่อโปรดทราบและพิจารณา", "Submitted for consideration.")))
    let pen = "(" + String(repeating: ".", count: 44) + ")"
    let sign = say("ลงชื่อ ", "Signed ") + String(repeating: ".", count: 40)
    let post = say("ตำแหน่ง ", "Position ") + String(repeating: ".", count: 36)
    blocks.append(.signature([sign, pen, post]))
    for heading in [
      say("ความเห็นของหัวหน้าหน่วยงาน", "Opinion of the head of unit"), say("ความเห็นของปลัด", "Opinion of the clerk"),
      say("คำสั่งของผู้บริหาร   ☐ อนุมัติ   ☐ ไม่อนุมัติ", "Decision   ☐ approved   ☐ not approved"),
    ] {
      blocks += [.heading(heading), .signature([sign, pen, post])]
    }
    return blocks
  }

  private var measures: [MemoBlock] {
    let items = outline.gaps + outline.unjudged
    guard !items.isEmpty else { return [] }
    let rows = items.map { item -> [MemoTable.Cell] in
      let words = words(item)
      let measure = MemoMeasure(words, figures, next: next)
      return [
        .text("\(words.number) \(words.title)"), .text("\(words.verdict): \(words.reason)"),
        .text(measure.measure),
        .steps(measure.steps), .text(measure.responsible), .text(measure.due),
      ]
    }
    let title = say(
      "มาตรการแก้ไขการเปิดเผยข้อมูลสาธารณะ ประจำปีงบประมาณ พ.ศ. \(figures.year(next.year))",
      "Measures for fiscal year \(figures.year(next.year))")
    return [
      .newSheet, .title(title), .paragraph(headline.siteName),
      .table(
        MemoTable(
          caption: say("มาตรการรายข้อ", "Measures by item"),
          columns: [
            .init(title: say("รายการ", "Item"), width: 18), .init(title: say("ข้อบกพร่อง", "Shortcoming"), width: 19),
            .init(title: say("มาตรการ", "Measure"), width: 18), .init(title: say("ขั้นตอน", "Steps"), width: 25),
            .init(title: say("ผู้รับผิดชอบ", "Responsible"), width: 10), .init(title: say("กำหนดเสร็จ", "Due"), width: 10),
          ], rows: rows)),
    ]
  }

  /// The number before a step.
  func number(_ place: Int) -> String { figures.count(place) + "." }
}

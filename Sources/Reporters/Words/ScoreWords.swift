import AuditCore

/// The score in sentences.
struct ScoreWords {
  private let report: AuditReport
  private let figures: Figures
  private let outline: ReportOutline

  init(_ report: AuditReport, _ figures: Figures, _ outline: ReportOutline) {
    self.report = report
    self.figures = figures
    self.outline = outline
  }

  private func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: report.language) }

  var label: String {
    report.official
      ? say("คะแนน OIT", "OIT score") : say("คะแนน OIT (ไม่เป็นทางการ)", "OIT score (unofficial)")
  }

  /// "60.42–65.42".
  var value: String { figures.range(report.score.oit, report.score.oitHigh) }

  /// Why the score is a range; nil where it is one number.
  private var range: String? {
    let open = report.items.count { $0.verdict.leavesPointsOpen }
    guard open > 0, report.score.oit != report.score.oitHigh else { return nil }
    return say(
      "เป็นช่วงเพราะยังตัดสินไม่ได้ \(figures.count(open)) ข้อ: ค่าต่ำถือว่าไม่ได้คะแนน ค่าสูงถือว่าได้คะแนน",
      "A range, as \(figures.count(open)) items are still open: the low value counts them as lost, the high as earned.")
  }

  /// What must be known to read the score, a sentence each: how much was seen, why it is a range, what it means for
  /// the ITA total, how it was made.
  func remarks(_ scoring: Scoring?) -> [String] {
    let insufficiency = CoverageWords(report, figures).insufficiency
    let note = report.score.note.map { SiteText.line($0) }
    return [insufficiency, range, outlookSentence(scoring), note].compactMap(\.self)
  }

  /// What the score brings to the ITA total, and the best rating still possible.
  struct Outlook {
    var share: String
    /// Nil where the edition's ratings are not known.
    var best: (label: String, name: String)?
    /// What the rating itself would take.
    var needs: String?
  }

  /// Nil where the weights are not known.
  func outlook(_ scoring: Scoring?) -> Outlook? {
    guard let outlook = RatingOutlook(report, scoring) else { return nil }
    let earned = figures.range(outlook.earned, outlook.earnedAtMost)
    let whole = figures.points(outlook.whole)
    let share = say("คิดเป็น \(earned) จาก \(whole) คะแนนของ ITA", "Brings \(earned) of the \(whole) points of ITA")
    guard let best = outlook.best else { return Outlook(share: share) }
    let doubt = best.confirmed ? "" : say(" (เกณฑ์ยังไม่ยืนยัน)", " (cut not confirmed)")
    return Outlook(
      share: share,
      best: (
        say("ระดับสูงสุดที่ยังเป็นไปได้:", "Best rating still possible:"), best.name.text(in: report.language) + doubt
      ),
      needs: say("ระดับจริงต้องใช้คะแนน IIT และ EIT ด้วย", "The rating itself also takes IIT and EIT"))
  }

  /// All of it as one sentence.
  private func outlookSentence(_ scoring: Scoring?) -> String? {
    guard let outlook = outlook(scoring) else { return nil }
    let parts = [outlook.share, outlook.best.map { "\($0.label) \($0.name)" }, outlook.needs].compactMap(\.self)
    return parts.joined(separator: say(" · ", ". "))
  }

  /// "สิ่งที่ต้องแก้ 15 ข้อ รวม 39.58 คะแนน".
  var gaps: String {
    if report.items.isEmpty { return say("รายงานนี้ไม่มีข้อที่ตรวจ", "This report holds no items") }
    if outline.gaps.isEmpty {
      return say("ไม่พบสิ่งที่ต้องแก้ในข้อที่ตรวจได้", "No gaps among the items that could be checked")
    }
    let (count, points) = (figures.count(outline.gaps.count), figures.points(outline.pointsLost))
    return say(
      "สิ่งที่ต้องแก้ \(count) ข้อ รวม \(points) คะแนน (เรียงตามคะแนนที่เสีย)",
      "\(count) gaps, \(points) points lost (by points at stake)")
  }

  /// What an item costs: "เสีย 5 คะแนน", or what is still open.
  func stake(_ item: ItemReport) -> String {
    let points = figures.points(item.verdict.leavesPointsOpen ? item.points : item.pointsLost)
    if item.verdict.leavesPointsOpen { return say("ยังไม่ทราบผล \(points) คะแนน", "\(points) points open") }
    return say("เสีย \(points) คะแนน", "\(points) points lost")
  }
}

/// What judging one item came to, before it is put into words.
struct ItemFinding: Sendable {
  let item: ItemRule
  var verdict: Verdict
  var cause: UnknownCause?
  var confidence: Double
  /// The assessment that the verdict rests on.
  var best: Assessment?
  /// Further assessments that belong to the evidence (the months of a series, the files of one item).
  var supporting: [Assessment]
  /// Everything that was weighed for the item, best first.
  var weighed: [Assessment] = []
  /// What fell short, best first.
  var nearMisses: [Assessment]
  var missing: [ItemReport.MissingElement]
  /// Quotations that prove agreement or disagreement with another item.
  var remarks: [Remark]
  var period: PeriodFinding?

  struct Remark: Sendable {
    let page: Int
    let element: String
    let quote: String
  }

  init(item: ItemRule, verdict: Verdict, cause: UnknownCause? = nil, confidence: Double, best: Assessment? = nil) {
    self.item = item
    self.verdict = verdict
    self.cause = cause
    self.confidence = confidence
    self.best = best
    supporting = []
    nearMisses = []
    missing = best?.missing.filter { $0.need == .must }.map(ItemReport.MissingElement.init) ?? []
    remarks = []
    period = best?.period
  }
}

extension ItemReport.MissingElement {
  init(_ rule: ElementRule) {
    self.init(id: rule.id, th: rule.name.th, en: rule.name.en)
  }

  /// What a disclosure lacks that shows no year at all.
  static let period = ItemReport.MissingElement(
    id: "period", th: "ระบุปีงบประมาณหรือช่วงเวลาของข้อมูล", en: "the fiscal year or period it covers")
}

import ArgumentParser
import AuditCore
import Pipeline
import Reporters

/// `oitcheck score`: OIT, the ITA total and its rating from a report, item results or typed scores; what mending would
/// bring, and the cheapest way to a target.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "คิดคะแนน OIT คะแนนรวม ITA และระดับ / OIT score, ITA total and rating.",
    discussion: """
      ตัวอย่าง / Examples:
        oitcheck score ผลตรวจ                                   คะแนน OIT จากผลตรวจ / from a report
        oitcheck score ผลตรวจ --iit 83.2 --eit1 80.1 --eit2 79  คะแนนรวมและระดับ / total and rating
        oitcheck score ผลตรวจ --fix O12,O31                     ถ้าแก้สองข้อนี้ / what if
        oitcheck score ผลตรวจ --target 85                       ต้องแก้ข้อใดบ้างน้อยที่สุด / cheapest way to 85
        oitcheck score --items O10=missing,O12=partial          จากรายการข้อ (ข้ออื่นนับว่าครบ) / other items count as met
        oitcheck score --items ผลข้อ.csv --others missing       จากไฟล์ CSV หรือ JSON / from a file
        oitcheck score --edition 2568 --indicator 1=99.11,2=99.11,3=100,4=99.26,5=100 --eit1 99.89 --eit2 99.33 --oit 95

      --target หมายถึงคะแนนรวมเมื่อระบุ IIT และ EIT มิฉะนั้นหมายถึง OIT \
      / --target is of the total where IIT and EIT are given, else of OIT
      """)

  @Argument(help: "โฟลเดอร์ผลตรวจ หรือ report.json / an output folder or a report.json") var run: String?

  @Option(
    help: ArgumentHelp(
      "ผลรายข้อ หรือไฟล์ CSV/JSON / item results, or a CSV or JSON file of them", valueName: "O10=missing,…"))
  var items: String?
  @Option(help: ArgumentHelp("ผลของข้อที่ไม่ได้ระบุ / result of items not named", valueName: "met|missing|unknown"))
  var others = "met"

  @Option(help: ArgumentHelp("คะแนน IIT / score of IIT", valueName: "0–100")) var iit: Double?
  @Option(help: ArgumentHelp("คะแนน EIT รวมสองส่วน / EIT as a whole", valueName: "0–100")) var eit: Double?
  @Option(help: ArgumentHelp("คะแนน EIT ส่วนที่ 1 / first part of EIT", valueName: "0–100")) var eit1: Double?
  @Option(help: ArgumentHelp("คะแนน EIT ส่วนที่ 2 / second part of EIT", valueName: "0–100")) var eit2: Double?
  @Option(help: ArgumentHelp("คะแนน OIT / score of OIT", valueName: "0–100")) var oit: Double?
  @Option(
    help: ArgumentHelp(
      "คะแนนรายตัวชี้วัด 1–10 / indicator scores: 1–5 IIT, 6–8 EIT, 9–10 OIT", valueName: "1=90.63,…"))
  var indicator: [String] = []
  @Option(help: ArgumentHelp("คะแนนรายตัวชี้วัดของปีก่อน / indicator scores of an earlier year", valueName: "1=94.14,…"))
  var before: [String] = []

  @Option(help: ArgumentHelp("ถ้าแก้ข้อเหล่านี้ / what if these were mended", valueName: "O12,O31")) var fix: String?
  @Option(help: ArgumentHelp("คะแนนที่อยากได้ / score to reach", valueName: "0–100")) var target: Double?
  @Option(
    help: ArgumentHelp(
      "ต้นทุนต่อข้อ จำนวนเต็ม ปกติข้อละ 1 / cost of items, whole numbers, 1 by default", valueName: "O12=3,…"))
  var cost: [String] = []

  @Option(help: ArgumentHelp("ปีของรายการ (พ.ศ.) / edition, Buddhist era", valueName: "year")) var edition: Int?
  @Option(help: ArgumentHelp("โฟลเดอร์เกณฑ์ / rules folder", valueName: "dir")) var rules: String?
  @Option(help: ArgumentHelp("ภาษา / language", valueName: "th|en")) var language: Language = .th

  @OptionGroup var history: HistoryOptions

  func run() async throws {
    try await Failure.told(language) {
      let pack = try RuleShelf.load(explicit: rules)
      let report = try run.map { try StoredRun.read($0, in: history).report }
      let year = edition ?? report?.edition ?? JudgingOptions.defaultEdition
      let list = try JudgingOptions.edition(year, in: pack)
      let plan = try plan(of: report, list)
      let indicators = try ScoreInput.indicators(indicator)
      let scores = try scores(indicators, plan, list)
      guard plan != nil || scores != InstrumentScores() else {
        throw UsageFault(
          "ระบุผลตรวจ --items หรือคะแนนที่ทราบ ดูตัวอย่างที่ oitcheck score --help "
            + "/ give a report, --items or known scores; see oitcheck score --help")
      }
      let statement = ScoreStatement(edition: list, scores: scores, plan: plan, language: language)
      var lines = try remarks(report, list) + statement.total + statement.unattainable(indicators) + statement.items
      if let fix { lines += statement.mending(try ScoreInput.items(fix, list)) }
      if let target { lines += statement.way(to: target, costs: try ScoreInput.costs(cost, list)) }
      lines += statement.changes(indicators, since: try ScoreInput.indicators(before))
      Console.output(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }

  func validate() throws {
    for (name, value) in [
      ("iit", iit), ("eit", eit), ("eit1", eit1), ("eit2", eit2), ("oit", oit), ("target", target),
    ] {
      guard let value, !(0...100).contains(value) else { continue }
      throw ValidationError("--\(name) ต้องอยู่ระหว่าง 0 ถึง 100 / --\(name) must be between 0 and 100")
    }
    guard ScoreInput.others(others) != nil else {
      throw ValidationError("--others ต้องเป็น met, missing หรือ unknown / --others must be met, missing or unknown")
    }
    guard run == nil || items == nil else {
      throw ValidationError("ใช้ผลตรวจหรือ --items อย่างใดอย่างหนึ่ง / give a report or --items, not both")
    }
    guard (fix == nil && target == nil && cost.isEmpty) || run != nil || items != nil else {
      throw ValidationError(
        "--fix --target และ --cost ต้องมีผลรายข้อ (ผลตรวจ หรือ --items) / they need item results: a report or --items")
    }
  }

  /// The items with their verdicts, where any are given.
  private func plan(of report: AuditReport?, _ list: Edition) throws -> ScorePlan? {
    if let report {
      guard report.edition == list.year else {
        throw UsageFault(
          "ผลตรวจนี้ใช้รายการปี \(report.edition) ไม่ใช่ \(list.year) / this report is of edition \(report.edition)")
      }
      let verdicts = report.items.map { ($0.number, $0.verdict) }
      return ScorePlan(edition: list, verdicts: Dictionary(verdicts, uniquingKeysWith: { first, _ in first }))
    }
    return try items.map { text in
      let results = try ScoreInput.results(text, list)
      return ScorePlan(edition: list, verdicts: results.verdicts(for: list, others: ScoreInput.others(others) ?? .met))
    }
  }

  /// Each instrument from the one place where it is told.
  private func scores(_ indicators: IndicatorScores, _ plan: ScorePlan?, _ list: Edition) throws -> InstrumentScores {
    let hasParts = list.scoring.weights.contains { $0.instrument == "EIT1" }
    guard (eit1 == nil) == (eit2 == nil) else {
      throw UsageFault("ระบุ --eit1 และ --eit2 ทั้งคู่ / give both --eit1 and --eit2")
    }
    guard eit1 == nil || hasParts else {
      throw UsageFault("ปี \(list.year) EIT ไม่แบ่งส่วน ใช้ --eit / EIT of \(list.year) has no parts: use --eit")
    }
    let parts = eit1.flatMap { first in eit2.map { InstrumentScores.PublicView.parts(first: first, second: $0) } }
    let whole = try ScoreInput.one("EIT", eit, indicators.mean(of: "EIT"))
    let typed = try ScoreInput.one("OIT", oit, indicators.mean(of: "OIT"))
    guard typed == nil || plan == nil else {
      throw UsageFault("คะแนน OIT คิดจากผลรายข้อแล้ว ไม่ต้องระบุอีก / OIT comes from the items: do not give it again")
    }
    return InstrumentScores(
      iit: try ScoreInput.one("IIT", iit, indicators.mean(of: "IIT")), eit: parts ?? whole.map { .whole($0) },
      oit: plan?.oit ?? typed.map { ScoreRange($0) })
  }

  /// What must be known before the first number: an unofficial score, and how items without a result count.
  private func remarks(_ report: AuditReport?, _ list: Edition) throws -> [String] {
    if let items {
      let unnamed = list.items.count - (try ScoreInput.results(items, list)).verdicts.count
      let th = "ข้อที่ไม่ได้ระบุผล \(unnamed) ข้อ นับเป็น \(others)"
      let en = "\(unnamed) items without a result count as \(others)"
      return unnamed > 0 ? [Bilingual(th: th, en: en).text(in: language), ""] : []
    }
    guard let report, !report.official else { return [] }
    let th = "คะแนนไม่เป็นทางการ: ใช้รายการของปี \(list.year) ตัดสินข้อมูลของปีงบประมาณ พ.ศ. \(report.judgedFiscalYear)"
    let en = "Unofficial score: the list of \(list.year) was used to judge fiscal year \(report.judgedFiscalYear)"
    return [Bilingual(th: th, en: en).text(in: language), ""]
  }
}

/// The score of a list of verdicts: item → sub-indicator → indicator → OIT by plain means, unweighted by the number
/// of items (seeds 002, 003). Only `met` earns; what could not be judged widens the score into a range.
package struct Scorer: Sendable {
  private let edition: Edition
  private let language: Language

  /// - Parameter language: of the titles and of the remark.
  package init(edition: Edition, language: Language = .th) {
    self.edition = edition
    self.language = language
  }

  /// What one item of a sub-indicator is worth, of OIT 100.
  package func points(ofItemIn sub: String) -> Double {
    for indicator in edition.indicators {
      guard indicator.subIndicators.contains(where: { $0.id == sub }) else { continue }
      let items = edition.items.count { $0.sub == sub }
      guard items > 0 else { return 0 }
      return 100 / Double(edition.indicators.count) / Double(indicator.subIndicators.count) / Double(items)
    }
    return 0
  }

  /// Scores verdicts by item number; an item without a verdict counts as not met.
  package func score(_ verdicts: [String: Verdict]) -> Score {
    var subs: [Score.Part] = []
    var indicators: [Score.Part] = []
    for indicator in edition.indicators {
      let parts = indicator.subIndicators.map { part(of: $0, verdicts) }
      subs += parts
      indicators.append(
        Score.Part(
          id: indicator.id, title: indicator.title.text(in: language), score: mean(parts.map(\.score)),
          high: mean(parts.map(\.high)), items: parts.reduce(0) { $0 + $1.items },
          met: parts.reduce(0) { $0 + $1.met }))
    }
    let note =
      edition.scoring.item == "all-or-nothing"
      ? nil
      : Bilingual(
        th: "เกณฑ์คะแนนบางส่วนของปีนี้ยังไม่ยืนยัน จึงคิด 0 หรือ 100 ต่อข้อ",
        en: "This year's rule of partial credit is not confirmed: an item counts 0 or 100"
      ).text(in: language)
    return Score(
      bySubIndicator: subs.map(rounded), byIndicator: indicators.map(rounded),
      oit: round(mean(indicators.map(\.score))), oitHigh: round(mean(indicators.map(\.high))), note: note)
  }

  private func part(of sub: SubIndicator, _ verdicts: [String: Verdict]) -> Score.Part {
    let items = edition.items.filter { $0.sub == sub.id }.map { verdicts[$0.number] ?? .missing }
    let met = items.count { $0.earnsPoints }
    let open = items.count { $0.leavesPointsOpen }
    let whole = Double(max(1, items.count))
    return Score.Part(
      id: sub.id, title: sub.title.text(in: language), score: 100 * Double(met) / whole,
      high: 100 * Double(met + open) / whole,
      items: items.count, met: met)
  }

  private func rounded(_ part: Score.Part) -> Score.Part {
    var part = part
    part.score = round(part.score)
    part.high = round(part.high)
    return part
  }

  private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Two decimals, as the official results are printed.
  private func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}

import AuditCore
import ThaiText

/// What `oitcheck score` prints: the instruments with their weights, the total, the rating and why it is open, then OIT
/// item by item, what mending would bring, and the way to a target. One line each, without colours.
package struct ScoreStatement: Sendable {
  let edition: Edition
  let scores: InstrumentScores
  let plan: ScorePlan?
  let language: Language

  package init(edition: Edition, scores: InstrumentScores, plan: ScorePlan?, language: Language) {
    self.edition = edition
    self.scores = scores
    self.plan = plan
    self.language = language
  }

  var rating: Rating { Rating(scores, by: edition.scoring) }

  func say(_ th: String, _ en: String) -> String { Bilingual(th: th, en: en).text(in: language) }

  // MARK: - Total and rating

  package var total: [String] {
    let year = edition.year
    var lines = [say("คะแนน ITA ตามหลักเกณฑ์ปี \(year)", "ITA score by the rules of \(year)"), ""]
    let rating = rating
    for share in shown(rating.shares) {
      let unseen = share.seen ? "" : say("  (น้ำหนักยังไม่ยืนยัน)", "  (weight not confirmed)")
      lines.append(
        "  " + padded(share.instrument, 6) + padded(Self.figure(share.score), 16)
          + "× \(Self.points(share.percent)) % = " + Self.figure(share.points) + unseen)
    }
    lines.append("  " + padded(say("รวม", "Total"), 6) + Self.figure(rating.total))
    return lines + [""] + ratingLines(rating) + notes
  }

  /// The two parts of EIT are one line where only their mean is known.
  private func shown(_ shares: [Rating.Share]) -> [Rating.Share] {
    let parts = shares.filter { $0.instrument == "EIT1" || $0.instrument == "EIT2" }
    guard case .whole(let mean)? = scores.eit, parts.count == 2, Set(parts.map(\.percent)).count == 1 else {
      return shares
    }
    return shares.compactMap { share in
      guard share.instrument != "EIT2" else { return nil }
      guard share.instrument == "EIT1" else { return share }
      var whole = share
      whole.instrument = "EIT"
      whole.percent *= 2
      whole.score = ScoreRange(mean)
      whole.points = whole.score.weighted(whole.percent)
      return whole
    }
  }

  private func ratingLines(_ rating: Rating) -> [String] {
    let label = say("ระดับ", "Rating")
    if let band = rating.settled { return ["\(label): \(name(band))"] }
    guard !rating.possible.isEmpty else {
      return ["\(label): " + say("ไม่ทราบเกณฑ์ระดับของปีนี้", "the bands of this year are not known")]
    }
    let names = rating.possible.map(name).joined(separator: say(" หรือ ", " or "))
    return ["\(label): " + say("ยังระบุไม่ได้ เป็นไปได้: ", "not determinable; possible: ") + names]
      + rating.doubts.map { "  - " + reason($0) }
  }

  private func name(_ band: Scoring.Band) -> String {
    band.name.text(in: language) + (band.confirmed ? "" : say(" (เส้นแบ่งยังไม่ยืนยัน)", " (cut not confirmed)"))
  }

  private func reason(_ doubt: Rating.Doubt) -> String {
    switch doubt {
    case .iit: say("ไม่ทราบคะแนน IIT (--iit)", "IIT is not known (--iit)")
    case .eit: say("ไม่ทราบคะแนน EIT (--eit หรือ --eit1 และ --eit2)", "EIT is not known (--eit, or --eit1 and --eit2)")
    case .oit: say("ไม่ทราบคะแนน OIT (ผลตรวจ --items หรือ --oit)", "OIT is not known (a report, --items or --oit)")
    case .parts:
      say(
        "ระดับขึ้นกับ EIT แต่ละส่วน ซึ่งทราบเพียงค่ารวม (--eit1 และ --eit2)",
        "the rating asks for each part of EIT, and only the whole is known (--eit1 and --eit2)")
    case .openItems:
      say("OIT เป็นช่วง เพราะมีข้อที่ยังตัดสินไม่ได้", "OIT is a range, as some items could not be judged")
    }
  }

  /// What is not sure about the rules themselves.
  private var notes: [String] {
    var notes: [String] = []
    for band in edition.scoring.bands where !band.confirmed {
      let from = Figures.fixed(band.from, decimals: 2)
      notes.append(
        say(
          "หมายเหตุ: เส้นแบ่งระดับ \(band.name.th) ที่ \(from) ยังไม่ยืนยัน (เอกสารทางการที่พบพิมพ์เพียง 85–100)",
          "Note: the cut of “\(band.name.en)” at \(from) is not confirmed (the official table seen prints 85–100 only)")
      )
    }
    if edition.scoring.item != "all-or-nothing" {
      notes.append(
        say(
          "หมายเหตุ: ปีนี้มีข้อที่ให้คะแนนบางส่วนซึ่งไม่ทราบหลักเกณฑ์ จึงคิด 0 หรือ 100 ต่อข้อ",
          "Note: this year knew partial credit by a rule that is not known; 0 or 100 an item is used"))
    }
    return notes
  }

  // MARK: - Figures

  static func figure(_ range: ScoreRange) -> String {
    let printed = range.printed
    let texts = (Figures.fixed(printed.low, decimals: 2), Figures.fixed(printed.high, decimals: 2))
    return texts.0 == texts.1 ? texts.0 : "\(texts.0)–\(texts.1)"
  }

  /// Points with at most three decimals.
  static func points(_ value: Double) -> String {
    var text = Figures.fixed(value, decimals: 3)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - ThaiWidth.columns(text)))
  }
}

import AuditCore

/// The part of a score statement that is about single items.
extension ScoreStatement {
  /// OIT by sub-indicator with what an item is worth, and the gaps by points.
  package var items: [String] {
    guard let plan else { return [] }
    var lines = ["", say("OIT รายตัวชี้วัดย่อย", "OIT by sub-indicator"), ""]
    for part in plan.score.bySubIndicator {
      let worth = edition.items.first { $0.sub == part.id }.map { edition.points(of: $0) } ?? 0
      let score = Self.figure(ScoreRange(low: part.score, high: part.high))
      let count = say("\(part.met)/\(part.items) ข้อ", "\(part.met)/\(part.items) items")
      let each = say("ข้อละ \(Self.points(worth)) คะแนน", "\(Self.points(worth)) points each")
      lines.append(
        "  " + padded(part.id, 6) + padded(score, 16) + padded(count, 14) + padded(each, 20) + title(of: part))
    }
    for part in plan.score.byIndicator {
      let score = Self.figure(ScoreRange(low: part.score, high: part.high))
      lines.append("  " + padded(part.id, 6) + padded(score, 50) + title(of: part))
    }
    return lines + list(plan.gaps, say("สิ่งที่ต้องแก้", "Gaps")) + list(plan.open, say("ยังตัดสินไม่ได้", "Still open"))
  }

  private func title(of part: Score.Part) -> String {
    let indicator = edition.indicators.first { $0.id == part.id }?.title
    let sub = edition.subIndicators.first { $0.id == part.id }?.title
    return (indicator ?? sub)?.text(in: language) ?? ""
  }

  private func list(_ items: [ItemRule], _ heading: String) -> [String] {
    guard let plan, !items.isEmpty else { return [] }
    let sum = Self.points(items.reduce(0) { $0 + edition.points(of: $1) })
    let head = say("\(heading) \(items.count) ข้อ รวม \(sum) คะแนน", "\(heading): \(items.count) items, \(sum) points")
    return ["", head, ""]
      + items.map { item in
        "  " + padded(item.number, 5) + padded(Self.points(edition.points(of: item)), 7)
          + padded(plan.verdict(item).name(language), 18) + item.title.text(in: language)
      }
  }

  /// What mending these items would bring.
  package func mending(_ numbers: [String]) -> [String] {
    guard let plan else { return [] }
    let mended = plan.mended(numbers)
    let after = ScoreStatement(edition: edition, scores: scores(with: mended), plan: mended, language: language)
    return [
      "", say("ถ้าแก้ \(numbers.joined(separator: ", "))", "If \(numbers.joined(separator: ", ")) were mended"), "",
    ]
      + comparison(plan, mended, after)
  }

  private func comparison(_ plan: ScorePlan, _ mended: ScorePlan, _ after: ScoreStatement) -> [String] {
    var lines = ["  " + padded("OIT", 6) + "\(Self.figure(plan.oit)) → \(Self.figure(mended.oit))"]
    let (before, then) = (rating.total, after.rating.total)
    lines.append("  " + padded(say("รวม", "Total"), 6) + "\(Self.figure(before)) → \(Self.figure(then))")
    let names = after.rating.possible.map { $0.name.text(in: language) }
    if !names.isEmpty {
      lines.append("  " + padded(say("ระดับ", "Rating"), 6) + names.joined(separator: say(" หรือ ", " or ")))
    }
    return lines
  }

  private func scores(with plan: ScorePlan) -> InstrumentScores {
    InstrumentScores(iit: scores.iit, eit: scores.eit, oit: plan.oit)
  }

  /// The cheapest set of gaps that reaches a target, or why there is none.
  package func way(to figure: Double, costs: [String: Int]) -> [String] {
    guard let plan else { return [] }
    let target = ScoreTarget(figure, of: plan, with: scores)
    let name = target.measure == .total ? say("คะแนนรวม ITA", "the ITA total") : "OIT"
    let goal = "\(name) \(Figures.fixed(figure, decimals: 2))"
    if target.needed == 0 { return ["", say("ได้ \(goal) อยู่แล้ว", "\(goal) is reached already")] }
    guard let items = plan.cheapest(bringing: target.needed, costs: costs) else {
      return ["", unreachable(plan, goal)]
    }
    let mended = plan.mended(items.map(\.number))
    let after = ScoreStatement(edition: edition, scores: scores(with: mended), plan: mended, language: language)
    let cost = items.reduce(0) { $0 + (costs[$1.number] ?? 1) }
    let price = costs.isEmpty ? "" : say(" ต้นทุนรวม \(cost)", ", cost \(cost)")
    return [
      "",
      say(
        "ทางที่ใช้น้อยที่สุดเพื่อให้ได้ \(goal): แก้ \(items.count) ข้อ\(price)",
        "The cheapest way to \(goal): mend \(items.count) items\(price)"), "",
    ]
      + items.map { item in
        "  " + padded(item.number, 5) + padded("+" + Self.points(edition.points(of: item)), 8)
          + item.title.text(in: language)
      } + comparison(plan, mended, after)
  }

  private func unreachable(_ plan: ScorePlan, _ goal: String) -> String {
    let all = plan.mended(plan.gaps.map(\.number))
    let after = ScoreStatement(edition: edition, scores: scores(with: all), plan: all, language: language)
    let (oit, total) = (Self.figure(all.oit), Self.figure(after.rating.total))
    return say(
      "แก้ทุกข้อที่ขาดแล้วก็ยังไม่ถึง \(goal): OIT ได้ \(oit) รวมได้ \(total)",
      "Even with every gap mended \(goal) is not reached: OIT \(oit), total \(total)")
  }

  /// What changed since an earlier year, indicator by indicator.
  package func changes(_ now: IndicatorScores, since earlier: IndicatorScores) -> [String] {
    let changes = now.changes(since: earlier)
    guard !changes.isEmpty else { return [] }
    return ["", say("เทียบกับปีก่อน", "Since the year before"), ""]
      + changes.map { change in
        let (before, after) = (earlier.scores[change.indicator] ?? 0, now.scores[change.indicator] ?? 0)
        let sign = change.change > 0 ? "+" : ""
        return "  " + padded("\(change.indicator)", 4) + padded(Figures.fixed(before, decimals: 2), 8) + "→ "
          + padded(Figures.fixed(after, decimals: 2), 8) + sign + Figures.fixed(change.change, decimals: 2)
      }
  }

  /// Published scores of 9 and 10 that no items of 0 or 100 add up to.
  package func unattainable(_ indicators: IndicatorScores) -> [String] {
    edition.indicators.compactMap { indicator in
      guard let score = Int(indicator.id).flatMap({ indicators.scores[$0] }) else { return nil }
      let attainable = AttainableScores(indicator)
      guard !attainable.contains(score) else { return nil }
      let (told, nearest) = (
        Figures.fixed(score, decimals: 2), Figures.fixed(attainable.nearest(to: score), decimals: 2)
      )
      return say(
        "หมายเหตุ: ตัวชี้วัดที่ \(indicator.id) คะแนน \(told) เกิดจากข้อละ 0 หรือ 100 ไม่ได้ (ใกล้ที่สุด \(nearest)) จึงมีข้อที่ได้คะแนนบางส่วน",
        "Note: \(told) of indicator \(indicator.id) cannot come from items of 0 or 100 (nearest: \(nearest)), so some items got partial credit"
      )
    }
  }
}

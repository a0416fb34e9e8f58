import AuditCore

/// What a town says of single items: the unit that mends each, and the ones that are waived.
struct DutyReader {
  let rules: RulePack
  /// The list whose numbers are meant.
  let edition: Int?

  /// `O12` is another duty in another year: without the year a waiver would one day excuse the wrong one.
  func demandEdition(_ map: RuleMapping) { _ = map.required("edition") }

  /// `O12: กองคลัง`.
  func units(_ node: RuleNode) -> [String: String] {
    var units: [String: String] = [:]
    for (key, value) in node.entries() ?? [] {
      guard isItem(key.name, at: value), let unit = value.line() else { continue }
      units[key.name] = unit
    }
    return units
  }

  /// Each with the reason and the person who decided it; a second one for the same item is a fault.
  func waivers(_ node: RuleNode) -> [String: Waiver] {
    var waivers: [String: Waiver] = [:]
    for entry in node.list(atMost: 200) ?? [] {
      guard let map = entry.mapping(of: ["item", "reason", "by", "until"]) else { continue }
      let item = map.required("item").flatMap { node in node.text().flatMap { isItem($0, at: node) ? $0 : nil } }
      let reason = map.required("reason")?.line(longest: 1_000)
      let by = map.required("by")?.line()
      let until = map["until"].flatMap { $0.day() }?.iso
      guard let item, let reason, let by else { continue }
      if waivers.updateValue(Waiver(reason: reason, by: by, until: until), forKey: item) != nil {
        entry.report(.duplicate, th: "ข้อ \(item) ยกเว้นไว้แล้ว", en: "item \(item) is waived already")
      }
    }
    return waivers
  }

  private func isItem(_ number: String, at node: RuleNode) -> Bool {
    let editions = edition.flatMap { rules.edition($0) }.map { [$0] } ?? rules.editions
    let numbers = editions.flatMap { $0.items.map(\.number) }
    if numbers.contains(number) { return true }
    let near = NearestWord.remark(on: number, in: numbers)
    let years = editions.map { "\($0.year)" }.joined(separator: ", ")
    node.report(
      .unknownItem, th: "ไม่มีข้อ “\(RuleNode.shown(number))” ในรายการปี \(years)\(near.th)",
      en: "no item “\(RuleNode.shown(number))” in edition \(years)\(near.en)")
    return false
  }
}

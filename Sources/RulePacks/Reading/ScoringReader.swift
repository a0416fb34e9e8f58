import AuditCore

/// The `scoring` of an edition: how an item counts, the weights of the instruments, the rating bands.
enum ScoringReader {
  static func scoring(_ node: RuleNode) -> Scoring? {
    guard let map = node.mapping(of: ["item", "weights", "bands", "source"]) else { return nil }
    let item = map.required("item")?.choice(of: ["all-or-nothing", "partial-unknown"]) ?? ""
    let weights = (map.required("weights")?.entries() ?? []).compactMap { weight($0.key.name, $0.value) }
    let bands = (map.required("bands")?.list() ?? []).compactMap(band)
    let source = map.required("source").flatMap(EditionReader.source) ?? RuleSource(seen: [], confidence: "")
    check(weights, at: map["weights"])
    check(bands, at: map["bands"])
    return Scoring(item: item, weights: weights, bands: bands, source: source)
  }

  /// `OIT: 40`, or `OIT: {percent: 40, seen: false}` where no source shows it.
  private static func weight(_ instrument: String, _ node: RuleNode) -> Scoring.Weight? {
    if node.node.mapping == nil {
      return node.number().map { Scoring.Weight(instrument: instrument, percent: $0) }
    }
    guard let map = node.mapping(of: ["percent", "seen"]), let percent = map.required("percent")?.number() else {
      return nil
    }
    return Scoring.Weight(instrument: instrument, percent: percent, seen: map["seen"]?.flag() ?? true)
  }

  private static func band(_ node: RuleNode) -> Scoring.Band? {
    guard let map = node.mapping(of: ["name", "from", "everyInstrument", "confirmed"]) else { return nil }
    let name = map.required("name")?.bilingual()
    let from = map.required("from")?.number()
    guard let name, let from else { return nil }
    return Scoring.Band(
      name: name, from: from, everyInstrument: map["everyInstrument"]?.number(),
      confirmed: map["confirmed"]?.flag() ?? true)
  }

  private static func check(_ weights: [Scoring.Weight], at node: RuleNode?) {
    let total = weights.reduce(0) { $0 + $1.percent }
    guard !weights.isEmpty, abs(total - 100) > 0.001 else { return }
    node?.report(.count, th: "น้ำหนักรวมได้ \(total) ไม่ใช่ 100", en: "the weights add up to \(total), not 100")
  }

  /// From the best down: a later band never starts above an earlier one.
  private static func check(_ bands: [Scoring.Band], at node: RuleNode?) {
    for (better, worse) in zip(bands, bands.dropFirst()) where worse.from > better.from {
      node?.report(
        .badValue, th: "ระดับ “\(worse.name.th)” เริ่มสูงกว่าระดับก่อนหน้า",
        en: "band “\(worse.name.en)” starts above the one before it")
    }
  }
}

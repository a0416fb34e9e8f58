/// Puts the findings on the several duties of one item together (ITA 2568 O16: the code of ethics, and putting it into
/// practice). What is disclosed is not told missing because its neighbour is: the item is then partial, and names the
/// duty that lacks and why.
struct JoinedDuties {
  let item: ItemRule
  let vocabulary: Vocabulary

  struct Part {
    let concept: ConceptID
    let finding: ItemFinding
  }

  func finding(_ parts: [Part]) -> ItemFinding {
    guard parts.count > 1 else {
      return parts.first?.finding ?? ItemFinding(item: item, verdict: .unknown, cause: .notSought, confidence: 1)
    }
    return item.joins == .any ? best(of: parts) : whole(parts)
  }

  /// Other names of one duty: the one that discloses it most speaks.
  private func best(of parts: [Part]) -> ItemFinding {
    Self.first(parts, in: [.met, .partial, .unknown, .outdated, .broken, .notDue, .missing]) ?? parts[0].finding
  }

  private func whole(_ parts: [Part]) -> ItemFinding {
    let held = parts.filter { $0.finding.verdict == .met || $0.finding.verdict == .partial }
    guard let main = held.first?.finding else {
      return Self.first(parts, in: [.broken, .outdated, .missing, .unknown, .notDue]) ?? parts[0].finding
    }
    let gaps = parts.filter { $0.finding.verdict.isGap && $0.finding.verdict != .partial }
    if gaps.isEmpty, let open = Self.first(parts, in: [.unknown, .notDue]) { return open }
    var joined = main
    joined.confidence = parts.map(\.finding.confidence).min() ?? main.confidence
    joined.weighed = parts.flatMap(\.finding.weighed)
    joined.missing = held.flatMap(\.finding.missing) + gaps.map(lack)
    joined.verdict = joined.missing.isEmpty ? .met : .partial
    for part in held.dropFirst() {
      joined.supporting += ([part.finding.best] + part.finding.supporting).compactMap { $0 }
        .filter { other in !([joined.best] + joined.supporting).contains { $0?.page == other.page } }
      joined.remarks += part.finding.remarks
    }
    joined.nearMisses = Array(gaps.flatMap { ([$0.finding.best] + $0.finding.nearMisses).compactMap { $0 } }.prefix(3))
    return joined
  }

  private static func first(_ parts: [Part], in order: [Verdict]) -> ItemFinding? {
    order.lazy.compactMap { verdict in parts.first { $0.finding.verdict == verdict }?.finding }.first
  }

  /// The duty that is not disclosed, as a missing element.
  private func lack(_ part: Part) -> ItemReport.MissingElement {
    let title = vocabulary.names(of: part.concept)?.title ?? item.title
    let why: Bilingual =
      switch part.finding.verdict {
      case .broken: Bilingual(th: "ลิงก์เสีย", en: "broken link")
      case .outdated: Bilingual(th: "ไม่เป็นปัจจุบัน", en: "of another period")
      default: Bilingual(th: "ไม่พบ", en: "not found")
      }
    return ItemReport.MissingElement(
      id: "duty-\(part.concept)", th: "\(title.th) (\(why.th))", en: "\(title.en) (\(why.en))")
  }
}

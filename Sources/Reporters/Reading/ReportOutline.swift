import AuditCore

/// What every format tells in the same order: the gaps by points at stake, what could not be judged, and the items by
/// sub-indicator.
struct ReportOutline {
  /// A sub-indicator with its items; the part is nil for items whose sub-indicator the score does not know.
  struct Section {
    var id: String
    var part: Score.Part?
    var items: [ItemReport]
  }

  /// Shortcomings, the costliest first; equal ones in the order of the list.
  let gaps: [ItemReport]
  /// Items that could not be judged, in the order of the list.
  let unjudged: [ItemReport]
  let notDue: [ItemReport]
  /// How many items have each verdict, in the contract's order, verdicts that occur only.
  let counts: [(verdict: Verdict, count: Int)]
  let sections: [Section]

  init(_ report: AuditReport) {
    let byPoints = report.items.enumerated().filter { $0.element.verdict.isGap }.sorted { one, other in
      (-one.element.pointsLost, one.offset) < (-other.element.pointsLost, other.offset)
    }
    gaps = byPoints.map(\.element)
    unjudged = report.items.filter { $0.verdict == .unknown }
    notDue = report.items.filter { $0.verdict == .notDue }
    counts = Verdict.allCases.compactMap { verdict in
      let count = report.items.count { $0.verdict == verdict }
      return count > 0 ? (verdict, count) : nil
    }
    sections = Self.sections(of: report)
  }

  /// The points that the gaps cost.
  var pointsLost: Double { gaps.reduce(0) { $0 + $1.pointsLost } }

  private static func sections(of report: AuditReport) -> [Section] {
    var sections = report.score.bySubIndicator.map { Section(id: $0.id, part: $0, items: []) }
    for item in report.items {
      if let place = sections.firstIndex(where: { $0.id == item.subIndicator }) {
        sections[place].items.append(item)
      } else {
        sections.append(Section(id: item.subIndicator, part: nil, items: [item]))
      }
    }
    return sections.filter { !$0.items.isEmpty }
  }
}

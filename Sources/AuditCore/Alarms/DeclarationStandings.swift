import ThaiText

/// What one run says of the town's own word about its duties, as the alarm policy weighs it. A duty of which a list
/// says nothing, and which is not found either, stands as not judged.
package struct DeclarationStandings: Sendable, Hashable {
  /// Whether the answer sheet names what is found; empty where there is no sheet.
  package var sheet: [ItemStanding] = []
  /// Whether the list on the town's site names what is found; empty where none was seen.
  package var list: [ItemStanding] = []
  /// Whether the sheet's addresses are good for their items.
  package var answers: [ItemStanding] = []

  package init() {}

  package init(of report: AuditReport) {
    let onSheet = report.declared.filter { $0.sheet != nil }
    let onList = report.declared.filter { $0.sheet == nil }
    if !onSheet.isEmpty {
      sheet = Self.standings(of: report, by: onSheet, Self.isNamed)
      answers = Self.standings(of: report, by: onSheet, Self.isGood)
    }
    if !onList.isEmpty { list = Self.standings(of: report, by: onList, Self.isNamed) }
  }

  private static func standings(
    of report: AuditReport, by answers: [DeclaredAnswer], _ verdict: (DeclaredAnswer.Status) -> Verdict
  ) -> [ItemStanding] {
    let byItem = Dictionary(answers.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    return report.items.map { item in
      var standing = ItemStanding(item)
      let answer = byItem[item.number]
      standing.verdict = item.verdict == .waived ? .waived : answer.map { verdict($0.status) } ?? .unknown
      if let url = answer?.urls.first { standing.address = url }
      return standing
    }
  }

  private static func isNamed(_ status: DeclaredAnswer.Status) -> Verdict { status == .notDeclared ? .missing : .met }

  private static func isGood(_ status: DeclaredAnswer.Status) -> Verdict {
    switch status {
    case .agrees: .met
    case .partial, .offSite: .partial
    case .outdated: .outdated
    case .broken, .wrongDocument: .broken
    case .noAddress: .missing
    case .notJudged, .notDeclared: .unknown
    }
  }
}

/// What changed between two runs, item by item: `oitcheck diff`, the gate `--fail-on new` and the nightly message
/// are views of this value.
///
/// Where rules, edition, program or judged fiscal year differ, the caller judges the old snapshot again (with the new
/// run's rules, edition, program and fiscal year, on the old run's own day) and passes that report too: what differs
/// between the old report and the old snapshot judged again is then told apart from what differs on the site.
package struct ReportComparison: Sendable, Codable {
  package static let currentSchema = "oitcheck.diff/1"

  package var schema: String
  package var old: Run
  package var new: Run
  /// What differs in the judging; empty where verdicts are comparable as they stand.
  package var judging: [JudgingBasis.Part]
  /// Whether the old snapshot was judged again for this comparison.
  package var judgedAgain: Bool
  /// In the order of the new report's items, then of `ItemChange.Kind`; what is no longer asked for comes last.
  package var changes: [ItemChange]
  /// Findings about the site as a whole, by kind and address.
  package var newFindings: [Finding]
  package var goneFindings: [Finding]

  /// One side of the comparison.
  package struct Run: Sendable, Codable {
    package var site: AuditReport.Site
    package var asOf: String
    package var recordedAt: String
    package var snapshotDigest: String
    package var basis: JudgingBasis
    package var oit: Double
    package var oitHigh: Double

    init(_ report: AuditReport) {
      site = report.site
      asOf = report.asOf
      recordedAt = report.snapshot.recordedAt
      snapshotDigest = report.snapshot.digest
      basis = report.basis
      oit = report.score.oit
      oitHigh = report.score.oitHigh
    }
  }

  /// - Parameters:
  ///   - rejudged: the old snapshot judged as `new` was; ignored where nothing about the judging differs.
  ///   - metEarlier: concepts that a run before `old` found met, for telling regained from newly found.
  package init(
    from old: AuditReport, to new: AuditReport, rejudged: AuditReport? = nil, metEarlier: Set<String> = []
  ) {
    schema = Self.currentSchema
    self.old = Run(old)
    self.new = Run(new)
    judging = new.basis.differences(from: old.basis)
    let again = judging.isEmpty ? nil : rejudged
    judgedAgain = again != nil
    let before = ItemPairing(old.items)
    let beforeAgain = ItemPairing(again?.items ?? [])
    let declarations = DeclarationComparison(from: again ?? old, to: new)
    changes = []
    for item in new.items {
      let comparison = ItemComparison(
        old: before.counterpart(of: item), rejudged: beforeAgain.counterpart(of: item), new: item,
        differences: judging, wasJudgedAgain: again != nil,
        wasMetEarlier: !metEarlier.isDisjoint(with: item.concepts))
      var found = comparison.changes
      found += comparison.changes(of: declarations)
      let order = ItemChange.Kind.allCases
      changes += order.flatMap { kind in found.filter { $0.kind == kind } }
    }
    changes += Self.noLongerAsked(old.items, in: ItemPairing(new.items))
    newFindings = Self.findings(of: new, notIn: old)
    goneFindings = Self.findings(of: old, notIn: new)
  }

  package func changes(of kind: ItemChange.Kind) -> [ItemChange] { changes.filter { $0.kind == kind } }

  /// Gaps that were none in the old run; what `--fail-on new` counts.
  package var newGaps: [ItemChange] { changes.filter(\.isNewGap) }

  package var isEmpty: Bool { changes.isEmpty && newFindings.isEmpty && goneFindings.isEmpty }

  private static func noLongerAsked(_ old: [ItemReport], in new: ItemPairing) -> [ItemChange] {
    old.filter { new.counterparts(of: $0).isEmpty }.map { item in
      var change = ItemComparison(
        old: item, rejudged: nil, new: item, differences: [], wasJudgedAgain: false, wasMetEarlier: false
      )
      .change(.noLongerAsked, from: item)
      change.after = nil
      change.causeAfter = nil
      change.addressesAfter = []
      return change
    }
  }

  private static func findings(of report: AuditReport, notIn other: AuditReport) -> [Finding] {
    let known = Set(other.findings.map { "\($0.kind.rawValue)\n\($0.url)" })
    return report.findings.filter { !known.contains("\($0.kind.rawValue)\n\($0.url)") }
  }
}

import AuditCore

/// A comparison as `diff.json` (`oitcheck.diff/1`), written the same way every time.
struct ComparisonDocument {
  private let comparison: ReportComparison

  init(_ comparison: ReportComparison) { self.comparison = comparison }

  var json: JSONValue {
    let counts = ItemChange.Kind.allCases.map { ($0.rawValue, JSONValue.int(comparison.changes(of: $0).count)) }
    return .object([
      "schema": .string(comparison.schema),
      "old": run(comparison.old),
      "new": run(comparison.new),
      "judging": .strings(comparison.judging.map(\.rawValue)),
      "judgedAgain": .bool(comparison.judgedAgain),
      "counts": .object(Dictionary(uniqueKeysWithValues: counts)),
      "newGaps": .strings(comparison.newGaps.map(\.number)),
      "changes": .array(comparison.changes.map(change)),
      "newFindings": .array(comparison.newFindings.map(finding)),
      "goneFindings": .array(comparison.goneFindings.map(finding)),
    ])
  }

  private func run(_ run: ReportComparison.Run) -> JSONValue {
    .object([
      "site": .object(["name": .string(run.site.name), "url": .string(run.site.url)]),
      "asOf": .string(run.asOf),
      "recordedAt": .string(run.recordedAt),
      "snapshot": .string(run.snapshotDigest),
      "edition": .int(run.basis.edition),
      "rulesDigest": .string(run.basis.rulesDigest),
      "toolVersion": .string(run.basis.toolVersion),
      "judgedFiscalYear": .int(run.basis.judgedFiscalYear),
      "oit": .number(run.oit),
      "oitHigh": .number(run.oitHigh),
    ])
  }

  private func change(_ change: ItemChange) -> JSONValue {
    .object([
      "kind": .string(change.kind.rawValue),
      "item": .string(change.number),
      "oldItem": .optional(change.oldNumber),
      "concepts": .strings(change.concepts),
      "title": .string(change.title),
      "before": .optional(change.before?.rawValue),
      "after": .optional(change.after?.rawValue),
      "causeBefore": .optional(change.causeBefore?.rawValue),
      "causeAfter": .optional(change.causeAfter?.rawValue),
      "points": .number(change.points),
      "dueDate": .optional(change.dueDate),
      "addressesBefore": .strings(change.addressesBefore),
      "addressesAfter": .strings(change.addressesAfter),
      "swapped": .array(
        change.swapped.map {
          .object(["url": .string($0.url), "before": .string($0.before), "after": .string($0.after)])
        }),
      "newlyMissing": .array(
        change.newlyMissing.map { .object(["id": .string($0.id), "th": .string($0.th), "en": .string($0.en)]) }),
      "answer": change.answer.map(answer) ?? .null,
      "because": .strings(change.because.map(\.rawValue)),
      "mayBeJudging": .bool(change.mayBeJudging),
      "isNewGap": .bool(change.isNewGap),
    ])
  }

  private func answer(_ answer: DeclaredAnswer) -> JSONValue {
    .object([
      "page": .string(answer.page), "urls": .strings(answer.urls), "status": .string(answer.status.rawValue),
      "why": .string(answer.why),
    ])
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .object([
      "kind": .string(finding.kind.rawValue), "url": .string(finding.url), "detail": .string(finding.detail),
    ])
  }
}

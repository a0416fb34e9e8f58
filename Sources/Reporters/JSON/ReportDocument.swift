import AuditCore

/// The report as the contract lays it out, every key present, `null` where there is nothing.
struct ReportDocument {
  private let report: AuditReport

  init(_ report: AuditReport) { self.report = report }

  var value: JSONValue {
    .object([
      "schema": .string(report.schema),
      "tool": .object(["version": .string(report.tool.version)]),
      "edition": .int(report.edition),
      "editionConfidence": .string(report.editionConfidence),
      "rulesDigest": .string(report.rulesDigest),
      "asOf": .string(report.asOf),
      "judgedFiscalYear": .int(report.judgedFiscalYear),
      "official": .bool(report.official),
      "language": .string(report.language.rawValue),
      "site": .object(["name": .string(report.site.name), "url": .string(report.site.url)]),
      "snapshot": .object([
        "digest": .string(report.snapshot.digest), "recordedAt": .string(report.snapshot.recordedAt),
      ]),
      "coverage": coverage,
      "stopReason": .string(report.stopReason),
      "items": .array(report.items.map { ItemDocument($0).value }),
      "declared": .array(report.declared.map(declared)),
      "findings": .array(
        report.findings.map { finding in
          .object([
            "kind": .string(finding.kind.rawValue), "url": .string(finding.url), "detail": .string(finding.detail),
          ])
        }),
      "score": score,
    ])
  }

  private var coverage: JSONValue {
    let coverage = report.coverage
    return .object([
      "known": .int(coverage.known), "fetched": .int(coverage.fetched),
      "refusedByRobots": .int(coverage.refusedByRobots), "failed": .int(coverage.failed),
      "overBudget": .int(coverage.overBudget), "estimatedUnseen": .int(coverage.estimatedUnseen),
      "sufficient": .bool(coverage.sufficient),
    ])
  }

  private func declared(_ answer: DeclaredAnswer) -> JSONValue {
    var members: [String: JSONValue] = [
      "item": .string(answer.item), "page": .string(answer.page), "urls": .strings(answer.urls),
      "explanation": .string(answer.explanation), "status": .string(answer.status.rawValue),
      "why": .string(answer.why),
    ]
    if let sheet = answer.sheet { members["sheet"] = .string(sheet) }
    return .object(members)
  }

  private var score: JSONValue {
    .object([
      "bySubIndicator": .array(report.score.bySubIndicator.map(part)),
      "byIndicator": .array(report.score.byIndicator.map(part)),
      "oit": .number(report.score.oit), "oitHigh": .number(report.score.oitHigh),
      "note": .optional(report.score.note),
    ])
  }

  private func part(_ part: Score.Part) -> JSONValue {
    .object([
      "id": .string(part.id), "title": .string(part.title), "score": .number(part.score), "high": .number(part.high),
      "items": .int(part.items), "met": .int(part.met),
    ])
  }
}

import AuditCore

/// One entry of `items` in report.json.
struct ItemDocument {
  private let item: ItemReport

  init(_ item: ItemReport) { self.item = item }

  var value: JSONValue {
    .object([
      "number": .string(item.number),
      "key": .string(item.key),
      "concept": .string(item.concept),
      "concepts": .strings(item.concepts),
      "title": .string(item.title),
      "subIndicator": .string(item.subIndicator),
      "verdict": .string(item.verdict.rawValue),
      "cause": .optional(item.cause?.rawValue),
      "confidence": .number(item.confidence),
      "points": .number(item.points),
      "pointsLost": .number(item.pointsLost),
      "dueDate": .optional(item.dueDate),
      "summary": .string(item.summary),
      "missingElements": .array(
        item.missingElements.map { element in
          .object(["id": .string(element.id), "th": .string(element.th), "en": .string(element.en)])
        }),
      "period": .object([
        "required": .optional(item.period.required), "found": .optional(item.period.found),
      ]),
      "searched": .object([
        "pages": .int(item.searched.pages), "documents": .int(item.searched.documents),
        "names": .strings(item.searched.names),
      ]),
      "evidence": .array(item.evidence.map(evidence)),
      "nearMisses": .array(
        item.nearMisses.map { near in
          .object(["url": .string(near.url), "quote": .string(near.quote), "why": .string(near.why)])
        }),
      "remedy": .string(item.remedy),
      "responsible": .string(item.responsible),
      "waiver": waiver,
    ])
  }

  private func evidence(_ evidence: Evidence) -> JSONValue {
    .object([
      "url": .string(evidence.url), "clickPath": .strings(evidence.clickPath), "quote": .string(evidence.quote),
      "element": .optional(evidence.element), "mediaType": .string(evidence.mediaType),
      "sha256": .string(evidence.sha256), "fetchedAt": .string(evidence.fetchedAt),
    ])
  }

  private var waiver: JSONValue {
    guard let waiver = item.waiver else { return .null }
    return .object([
      "reason": .string(waiver.reason), "by": .string(waiver.by), "until": .optional(waiver.until),
    ])
  }
}

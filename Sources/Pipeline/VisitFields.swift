import AuditCore
import WebURL

/// The facts about a visit that no HTTP message holds, as `application/warc-fields` of a metadata record.
enum VisitFields {
  static let outcome = "oitcheck-outcome"

  static func fields(of visit: Visit) -> [HTTPField] {
    var fields: [HTTPField] = []
    func add(_ name: String, _ value: String) { fields.append(HTTPField(name: name, value: value)) }
    switch visit.outcome {
    case .delivered: add(outcome, "delivered")
    case .redirected(_, let target):
      add(outcome, "redirected")
      if let target { add("oitcheck-target", target.href) }
    case .refused: add(outcome, "refused")
    case .forbiddenByRobots: add(outcome, "forbidden-by-robots")
    case .failed(let failure, let detail):
      add(outcome, "failed")
      add("oitcheck-failure", failure.rawValue)
      add("oitcheck-detail", detail)
    case .leftOut(let reason):
      add(outcome, "left-out")
      add("oitcheck-reason", reason)
    }
    if let via = visit.via { add("via", via.href) }
    add("oitcheck-purpose", visit.purpose.rawValue)
    if let remark = visit.remark { add("oitcheck-remark", remark) }
    return fields
  }

  /// The outcome of a visit without an exchange; nil where the fields are of another kind.
  static func outcome(in fields: [HTTPField]) -> Visit.Outcome? {
    switch fields[outcome] {
    case "forbidden-by-robots": .forbiddenByRobots
    case "failed":
      .failed(
        fields["oitcheck-failure"].flatMap(FetchFailure.init(rawValue:)) ?? .other,
        detail: fields["oitcheck-detail"] ?? "")
    case "left-out": .leftOut(reason: fields["oitcheck-reason"] ?? "")
    default: nil
    }
  }

  static func via(in fields: [HTTPField]) -> WebURL? {
    fields["via"].flatMap { WebURL(parsing: $0) }
  }

  static func purpose(in fields: [HTTPField]) -> Visit.Purpose {
    fields["oitcheck-purpose"].flatMap(Visit.Purpose.init(rawValue:)) ?? .page
  }

  static func remark(in fields: [HTTPField]) -> String? { fields["oitcheck-remark"] }
}

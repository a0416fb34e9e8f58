import AuditCore
import Foundation

/// A report taken apart so that what is the same every night can be stored once: items without their evidence, and
/// evidence without the time of fetching. Put together again it is the same value, field by field.
struct ReportParts {
  /// The report without items, declared answers and findings.
  var head: String
  var declared: String
  var findings: String
  var items: [Item]

  struct Item {
    var concept: String
    var verdict: String
    /// Pages and documents searched, which change with every page the site adds.
    var pages: Int
    var documents: Int
    var json: String
    var evidence: [Quotation]
  }

  struct Quotation {
    var json: String
    var fetchedAt: String
  }

  init(_ report: AuditReport) throws {
    var rest = report
    rest.items = []
    rest.declared = []
    rest.findings = []
    head = try Self.encoded(rest)
    declared = try Self.encoded(report.declared)
    findings = try Self.encoded(report.findings)
    items = try report.items.map { item in
      var bare = item
      bare.evidence = []
      bare.searched.pages = 0
      bare.searched.documents = 0
      let evidence = try item.evidence.map { quotation in
        var timeless = quotation
        timeless.fetchedAt = ""
        return Quotation(json: try Self.encoded(timeless), fetchedAt: quotation.fetchedAt)
      }
      return Item(
        concept: item.concept, verdict: item.verdict.rawValue, pages: item.searched.pages,
        documents: item.searched.documents, json: try Self.encoded(bare), evidence: evidence)
    }
  }

  init(head: String, declared: String, findings: String, items: [Item]) {
    self.head = head
    self.declared = declared
    self.findings = findings
    self.items = items
  }

  func report() throws -> AuditReport {
    var report = try Self.decoded(AuditReport.self, head)
    report.declared = try Self.decoded([DeclaredAnswer].self, declared)
    report.findings = try Self.decoded([Finding].self, findings)
    report.items = try items.map { part in
      var item = try Self.decoded(ItemReport.self, part.json)
      item.searched.pages = part.pages
      item.searched.documents = part.documents
      item.evidence = try part.evidence.map { quotation in
        var evidence = try Self.decoded(Evidence.self, quotation.json)
        evidence.fetchedAt = quotation.fetchedAt
        return evidence
      }
      return item
    }
    return report
  }

  /// Sorted keys: the same value gives the same text, which is what lets it be stored once.
  static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }
}

import AuditCore
import Foundation
import Reporters
import TestSupport
import Testing

/// `Rules/report.schema.json` against the reports and against the words of the model.
@Suite struct ReportSchemaTests {
  private let schema: JSONNode

  init() throws {
    let file = Folders.package.appending(path: "Rules/report.schema.json")
    schema = try JSONDecoder().decode(JSONNode.self, from: Data(contentsOf: file))
  }

  private func faults(_ report: AuditReport) throws -> [String] {
    let bytes = JSONReporter(options: ReportOptions()).bytes(for: report)
    return try SchemaCheck(schema: schema).faults(of: JSONDecoder().decode(JSONNode.self, from: Data(bytes)))
  }

  @Test("The sample reports fit the schema")
  func valid() throws {
    #expect(try faults(SampleReport.small(language: .th)).isEmpty)
    #expect(try faults(SampleReport.small(language: .en)).isEmpty)
    #expect(try faults(HostileReport.empty).isEmpty)
  }

  @Test("A cause without the verdict unknown, a bad day, a bad digest and too many points do not fit")
  func invalid() throws {
    let changes: [(inout AuditReport) -> Void] = [
      { $0.items[0].cause = .robots }, { $0.items[3].cause = nil }, { $0.asOf = "15/06/2566" },
      { $0.snapshot.digest = "md5:1" }, { $0.items[0].points = 101 }, { $0.items[0].number = "ข้อ 1" },
      { $0.schema = "oitcheck.report/2" }, { $0.score.oit = .nan },
    ]
    for (place, change) in changes.enumerated() {
      var report = SampleReport.small()
      change(&report)
      #expect(try faults(report).count >= 1, "change \(place)")
    }
  }

  @Test("Every key that the reporter writes is described, and all of them are required")
  func complete() throws {
    let item = try #require(schema["$defs"]?["item"])
    for rule in [schema, item] {
      guard case .object(let properties) = rule["properties"] else { throw Absent.properties }
      #expect(Set(rule["required"]?.elements.compactMap(\.text) ?? []) == Set(properties.keys))
    }
    let bytes = JSONReporter(options: ReportOptions()).bytes(for: SampleReport.small())
    let written = try JSONDecoder().decode(JSONNode.self, from: Data(bytes))
    for (value, rule) in [(written, schema), (try #require(written["items"]?[0]), item)] {
      guard case .object(let members) = value, case .object(let properties) = rule["properties"] else {
        throw Absent.properties
      }
      #expect(Set(members.keys) == Set(properties.keys))
    }
  }

  @Test("The schema's words are the model's words")
  func words() throws {
    let definitions = try #require(schema["$defs"])
    func words(_ node: JSONNode?) -> [String] { node?["enum"]?.elements.compactMap(\.text) ?? [] }
    #expect(Set(words(definitions["verdict"])) == Set(Verdict.allCases.map(\.rawValue)))
    #expect(Set(words(definitions["cause"])) == Set(UnknownCause.allCases.map(\.rawValue)))
    let kinds = words(definitions["finding"]?["properties"]?["kind"])
    #expect(Set(kinds) == Set(Finding.Kind.allCases.map(\.rawValue)))
    let statuses = words(definitions["declared"]?["properties"]?["status"])
    #expect(statuses.count == 9)
    #expect(statuses.allSatisfy { DeclaredAnswer.Status(rawValue: $0) != nil })
    #expect(schema["properties"]?["schema"]?["const"] == .string(AuditReport.currentSchema))
  }

  private enum Absent: Error { case properties }
}

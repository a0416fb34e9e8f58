import AuditCore
import Foundation
import Reporters
import Testing

@Suite struct JSONReporterTests {
  private func bytes(_ report: AuditReport) -> [UInt8] { JSONReporter(options: ReportOptions()).bytes(for: report) }

  private func node(_ report: AuditReport) throws -> JSONNode {
    try JSONDecoder().decode(JSONNode.self, from: Data(bytes(report)))
  }

  @Test("A report is read back from its own JSON and written again as the same bytes")
  func roundTrip() throws {
    for report in [SampleReport.small(), HostileReport.full, HostileReport.empty] {
      let written = bytes(report)
      let decoded = try JSONDecoder().decode(AuditReport.self, from: Data(written))
      #expect(bytes(decoded) == written)
    }
  }

  @Test("What the contract shows as null is written as null, not left out")
  func explicitNulls() throws {
    let report = try node(SampleReport.small())
    let item = try #require(report["items"]?[0])
    for key in ["cause", "dueDate", "waiver"] { #expect(item[key] == .null, "\(key)") }
    #expect(item["period"] == .object(["required": .null, "found": .null]))
    #expect(item["evidence"]?[0]?["element"] == .null)
    #expect(report["score"]?["note"] == .null)
    var waived = SampleReport.small()
    waived.items[0].waiver = Waiver(reason: "", by: "", until: nil)
    #expect(try node(waived)["items"]?[0]?["waiver"]?["until"] == .null)
  }

  @Test("Every field of the model stands in the file")
  func nothingForgotten() throws {
    let written = try node(SampleReport.small())
    let model = try JSONDecoder().decode(JSONNode.self, from: JSONEncoder().encode(SampleReport.small()))
    #expect(Self.absent(in: written, from: model, at: "$").isEmpty)
  }

  @Test("Keys are sorted by their bytes, slashes stay, the file ends with one line end")
  func layout() throws {
    let text = String(decoding: bytes(SampleReport.small()), as: UTF8.self)
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains("http://www.example-town.example/"))
    #expect(!text.contains("\\/"))
    let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first
    }
    #expect(top.count == 17)
    #expect(top == top.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("Characters that could hide or reorder text are escaped, and read back as they were")
  func hiddenCharacters() throws {
    var report = SampleReport.small()
    report.site.name = "ก\u{202E}ข\u{1B}[31m\u{9B}2J\u{2028}\u{0}\u{E0041}\"\\/\t😀"
    let written = bytes(report)
    let text = String(decoding: written, as: UTF8.self)
    let hidden: [Unicode.Scalar] = ["\u{202E}", "\u{1B}", "\u{9B}", "\u{2028}", "\u{0}", "\u{E0041}", "\t"]
    #expect(!text.unicodeScalars.contains { hidden.contains($0) })
    #expect(text.contains(#"ก\u202eข\u001b[31m\u009b2J\u2028\u0000\udb40\udc41\"\\/\t😀"#))
    #expect(try JSONDecoder().decode(AuditReport.self, from: Data(written)).site.name == report.site.name)
  }

  @Test("What JSON has no number for is null")
  func noNumber() throws {
    var report = SampleReport.small()
    report.items[0].confidence = .nan
    report.score.oit = .infinity
    let written = try node(report)
    #expect(written["items"]?[0]?["confidence"] == .null)
    #expect(written["score"]?["oit"] == .null)
  }

  private static func absent(in written: JSONNode, from model: JSONNode, at place: String) -> [String] {
    switch model {
    case .object(let members):
      members.flatMap { key, value in
        written[key].map { absent(in: $0, from: value, at: "\(place).\(key)") } ?? ["\(place).\(key)"]
      }
    case .array(let values):
      values.enumerated().flatMap { offset, value in
        written[offset].map { absent(in: $0, from: value, at: "\(place)[\(offset)]") } ?? ["\(place)[\(offset)]"]
      }
    default: written == model ? [] : [place]
    }
  }
}

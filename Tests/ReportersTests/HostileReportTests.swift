import AuditCore
import Foundation
import Reporters
import Testing

/// What every format owes its reader when the site is hostile.
@Suite struct HostileReportTests {
  private func text(_ format: String, _ report: AuditReport) throws -> String {
    let type = try #require(ReporterList.reporter(for: format))
    let bytes = type.init(options: ReportOptions(scoring: SampleReport.scoring)).bytes(for: report)
    return try #require(String(validating: bytes, as: UTF8.self))
  }

  @Test(
    "No control, invisible or direction-changing character of a site reaches any format",
    arguments: ReporterList.textFormats)
  func noHiddenCharacters(format: String) throws {
    for report in [HostileReport.full, HostileReport.empty] {
      let text = try text(format, report)
      let body = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
      let hidden = body.first { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\r"
        case .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(hidden == nil)
    }
  }

  @Test("A report without items is still a report", arguments: ReporterList.textFormats)
  func noItems(format: String) throws {
    #expect(try !text(format, HostileReport.empty).isEmpty)
  }

  @Test("Texts without end stay bounded in every format made for people")
  func bounded() throws {
    for format in ReporterList.textFormats where format != "json" {
      let bytes = try text(format, HostileReport.huge).utf8.count
      #expect(bytes < 1_000_000, "\(format): \(bytes) bytes")
    }
  }

  @Test("The same report gives the same bytes", arguments: ReporterList.textFormats)
  func sameBytes(format: String) throws {
    #expect(try text(format, HostileReport.full) == text(format, HostileReport.full))
  }

  @Test(
    "Where the judged year is not the edition's own, the first line of every report says so",
    arguments: ReporterList.textFormats)
  func unofficial(format: String) throws {
    var report = SampleReport.small()
    report.judgedFiscalYear = 2567
    report.official = false
    let text = try text(format, report)
    if format == "json" {
      #expect(text.contains("\"official\": false"))
    } else {
      let first = try #require(text.split(whereSeparator: \.isNewline).first)
      #expect(first.contains("ไม่เป็นทางการ"))
      #expect(first.contains("2566"))
      #expect(first.contains("2567"))
    }
    report.official = true
    report.editionConfidence = "draft"
    let draft = try self.text(format, report)
    #expect(format == "json" || draft.split(whereSeparator: \.isNewline).first?.contains("ฉบับร่าง") == true)
  }

  @Test("A sound report begins without a warning", arguments: ReporterList.textFormats)
  func sound(format: String) throws {
    #expect(try !text(format, SampleReport.small()).contains("ไม่เป็นทางการ"))
  }
}

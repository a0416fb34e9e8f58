import AuditCore
import Foundation
import Reporters
import TestSupport
import Testing

/// Every format of the small sample report against its file in `Goldens/`. `RECORD=1` writes them anew.
@Suite struct GoldenTests {
  private static let folder = Folders.package.appending(path: "Tests/ReportersTests/Goldens")
  private static let records = ProcessInfo.processInfo.environment["RECORD"] == "1"

  @Test(
    "Each format writes the sample report as its golden file shows",
    arguments: ReporterList.textFormats, Language.allCases)
  func goldens(format: String, language: Language) throws {
    let type = try #require(ReporterList.reporter(for: format))
    let bytes = type.init(options: ReportOptions(scoring: SampleReport.scoring))
      .bytes(for: SampleReport.small(language: language))
    let file = Self.folder.appending(path: "\(language.rawValue)-\(type.fileName)")
    if Self.records {
      try Data(bytes).write(to: file)
    }
    let golden = try Data(contentsOf: file)
    #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: golden, as: UTF8.self))
  }

  @Test("No golden file is left over from a format that is gone", .disabled(if: records, "the files are being written"))
  func leftOvers() throws {
    let expected = Set(
      ReporterList.all.filter { $0.isText }.flatMap { type in
        Language.allCases.map { "\($0.rawValue)-\(type.fileName)" }
      })
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(found) == expected)
  }
}

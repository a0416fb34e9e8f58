import Archive
import AuditCore
import Foundation
import Pipeline
import Reporters
import TestSupport
import Testing
import ThaiText

/// Every snapshot that comes with the project, judged against its expected reports. `RECORD=1` writes them anew.
@Suite("Snapshots")
struct SnapshotTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let folder: URL
    let edition: Int
    var testDescription: String { "\(folder.lastPathComponent) under \(edition)" }
    var expected: URL { folder.appending(path: "expected/\(edition).json") }
  }

  static let cases: [Case] = {
    let root = Folders.package.appending(path: "Snapshots")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return files.filter { $0.deletingLastPathComponent().lastPathComponent == "expected" && $0.pathExtension == "json" }
      .compactMap { file in
        Int(file.deletingPathExtension().lastPathComponent).map {
          Case(folder: file.deletingLastPathComponent().deletingLastPathComponent(), edition: $0)
        }
      }
      .sorted { ($0.folder.path, $0.edition) < ($1.folder.path, $1.edition) }
  }()

  @Test("There is a snapshot to judge")
  func existence() {
    #expect(!Self.cases.isEmpty)
  }

  @Test("A snapshot gives its expected report, byte for byte", arguments: cases)
  func expectedReport(of one: Case) throws {
    let bytes = try Self.reportBytes(of: one)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(bytes).write(to: one.expected)
    }
    #expect(try Data(contentsOf: one.expected) == Data(bytes))
  }

  @Test("Judging twice gives the same bytes", arguments: cases)
  func determinism(of one: Case) throws {
    #expect(try Self.reportBytes(of: one) == Self.reportBytes(of: one))
  }

  private static func reportBytes(of one: Case) throws -> [UInt8] {
    let pack = try RuleShelf.load(explicit: Folders.package.appending(path: "Rules").path)
    let site = try RecordedSite.read(folder: SnapshotFolder(at: one.folder.path))
    let edition = try #require(pack.edition(one.edition))
    let day = site.manifest.judgeAs.flatMap { CivilDate(iso: $0.asOf) } ?? site.manifest.recordedAt.thaiDay
    let judgement = Judgement(
      rules: pack, edition: edition, asOf: day, fiscalYear: nil, language: .th,
      recognizer: Recognition.recognizer(for: pack))
    return JSONReporter(options: ReportOptions()).bytes(for: judgement.report(on: site))
  }
}

import Foundation
import Testing

/// The main job, whole: the bundled town crawled again from its archive, judged and reported.
@Suite("Audit")
struct AuditTests {
  @Test("A replay of the bundled town gives the verdicts of its expected report, and leaves every file")
  func replay() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["audit", "--replay", BundledTown.folder.path, "--output", folder.path("a"), "--quiet"])
    #expect(run.code == 1)
    #expect(run.output.isEmpty)
    for name in ["report.json", "gaps.csv", "answers.csv", "snapshot/manifest.json", "snapshot/site.warc.gz"] {
      #expect(FileManager.default.fileExists(atPath: folder.path("a/" + name)), "\(name)")
    }
    let expected = try verdicts(at: BundledTown.folder.appending(path: "expected/2566.json"))
    #expect(expected.count == 43)
    #expect(try verdicts(at: folder.url.appending(path: "a/report.json")) == expected)
  }

  @Test("Files of an audit can be read by their owner only")
  func privacy() throws {
    let folder = try TemporaryFolder()
    _ = try ProgramRun(["audit", "--replay", BundledTown.folder.path, "--output", folder.path("a"), "--quiet"])
    for name in ["a", "a/report.json", "a/snapshot", "a/snapshot/site.warc.gz"] {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
      #expect((mode ?? 0o777) & 0o077 == 0, "\(name)")
    }
  }

  @Test("--fail-on decides about exit code 1")
  func gates() throws {
    let town = BundledTown.folder.path
    #expect(try ProgramRun(["judge", town, "--fail-on", "missing"]).code == 1)
    #expect(try ProgramRun(["judge", town, "--fail-on", "waived"]).code == 0)
    #expect(try ProgramRun(["judge", town, "--max-unknown", "0"]).code == 2)
  }

  @Test("A budget that is hit is named, and what it left open gives exit code 3")
  func budget() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun([
      "audit", "--replay", BundledTown.folder.path, "--output", folder.path("a"), "--max-pages", "12",
      "--max-unknown", "100", "--quiet",
    ])
    #expect(run.code == 3)
    let report = try String(contentsOf: folder.url.appending(path: "a/report.json"), encoding: .utf8)
    #expect(report.utf8.count > 1_000)
    #expect(report.split(separator: "\n").contains { $0.hasSuffix("\"stopReason\": \"max-pages\",") })
  }

  @Test("rules match answers line by line, in order, and keeps the ids")
  func match() throws {
    let lines = """
      {"id":"a","text":"ประกาศเจตนารมณ์นโยบาย No Gift Policy ประจำปีงบประมาณ 2566"}
      {"id":2,"text":"กิจกรรมวันเด็ก"}
      """
    let run = try ProgramRun(["rules", "match", "--edition", "2566"], input: lines)
    #expect(run.code == 0)
    let out = run.output.split(separator: "\n")
    #expect(out.count == 2)
    #expect(out.first?.hasPrefix("{\"concepts\":[\"no_gift_policy\"]") ?? false)
    #expect(out.last?.split(separator: ",").contains("\"item\":null") ?? false)
  }

  @Test(
    "rules list, show, check and diff print and succeed",
    arguments: [
      ["rules", "list"], ["rules", "show", "O31"], ["rules", "check"], ["rules", "diff", "2566", "2568"],
      ["rules", "list", "--edition", "2568", "--language", "en"],
    ])
  func rules(arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    #expect(run.code == 0)
    #expect(!run.output.isEmpty)
  }

  private func verdicts(at file: URL) throws -> [String: String] {
    struct Item: Decodable {
      var number: String
      var verdict: String
    }
    struct Report: Decodable { var items: [Item] }
    let report = try JSONDecoder().decode(Report.self, from: Data(contentsOf: file))
    return Dictionary(uniqueKeysWithValues: report.items.map { ($0.number, $0.verdict) })
  }
}

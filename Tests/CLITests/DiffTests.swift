import Foundation
import TestSupport
import Testing

/// `diff`, `history` and the gates against an earlier run, on the bundled town.
@Suite("Runs compared and kept")
struct DiffTests {
  private static let town = Folders.package.appending(path: "Snapshots/nongsai/2026-11-21").path

  /// The town's report in a folder, with single words of it replaced.
  private static func report(in folder: TemporaryFolder, _ name: String, replacing: [String: String] = [:]) throws {
    _ = try ProgramRun(["judge", town, "--format", "json", "--output", folder.path(name)])
    guard !replacing.isEmpty else { return }
    let file = URL(filePath: folder.path(name + "/report.json"))
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in replacing { text = text.replacingOccurrences(of: old, with: new) }
    try Data(text.utf8).write(to: file)
  }

  @Test("A run compared with itself has no change and passes the gate")
  func sameRun() throws {
    let folder = try TemporaryFolder()
    try Self.report(in: folder, "a")
    let run = try ProgramRun(["diff", folder.path("a"), folder.path("a"), "--fail-on", "new", "--language", "en"])
    #expect(run.code == 0)
    #expect(run.output.contains("Nothing changed."))
  }

  @Test("A verdict that is new gives exit code 1 with --fail-on new, known gaps give 0")
  func gate() throws {
    let folder = try TemporaryFolder()
    try Self.report(in: folder, "old")
    let known = try ProgramRun(
      ["judge", Self.town, "--baseline", folder.path("old"), "--fail-on", "new", "--format", "json", "--quiet"])
    #expect(known.code == 0)
    // In the earlier run everything that is missing now was met.
    try Self.report(in: folder, "better", replacing: ["\"verdict\": \"missing\"": "\"verdict\": \"met\""])
    let fresh = try ProgramRun(
      ["judge", Self.town, "--baseline", folder.path("better"), "--fail-on", "new", "--output", folder.path("out")])
    #expect(fresh.code == 1)
    #expect(FileManager.default.fileExists(atPath: folder.path("out/diff.json")))
  }

  @Test("What differs only by the fiscal year judged is never a new gap")
  func yearTurn() throws {
    let folder = try TemporaryFolder()
    try Self.report(in: folder, "june")
    _ = try ProgramRun(
      ["judge", Self.town, "--as-of", "2023-11-15", "--format", "json", "--output", folder.path("november")])
    try Folders.copy(URL(filePath: Self.town), to: URL(filePath: folder.path("june/snapshot")))
    let run = try ProgramRun(
      ["diff", folder.path("june"), folder.path("november"), "--format", "json", "--fail-on", "new"])
    #expect(run.code == 0)
    #expect(run.output.contains("\"judgedAgain\": true"))
    #expect(run.output.contains("\"newGaps\": []"))
  }

  @Test("Runs are kept, listed, shown, written again and exported with their recording")
  func history() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("kept/history.sqlite")
    for name in ["one", "two"] {
      let run = try ProgramRun(
        [
          "audit", "--replay", Self.town, "--output", folder.path(name), "--history", file, "--baseline", "last",
          "--fail-on", "new", "--quiet",
        ])
      #expect(run.code == 0, "\(run.errors)")
    }
    let list = try ProgramRun(["history", "list", "--history", file, "--json"])
    let runs = try #require(try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
    #expect(runs.count == 2)
    let show = try ProgramRun(["history", "show", "2", "--history", file, "--language", "en"])
    #expect(show.output.contains("1: Nothing changed."))
    let again = try ProgramRun(["report", "2", "--history", file, "--format", "json"])
    #expect(Data(again.output.utf8) == (try Data(contentsOf: URL(filePath: folder.path("two/report.json")))))
    let export = try ProgramRun(["history", "export", "--run", "2", folder.path("proof"), "--history", file])
    #expect(export.code == 0)
    let judged = try ProgramRun(["judge", folder.path("proof"), "--format", "json"])
    #expect(judged.output == again.output)
    let prune = try ProgramRun(["history", "prune", "--days", "0", "--months", "0", "--history", file])
    #expect(prune.code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path("one/snapshot")), "a recording elsewhere is not ours")
  }

  private static let wrongCommands: [([String], Int32)] = [
    (["history", "list", "--history", "no/such.sqlite"], 64), (["report", "7", "--history", "none"], 64),
    (["diff", "no-folder", "no-folder"], 74), (["judge", "x", "--fail-on", "new"], 64),
  ]

  @Test("What does not exist is one sentence and exit code 64 or 74", arguments: wrongCommands)
  func wrong(arguments: [String], code: Int32) throws {
    let run = try ProgramRun(arguments)
    #expect(run.code == code, "\(run.errors)")
    #expect(!run.errors.isEmpty)
  }
}

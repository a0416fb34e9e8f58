import Foundation
import TestSupport
import Testing

/// A disk without room for the history: told in one sentence with code 74, and nothing of before is lost.
@Suite("A full disk under the history", .enabled(if: OwnMounts.isPossible, "no mounts of one's own"))
struct FullDiskTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// - Parameters:
  ///   - output: the folder of the audit; its name where not given.
  ///   - more: further arguments.
  private func audit(
    into history: String, as name: String, output: String? = nil, _ more: [String] = []
  ) -> String {
    let program = OwnMounts.program(
      [
        "audit", "--replay", BundledTown.folder.path, "--quiet", "--output", folder.path(output ?? name), "--history",
        history,
        "--rules", Folders.package.appending(path: "Rules").path,
      ] + more)
    return told(program, as: name)
  }

  private func list(_ history: String, as name: String) -> String {
    told(OwnMounts.program(["history", "list", "--json", "--history", history]), as: name)
  }

  /// Keeps what a command says, and its exit code as the last line.
  private func told(_ command: String, as name: String) -> String {
    let file = folder.path(name + ".txt")
    return "{ \(command) || code=$?; echo \"code ${code:-0}\"; } > '\(file)' 2>&1; unset code"
  }

  /// Runs a script in a shell whose `disk` is small.
  /// - Returns: What the commands said, by name.
  private func onSmallDisk(_ lines: [String], names: [String]) throws -> [String: String] {
    let disk = folder.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let mount = "mount -t tmpfs -o size=2m none '\(disk)'; cd '\(disk)'"
    #expect(try OwnMounts.code(of: ([mount] + lines).joined(separator: "\n")) == 0)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try String(contentsOfFile: folder.path($0 + ".txt"), encoding: .utf8))
      })
  }

  private func count(_ list: String?) throws -> Int {
    let text = (list ?? "").split(separator: "\n").dropLast().joined(separator: "\n")
    return (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any])?.count ?? -1
  }

  private func expectFull(_ words: String?, _ history: String) {
    #expect(words?.contains("history \(history): cannot ") == true, "\(words ?? "")")
    #expect(words?.contains("free some space") == true && words?.hasSuffix("code 74\n") == true, "\(words ?? "")")
  }

  @Test("A history that cannot be opened, or made, ends an audit before it begins; what it holds is there again later")
  func opening() throws {
    let said = try onSmallDisk(
      [
        audit(into: "kept.sqlite", as: "first"), "cat /dev/zero > fill 2>/dev/null || true",
        audit(into: "kept.sqlite", as: "second"),
        audit(into: "new.sqlite", as: "third", output: "first", ["--overwrite"]),
        "rm fill", list("kept.sqlite", as: "list"), audit(into: "kept.sqlite", as: "fourth", output: "second"),
        list("kept.sqlite", as: "longer"),
      ], names: ["first", "second", "third", "list", "fourth", "longer"])
    #expect(said["first"] == "code 1\n")
    expectFull(said["second"], "kept.sqlite")
    expectFull(said["third"], "new.sqlite")
    #expect(FileManager.default.fileExists(atPath: folder.path("first/snapshot/manifest.json")))
    #expect(try count(said["list"]) == 1)
    #expect(said["fourth"] == "code 1\n")
    #expect(try count(said["longer"]) == 2)
  }

  @Test("A run that there is no room for is not kept, but its reports are written")
  func writing() throws {
    let said = try onSmallDisk(
      [
        audit(into: "kept.sqlite", as: "first"), "cat /dev/zero > fill 2>/dev/null || true",
        // Room to begin the run, and not to keep its report.
        "truncate -s -120K fill", audit(into: "kept.sqlite", as: "second", ["--edition", "2564"]),
        "rm fill", list("kept.sqlite", as: "list"), audit(into: "kept.sqlite", as: "third"),
        list("kept.sqlite", as: "longer"),
      ], names: ["first", "second", "list", "third", "longer"])
    expectFull(said["second"], "kept.sqlite")
    #expect(said["second"]?.contains("cannot keep run 2") == true, "\(said["second"] ?? "")")
    #expect(FileManager.default.fileExists(atPath: folder.path("second/report.json")))
    #expect(try count(said["list"]) == 1)
    #expect(said["third"] == "code 1\n")
    #expect(try count(said["longer"]) == 2)
  }
}

import Foundation
import TestSupport
import Testing

/// Bad input gets one clear sentence on standard error, the exit code of the contract, and costs no file.
@Suite("Bad input")
struct BadInputTests {
  private static let town = BundledTown.folder.path

  @Test(
    "What is no web address is refused with 64", arguments: ["not a url", "ftp://www.example.go.th", "http://", "x"])
  func noAddress(text: String) throws {
    let run = try ProgramRun(["audit", text])
    #expect(run.code == 64)
    #expect(!run.errors.isEmpty)
  }

  @Test("A host that does not resolve ends with 2 and says what to check")
  func unknownHost() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["audit", "http://no-such-host.invalid/", "--output", folder.path("a"), "--quiet"])
    #expect(run.code == 2)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("A server that is not there ends with 2")
  func nobodyListens() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["audit", "http://127.0.0.1:1/", "--output", folder.path("a"), "--delay", "0", "--quiet"])
    #expect(run.code == 2)
  }

  @Test("A snapshot cut off in the middle is refused with 74 and says how much of it is there")
  func cutSnapshot() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "cut")
    try Folders.copy(BundledTown.folder, to: copy)
    let archive = copy.appending(path: "site.warc.gz")
    let bytes = try Data(contentsOf: archive)
    try bytes.prefix(bytes.count / 2).write(to: archive)
    let run = try ProgramRun(["judge", copy.path])
    #expect(run.code == 74)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("A file that is no archive is refused with 74")
  func noArchive() throws {
    let folder = try TemporaryFolder()
    try Data("hello".utf8).write(to: folder.url.appending(path: "x.warc"))
    #expect(try ProgramRun(["judge", folder.path("x.warc")]).code == 74)
  }

  @Test("A snapshot that is not there is refused with 64")
  func nothingThere() throws {
    #expect(try ProgramRun(["judge", "no-such-folder"]).code == 64)
  }

  @Test("An edition that does not exist is refused with 64 and names those that do")
  func unknownEdition() throws {
    let run = try ProgramRun(["judge", Self.town, "--edition", "2599"])
    #expect(run.code == 64)
    #expect(run.errors.utf8.count < 400)
  }

  @Test("A rule file with a YAML error is refused with 64, file and line")
  func badRules() throws {
    let folder = try TemporaryFolder()
    let rules = folder.url.appending(path: "Rules")
    try Folders.copy(Folders.package.appending(path: "Rules"), to: rules)
    let file = rules.appending(path: "oit/2566.yml")
    try (String(contentsOf: file, encoding: .utf8) + "\nx: [\n").write(to: file, atomically: true, encoding: .utf8)
    let run = try ProgramRun(["judge", Self.town, "--rules", rules.path])
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("oitcheck: oit/2566.yml:"))
  }

  @Test("A folder with another audit in it is refused, and nothing in it changes")
  func foreignFolder() throws {
    let folder = try TemporaryFolder()
    let inside = folder.url.appending(path: "snapshot")
    try Folders.copy(BundledTown.folder, to: inside)
    let before = try Data(contentsOf: inside.appending(path: "site.warc.gz"))
    let run = try ProgramRun(["audit", "http://127.0.0.1:1/", "--output", folder.path, "--overwrite", "--quiet"])
    #expect(run.code == 64)
    #expect(try Data(contentsOf: inside.appending(path: "site.warc.gz")) == before)
  }

  @Test(
    "Options that make no sense are refused with 64",
    arguments: [
      ["judge", "x", "--as-of", "2566-13-01"], ["judge", "x", "--fiscal-year", "2023"],
      ["judge", "x", "--format", "word"],
      ["judge", "x", "--fail-on", "everything"], ["audit", "http://a.example", "--delay", "-1"],
      ["audit", "http://a.example", "--max-pages", "0"], ["audit"],
      ["report", "x", "--format", "json", "--format", "csv"],
    ])
  func badOptions(arguments: [String]) throws {
    #expect(try ProgramRun(arguments).code == 64)
  }
}

/// The town that comes with the project.
enum BundledTown {
  static let folder: URL = {
    let root = Folders.package.appending(path: "Snapshots/nongsai")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return root.appending(path: names.sorted().last ?? "")
  }()
}

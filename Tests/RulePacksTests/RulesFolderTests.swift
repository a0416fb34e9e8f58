import Foundation
import RulePacks
import Testing

/// Where rules are looked up.
struct RulesFolderTests {
  /// A scratch folder that is gone when the test is over.
  private final class Scratch {
    let url = FileManager.default.temporaryDirectory.appending(path: "oitcheck-\(UUID().uuidString)")

    func rules(in path: String) throws -> String {
      let folder = url.appending(path: path)
      try FileManager.default.createDirectory(at: folder.appending(path: "oit"), withIntermediateDirectories: true)
      for file in RuleFixture.files() { try file.bytes.write(to: folder.appending(path: file.name)) }
      return folder.standardizedFileURL.path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private func path(_ folder: URL) -> String {
    let path = folder.standardizedFileURL.path(percentEncoded: false)
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  @Test("The folder that was asked for goes before ./Rules, and that before the installed one")
  func order() throws {
    let scratch = Scratch()
    let own = try scratch.rules(in: "own")
    let installed = try scratch.rules(in: "share/oitcheck/Rules")
    let executable = scratch.url.appending(path: "bin/oitcheck")
    let here = scratch.url.appending(path: "here")
    #expect(
      path(try RulesFolder.locate(explicit: nil, currentDirectory: here, executable: executable)) == installed)
    let local = try scratch.rules(in: "here/Rules")
    #expect(path(try RulesFolder.locate(explicit: nil, currentDirectory: here, executable: executable)) == local)
    #expect(path(try RulesFolder.locate(explicit: own, currentDirectory: here, executable: executable)) == own)
    #expect(path(try RulesFolder.locate(explicit: "../own", currentDirectory: here, executable: nil)) == own)
  }

  @Test("A folder that was asked for and holds no rules is an error, whatever lies beside it")
  func noRules() throws {
    let scratch = Scratch()
    _ = try scratch.rules(in: "Rules")
    let error = #expect(throws: RulePackError.self) {
      try RulesFolder.locate(explicit: "elsewhere", currentDirectory: scratch.url, executable: nil)
    }
    #expect(error?.message(in: .en).contains("elsewhere") == true)
  }

  @Test("A folder on disk loads with the files that the digest covers")
  func load() throws {
    let scratch = Scratch()
    let folder = URL(filePath: try scratch.rules(in: "Rules"))
    let rules = try RulePackLoader.load(folder: folder)
    #expect(rules.files.map(\.name) == ["oit/2566.yml", "vocabulary.yml"])
    #expect(rules.pack(digest: "sha256:0").edition(2566)?.items.count == 2)
  }

  @Test("A folder where a file should be is told")
  func unreadable() throws {
    let scratch = Scratch()
    let folder = URL(filePath: try scratch.rules(in: "Rules"))
    try FileManager.default.createDirectory(
      at: folder.appending(path: "oit/2567.yml"), withIntermediateDirectories: true)
    #expect(throws: RulePackError.self) { try RulePackLoader.load(folder: folder) }
  }
}

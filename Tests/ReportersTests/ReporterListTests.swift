import AuditCore
import Foundation
import Reporters
import TestSupport
import Testing

@Suite struct ReporterListTests {
  @Test("The list of formats and the folder of formats name the same reporters")
  func listAndFolder() throws {
    let folder = Folders.package.appending(path: "Sources/Reporters/Formats").resolvingSymlinksInPath()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let listed = ReporterList.all.map { "\(String(describing: $0)).swift" }
    #expect(Set(files) == Set(listed))
    #expect(listed.count == Set(listed).count)
  }

  @Test("No two formats share a name or a file")
  func unambiguous() {
    #expect(Set(ReporterList.formats).count == ReporterList.all.count)
    #expect(Set(ReporterList.all.map { $0.fileName }).count == ReporterList.all.count)
  }

  @Test("A format is found by the word of the command line, an unknown word finds none")
  func byName() {
    for type in ReporterList.all { #expect(ReporterList.reporter(for: type.format) == type) }
    #expect(ReporterList.reporter(for: "pdf") == nil)
    #expect(ReporterList.reporter(for: "JSON") == nil)
  }
}

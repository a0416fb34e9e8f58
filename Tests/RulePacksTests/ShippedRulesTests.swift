import RulePacks
import TestSupport
import Testing

/// The rules that the program ships.
struct ShippedRulesTests {
  private static let folder = Folders.package.appending(path: "Rules")

  @Test("All shipped rule files load without a fault")
  func load() {
    let (files, unreadable) = RulesFolder.files(in: Self.folder)
    let faults = unreadable + RulePackLoader.read(files).faults
    #expect(faults.isEmpty, "\(faults.map { $0.line(in: .en) }.joined(separator: "\n"))")
  }
}

import Foundation
import RulePacks
import Testing

/// Files that no author of rules would write.
struct HostileFileTests {
  private func faults(vocabulary: Data) -> [RulePackFault] {
    RulePackLoader.read([RuleFile(name: "vocabulary.yml", bytes: vocabulary)] + RuleFixture.files().dropFirst()).faults
  }

  @Test("A file that is not UTF-8 is refused")
  func notText() {
    #expect(faults(vocabulary: Data([0xA1, 0xC3, 0xFF])).map(\.kind) == [.syntax])
  }

  @Test("An empty file and one of another shape are refused", arguments: ["", "# nothing\n", "[1, 2]", "text", "~"])
  func otherShape(text: String) {
    #expect(!faults(vocabulary: Data(text.utf8)).isEmpty)
  }

  @Test("A file larger than a rule file may be is refused unparsed")
  func tooLarge() {
    let faults = faults(vocabulary: Data(repeating: UInt8(ascii: "#"), count: 3 << 20))
    #expect(faults.map(\.kind) == [.unreadable])
    #expect(faults.map(\.line) == [1])
  }

  @Test("Nesting without end is refused", arguments: ["[", "{a: ", "- "])
  func deep(opening: String) {
    #expect(!faults(vocabulary: Data(String(repeating: opening, count: 50_000).utf8)).isEmpty)
  }

  @Test("Aliases that would unfold without end are not unfolded")
  func aliases() {
    var text = "genericWords: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "k\(level): &a\(level) [\(uses)]\n"
    }
    #expect(faults(vocabulary: Data(text.utf8)).contains { $0.kind == .unknownKey })
  }

  @Test("Without a vocabulary or an edition there is no rule pack")
  func absent() {
    #expect(RulePackLoader.read([]).faults.map(\.kind) == [.unreadable, .unreadable])
    #expect(RulePackLoader.read([]).rules == nil)
  }
}

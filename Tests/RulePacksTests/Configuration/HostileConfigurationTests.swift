import Foundation
import RulePacks
import Testing

/// Files that nobody wrote as a configuration.
@Suite("A hostile configuration")
struct HostileConfigurationTests {
  private func faults(_ bytes: Data) -> [RulePackFault] {
    ConfigurationFile.read(RuleFile(name: "oitcheck.yml", bytes: bytes), rules: ConfigurationFixture.rules).faults
  }

  @Test("Aliases that would unfold without end are refused")
  func aliases() {
    var text = "targets: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "k\(level): &a\(level) [\(uses)]\n"
    }
    #expect(faults(Data(text.utf8)).map(\.kind) == [.syntax])
  }

  @Test("Ten megabytes are refused unparsed")
  func large() {
    #expect(faults(Data(repeating: UInt8(ascii: "#"), count: 10 << 20)).map(\.kind) == [.unreadable])
  }

  @Test(
    "Bytes that are no text are refused", arguments: [[0xFF, 0xFE, 0x00], [0x00, 0x01, 0x02], [0x1F, 0x8B, 0x08]])
  func binary(bytes: [UInt8]) {
    #expect(!faults(Data(bytes)).isEmpty)
  }

  @Test("Another shape is refused", arguments: ["", "[]", "text", "~", "- a\n- b", "{{a: b}: c}", "? [x]\n: y"])
  func shape(text: String) {
    #expect(!faults(Data(text.utf8)).isEmpty)
  }

  @Test("Nesting without end is refused", arguments: ["[", "{a: ", "- "])
  func deep(opening: String) {
    #expect(!faults(Data(String(repeating: opening, count: 50_000).utf8)).isEmpty)
  }

  @Test("A key given twice is refused with its line")
  func twice() {
    #expect(
      ConfigurationFixture.faults(replacing: "language: en\ndata", with: "town: x\ndata").map(\.kind) == [.duplicate])
  }

  @Test("Of a hundred thousand unknown keys a thousand are told, each in bounded length")
  func manyFaults() {
    let text = (0..<100_000).map { "k\($0): 1\n" }.joined()
    let faults = faults(Data(text.utf8))
    #expect(faults.count == 1_000)
    let long = self.faults(Data(("\"" + String(repeating: "\\e", count: 100_000) + "\": 1").utf8))
    #expect(long.allSatisfy { $0.line(in: .en).utf8.count < 1_000 && !$0.line(in: .en).contains("\u{1B}") })
  }

  @Test("More towns than an installation can watch are refused")
  func manyTowns() {
    let text = "towns:\n" + String(repeating: "- {}\n", count: 2_001)
    #expect(faults(Data(text.utf8)).map(\.kind) == [.count])
  }
}

import Testing
import ThaiText

@Suite("Finding phrases")
struct PhraseAutomatonTests {
  private func matches(_ phrases: [String], in text: String) -> [String] {
    var found: [String] = []
    PhraseAutomaton(phrases: phrases.map { Array($0.utf8) }).forEachMatch(in: Array(text.utf8)) {
      found.append("\(phrases[$0])@\($1)")
    }
    return found
  }

  @Test("Overlapping phrases are all found, longest first")
  func overlapping() {
    #expect(matches(["he", "she", "his", "hers"], in: "ushers") == ["she@4", "he@4", "hers@6"])
  }

  @Test("The same phrase twice is reported under both indices")
  func twins() {
    #expect(matches(["a", "a"], in: "ba").count == 2)
  }

  @Test("Nothing to find finds nothing")
  func empty() {
    #expect(matches([], in: "abc").isEmpty)
    #expect(matches([""], in: "abc").isEmpty)
    #expect(matches(["abc"], in: "").isEmpty)
  }

  @Test("All 256 byte values can be told apart")
  func allBytes() {
    let phrases = (0...255).map { [UInt8($0)] }
    var found: [Int] = []
    PhraseAutomaton(phrases: phrases).forEachMatch(in: (0...255).map { UInt8($0) }) { phrase, _ in found.append(phrase)
    }
    #expect(found == Array(0...255))
  }

  @Test("Any phrases in any text: the same matches as by looking at every place", arguments: [11, 12] as [UInt64])
  func againstSearch(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let letters: [UInt8] = [1, 2, 255]
    let word = { (limit: Int, numbers: inout SeededNumbers) in
      (0..<Int.random(in: 1...limit, using: &numbers)).map { _ in letters.randomElement(using: &numbers) ?? 0 }
    }
    for _ in 0..<100 {
      let phrases = (0..<12).map { _ in word(5, &numbers) }
      let text = word(80, &numbers)
      var expected: Set<[Int]> = []
      for (index, phrase) in phrases.enumerated() where phrase.count <= text.count {
        for start in 0...(text.count - phrase.count) where text[start...].starts(with: phrase) {
          expected.insert([index, start + phrase.count])
        }
      }
      var found: Set<[Int]> = []
      PhraseAutomaton(phrases: phrases).forEachMatch(in: text[...]) { found.insert([$0, $1]) }
      #expect(found == expected)
    }
  }
}

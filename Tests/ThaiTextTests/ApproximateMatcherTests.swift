import Testing
import ThaiText

@Suite("Approximate matching")
struct ApproximateMatcherTests {
  @Test("A distance counts letters, not bytes")
  func letters() {
    let name = ThaiFolding.fold("แผนปฏิบัติการป้องกันการทุจริต")
    let text = ThaiFolding.fold("ประกาศ แผนปฏิบัตการปองกันการทุจริต ประจำปี")
    let match = ApproximateMatcher(pattern: name, maxDistance: 3).bestMatch(in: text)
    #expect(match?.distance == 2)
    #expect(match?.endOffset == ThaiFolding.fold("ประกาศ แผนปฏิบัตการปองกันการทุจริต").count)
    #expect(ApproximateMatcher(pattern: name, maxDistance: 1).bestMatch(in: text) == nil)
    let range = ApproximateMatcher(pattern: name, maxDistance: 3).bestRange(in: text)?.range
    #expect(range?.lowerBound == ThaiFolding.fold("ประกาศ").count)
  }

  @Test("Empty patterns and texts are no trouble")
  func empty() {
    #expect(ApproximateMatcher(pattern: [], maxDistance: 0).bestMatch(in: [1, 2])?.distance == 0)
    #expect(ApproximateMatcher(pattern: [97], maxDistance: 0).bestMatch(in: [] as [UInt8]) == nil)
    #expect(ApproximateMatcher(pattern: [97], maxDistance: 1).bestMatch(in: [] as [UInt8])?.distance == 1)
    #expect(ApproximateMatcher.similarity([], []) == 1)
    #expect(ApproximateMatcher.distance([], [97, 98]) == 2)
  }

  @Test(
    "Broken UTF-8 is compared byte by byte",
    arguments: [[0xE0], [0xE0, 0xB8], [0xF0, 0x9F], [0x80, 0xFF]] as [[UInt8]])
  func broken(bytes: [UInt8]) {
    #expect(ApproximateMatcher(pattern: bytes, maxDistance: 0).bestMatch(in: bytes)?.endOffset == bytes.count)
  }

  @Test("Any pattern of up to 300 letters: the distance of the textbook", arguments: [21, 22] as [UInt64])
  func againstTable(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for round in 0..<60 {
      let longest = round % 3 == 0 ? 300 : 70
      let word = { (numbers: inout SeededNumbers) in
        (0..<Int.random(in: 1...longest, using: &numbers)).map { _ in UInt8.random(in: 97...100, using: &numbers) }
      }
      let pattern = word(&numbers)
      let text = word(&numbers)
      #expect(ApproximateMatcher.distance(pattern, text) == Self.lastRow(pattern, text, anywhere: false).last)
      let row = Self.lastRow(pattern, text, anywhere: true)
      let best = row.min() ?? 0
      let match = ApproximateMatcher(pattern: pattern, maxDistance: 400).bestMatch(in: text)
      #expect(match?.distance == best && match?.endOffset == row.firstIndex(of: best))
      let range = ApproximateMatcher(pattern: pattern, maxDistance: 400).bestRange(in: text)?.range ?? 0..<0
      #expect(Self.lastRow(pattern, Array(text[range]), anywhere: false).last == best)
    }
  }

  /// The last row of the table of edit distances, one entry for every end in the text.
  private static func lastRow(_ pattern: [UInt8], _ text: [UInt8], anywhere: Bool) -> [Int] {
    var row = (0...text.count).map { anywhere ? 0 : $0 }
    for (index, letter) in pattern.enumerated() {
      var above = row
      row[0] = index + 1
      for place in text.indices {
        let replaced = above[place] + (text[place] == letter ? 0 : 1)
        row[place + 1] = min(replaced, above[place + 1] + 1, row[place] + 1)
      }
      above = row
    }
    return row
  }
}

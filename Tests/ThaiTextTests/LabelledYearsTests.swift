import Foundation
import TestSupport
import Testing
import ThaiText

/// The shared list of real titles: does the year read from a title fit as its labellers say?
@Suite("Years of real titles")
struct LabelledYearsTests {
  private struct Row: Decodable {
    let id: String
    let text: String
    let item: String?
    let counts: Bool?

    private enum CodingKeys: String, CodingKey {
      case id, text
      case item = "item_2566"
      case counts = "counts_2566"
    }
  }

  /// Items that want the year before.
  private static let previousYear: Set = ["O13", "O17", "O22", "O26", "O38"]

  @Test(
    "Titles that fit fiscal year 2566 are told from those that do not",
    .enabled(if: Folders.sharedMaterial != nil, "the shared material is not beside this checkout"))
  func fit() throws {
    let folder = try #require(Folders.sharedMaterial)
    let lines = try String(contentsOf: folder.appending(path: "data/labelled-links.jsonl"), encoding: .utf8)
    let rows = try lines.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    let judged = rows.filter { $0.counts != nil }
    let wrong = judged.filter { row in
      let wanted = FiscalYear(Self.previousYear.contains(row.item ?? "") ? 2565 : 2566)
      return PeriodReader.covered(in: row.text)?.speaks(for: wanted) != row.counts
    }
    #expect(judged.count > 50)
    #expect(wrong.count * 50 <= judged.count, "\(wrong.map { $0.id + " " + $0.text })")
  }

  @Test(
    "Folding a real title twice is folding it once",
    .enabled(if: Folders.sharedMaterial != nil, "the shared material is not beside this checkout"))
  func idempotent() throws {
    let folder = try #require(Folders.sharedMaterial)
    let lines = try String(contentsOf: folder.appending(path: "data/labelled-links.jsonl"), encoding: .utf8)
    for line in lines.split(separator: "\n") {
      let text = try JSONDecoder().decode(Row.self, from: Data(line.utf8)).text
      let folded = FoldedText(text)
      #expect(ThaiFolding.fold(folded.string) == folded.bytes)
    }
  }
}

import AuditCore
import Foundation
import TestSupport
import Testing

/// Figures of matching: on the list of our own, and on the shared one where it is there.
@Suite("Accuracy")
struct TopicAccuracyTests {
  @Test("On our own list of titles the figures do not fall")
  func ownList() throws {
    let file = Folders.package.appending(path: "Tests/AuditCoreTests/Fixtures/titles.jsonl")
    let lines = try TopicRules.labelledLines(file)
    #expect(lines.count >= 200)
    let accuracy = try #require(TopicRules.accuracy(of: lines))
    let table = AccuracyTable(accuracy, title: "own").text
    #expect(accuracy.overall.precision >= 0.99, "\(table)")
    #expect(accuracy.overall.recall >= 0.99, "\(table)")
    #expect(accuracy.macroF1 >= 0.99, "\(table)")
    #expect(accuracy.wrongYears.share >= 0.99, "\(table)")
    #expect(accuracy.rightYears.share >= 0.99, "\(table)")
  }

  @Test(
    "On the shared list the promised figures are reached",
    .enabled(if: Folders.sharedMaterial != nil, "\(Folders.sharedMaterialIsAbsent)"))
  func sharedList() throws {
    let folder = try #require(Folders.sharedMaterial)
    let lines = try TopicRules.labelledLines(folder.appending(path: "data/labelled-links.jsonl"))
    let accuracy = try #require(TopicRules.accuracy(of: lines))
    let table = AccuracyTable(accuracy, title: "shared").text
    #expect(accuracy.overall.precision >= 0.97, "\(table)")
    #expect(accuracy.overall.recall >= 0.93, "\(table)")
    #expect(accuracy.macroF1 >= 0.93, "\(table)")
    #expect(accuracy.sources.allSatisfy { $0.share >= 0.85 }, "\(table)")
    #expect(accuracy.wrongYears.share >= 0.95, "\(table)")
  }

  private func line(_ id: String, _ item: String?, current: Bool? = nil, ambiguous: Bool = false) -> LabelledLine {
    LabelledLine(
      id: id, text: id, url: nil, item: item, isCurrent: current, isAmbiguous: ambiguous, source: "a.example")
  }

  private func answer(_ item: String?, current: Bool? = nil) -> LineAnswer {
    LineAnswer(item: item, concepts: [], confidence: 1, fiscalYear: nil, current: current, why: "")
  }

  @Test("Hits, wrong answers and misses are counted by item; ambiguous rows are left out")
  func counts() {
    let accuracy = Accuracy(
      lines: [line("a", "O1"), line("b", "O1"), line("c", nil), line("d", "O2"), line("e", "O3", ambiguous: true)],
      answers: [answer("O1"), answer("O2"), answer("O1"), answer(nil), answer("O1")])
    let all = accuracy.overall
    #expect(all.hits == 1 && all.wrong == 2 && all.missed == 2)
    #expect(accuracy.items["O1"]?.precision == 0.5)
    #expect(accuracy.items["O1"]?.recall == 0.5)
    #expect(accuracy.ambiguousRows == 1)
    #expect(accuracy.confusions.map(\.lines) == [["c"], ["b"], ["d"]])
    #expect(accuracy.sources.map(\.right) == [1])
  }

  @Test("A wrong year counts as told only if it was told")
  func countsYears() {
    let accuracy = Accuracy(
      lines: [line("a", "O1", current: false), line("b", "O1", current: false), line("c", "O1", current: true)],
      answers: [answer("O1", current: false), answer("O1"), answer("O1", current: true)])
    #expect(accuracy.wrongYears.right == 1)
    #expect(accuracy.wrongYears.rows == 2)
    #expect(accuracy.rightYears.share == 1)
  }

  @Test("An empty list has no faults, and the same list gives the same text")
  func emptyAndSteady() {
    let empty = Accuracy(lines: [], answers: [])
    #expect(empty.macroF1 == 1)
    #expect(AccuracyTable(empty, title: "t").text == AccuracyTable(empty, title: "t").text)
  }
}

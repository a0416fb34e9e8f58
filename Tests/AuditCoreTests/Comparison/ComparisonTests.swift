import AuditCore
import Foundation
import Testing

private typealias Duty = ComparedReports.Duty

@Suite struct ComparisonTests {
  private func compare(_ old: [Duty], _ new: [Duty]) -> ReportComparison {
    ReportComparison(from: ComparedReports.report(old), to: ComparedReports.report(new))
  }

  @Test("A run compared with itself has nothing to tell", arguments: Verdict.allCases)
  func same(verdict: Verdict) {
    let report = ComparedReports.report([Duty("plan", verdict)])
    #expect(ReportComparison(from: report, to: report).isEmpty)
  }

  @Test(
    "Every step from one verdict to another has its name",
    arguments: [
      (Verdict.met, Verdict.missing, ItemChange.Kind.lost, true), (.met, .partial, .lost, true),
      (.met, .outdated, .lost, true), (.met, .notDue, .lost, false), (.met, .broken, .newlyBroken, true),
      (.missing, .broken, .newlyBroken, false), (.notDue, .missing, .newlyDue, true),
      (.notDue, .outdated, .newlyDue, true), (.notDue, .partial, .newlyFound, true),
      (.notDue, .met, .newlyFound, false), (.missing, .met, .newlyFound, false), (.broken, .met, .regained, false),
      (.outdated, .met, .regained, false), (.partial, .missing, .worsened, false),
      (.missing, .partial, .improved, false), (.met, .unknown, .unjudged, false),
      (.missing, .unknown, .unjudged, false), (.unknown, .missing, .judgedAgain, true),
      (.unknown, .met, .judgedAgain, false), (.missing, .waived, .waived, false),
      (.waived, .missing, .waiverEnded, true), (.outdated, .notDue, .awaitedAnew, false),
    ])
  func steps(before: Verdict, after: Verdict, kind: ItemChange.Kind, isNewGap: Bool) {
    let comparison = compare([Duty("plan", before)], [Duty("plan", after)])
    #expect(comparison.changes.map(\.kind) == [kind])
    #expect(comparison.newGaps.isEmpty == !isNewGap)
  }

  @Test("No step is left without a name")
  func everyStep() {
    for before in Verdict.allCases {
      for after in Verdict.allCases where after != before {
        let changes = compare([Duty("plan", before)], [Duty("plan", after)]).changes
        #expect(changes.count == 1, "\(before) → \(after)")
      }
    }
  }

  @Test("What was met in an earlier run still is regained")
  func regained() {
    let old = ComparedReports.report([Duty("plan", .missing)])
    let new = ComparedReports.report([Duty("plan", .met)])
    #expect(ReportComparison(from: old, to: new, metEarlier: ["plan"]).changes.map(\.kind) == [.regained])
  }

  @Test("Another address is a move, another file at the same address a swap, another page neither")
  func content() {
    let moved = compare([Duty("plan", .met)], [Duty("plan", .met, at: "https://www.example.go.th/new")])
    #expect(moved.changes.map(\.kind) == [.moved])
    #expect(moved.changes.first?.addressesBefore == ["https://www.example.go.th/plan"])
    let swapped = compare([Duty("plan", .met)], [Duty("plan", .met, digest: "sha256:2")])
    #expect(swapped.changes.map(\.kind) == [.swapped])
    #expect(swapped.changes.first?.swapped.map(\.after) == ["sha256:2"])
    let page = compare([Duty("plan", .met, type: .html)], [Duty("plan", .met, digest: "sha256:2", type: .html)])
    #expect(page.isEmpty)
  }

  @Test("Elements that go missing make it worse, elements that come make it better")
  func elements() {
    let worse = compare([Duty("plan", .partial, missing: ["a"])], [Duty("plan", .partial, missing: ["a", "b"])])
    #expect(worse.changes.map(\.kind) == [.worsened])
    #expect(worse.changes.first?.newlyMissing.map(\.id) == ["b"])
    let better = compare([Duty("plan", .partial, missing: ["a", "b"])], [Duty("plan", .partial, missing: ["b"])])
    #expect(better.changes.map(\.kind) == [.improved])
  }

  @Test("Items keep their identity when an edition renumbers, merges or drops them")
  func renumbered() {
    let old = ComparedReports.report([Duty("plan", .met), Duty("report", .missing), Duty("gone", .met)])
    let new = ComparedReports.report([
      Duty("other", .missing), Duty("plan", .missing, also: ["report"]),
    ])
    let comparison = ReportComparison(from: old, to: new)
    #expect(comparison.changes.map(\.kind) == [.newlyAsked, .noLongerAsked])
    #expect(comparison.changes.map(\.number) == ["O1", "O3"])
    let alone = ReportComparison(from: old, to: ComparedReports.report([Duty("plan", .missing, number: "O40")]))
    #expect(alone.changes.first?.kind == .lost)
    #expect(alone.changes.first?.number == "O40")
    #expect(alone.changes.first?.oldNumber == "O1")
  }

  @Test("What only the rules changed is judged differently, what the site changed is news")
  func rules() {
    let old = ComparedReports.report([Duty("plan", .met), Duty("report", .met), Duty("both", .missing)])
    let again = ComparedReports.report(
      [Duty("plan", .partial), Duty("report", .met), Duty("both", .met)], rules: "sha256:b")
    let new = ComparedReports.report(
      [Duty("plan", .partial), Duty("report", .missing), Duty("both", .missing)], rules: "sha256:b")
    let comparison = ReportComparison(from: old, to: new, rejudged: again)
    #expect(comparison.judging == [.rules])
    #expect(comparison.changes.map(\.kind) == [.judgedDifferently, .lost, .lost, .judgedDifferently])
    #expect(comparison.newGaps.map(\.title) == ["report", "both"])
    #expect(comparison.changes.allSatisfy { !$0.mayBeJudging })
    #expect(comparison.changes(of: .judgedDifferently).allSatisfy { $0.because == [.rules] })
  }

  @Test("Without judging the old snapshot again, a change may be the rules' and says so")
  func uncertain() {
    let old = ComparedReports.report([Duty("plan", .met)])
    let new = ComparedReports.report([Duty("plan", .partial)], tool: "2")
    let comparison = ReportComparison(from: old, to: new)
    #expect(comparison.judging == [.program])
    #expect(comparison.changes.map(\.mayBeJudging) == [true])
    #expect(!comparison.judgedAgain)
  }

  @Test("At the turn of the fiscal year things go stale; nothing is lost", arguments: [true, false])
  func turn(isJudgedAgain: Bool) {
    let old = ComparedReports.report([Duty("plan", .met), Duty("report", .met)], asOf: "2023-09-30")
    let stale = [Duty("plan", .outdated), Duty("report", .notDue)]
    let again = ComparedReports.report(stale, asOf: "2023-09-30", year: 2567)
    let new = ComparedReports.report(stale, asOf: "2023-10-01", year: 2567)
    let comparison = ReportComparison(from: old, to: new, rejudged: isJudgedAgain ? again : nil)
    #expect(comparison.changes.map(\.kind) == [.staleAtYearTurn, .awaitedAnew])
    #expect(comparison.newGaps.isEmpty)
    #expect(comparison.changes.allSatisfy { $0.because == [.fiscalYear] })
  }

  @Test("A loss in the night of the turn is still a loss")
  func lossAtTheTurn() {
    let old = ComparedReports.report([Duty("structure", .met)], asOf: "2023-09-30")
    let again = ComparedReports.report([Duty("structure", .met)], asOf: "2023-09-30", year: 2567)
    let new = ComparedReports.report([Duty("structure", .missing)], asOf: "2023-10-01", year: 2567)
    #expect(ReportComparison(from: old, to: new, rejudged: again).changes.map(\.kind) == [.lost])
  }

  @Test("What stops being declared is told, beside whatever else happened to it")
  func undeclared() {
    let answer = { (status: DeclaredAnswer.Status) in
      DeclaredAnswer(
        item: "O1", page: "https://www.example.go.th/ita", urls: [], explanation: "", status: status, why: "")
    }
    let old = ComparedReports.report([Duty("plan", .met)], declared: [answer(.agrees)])
    let new = ComparedReports.report(
      [Duty("plan", .met, at: "https://www.example.go.th/new")], declared: [answer(.notDeclared)])
    #expect(ReportComparison(from: old, to: new).changes.map(\.kind) == [.moved, .newlyUndeclared])
    let blind = ComparedReports.report([Duty("plan", .met)])
    #expect(ReportComparison(from: blind, to: new).changes.map(\.kind) == [.moved])
  }

  @Test("Findings come and go by kind and address")
  func findings() {
    let tls = Finding(kind: .tls, url: "https://www.example.go.th/", detail: "expired")
    let spam = Finding(kind: .spam, url: "https://www.example.go.th/x", detail: "casino")
    let later = Finding(kind: .tls, url: "https://www.example.go.th/", detail: "expired long ago")
    let comparison = ReportComparison(
      from: ComparedReports.report([], findings: [tls]), to: ComparedReports.report([], findings: [later, spam]))
    #expect(comparison.newFindings == [spam] && comparison.goneFindings.isEmpty)
  }

  @Test("The JSON keeps its shape and reads back")
  func json() throws {
    let comparison = compare([Duty("plan", .met)], [Duty("plan", .broken)])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(comparison), as: UTF8.self)
    #expect(text.contains(#""schema":"oitcheck.diff/1""#))
    #expect(text.contains(#""kind":"newly-broken""#) && text.contains(#""before":"met""#))
    let back = try JSONDecoder().decode(ReportComparison.self, from: Data(text.utf8))
    #expect(String(decoding: try encoder.encode(back), as: UTF8.self) == text)
  }
}

import AuditCore
import Testing

private typealias Duty = ComparedReports.Duty

/// What a comparison says of the answer sheet, and of the list on the town's own site.
@Suite struct DeclaredComparisonTests {
  private static func answer(
    _ status: DeclaredAnswer.Status, sheet: String? = "answers.csv", item: String = "O1"
  ) -> DeclaredAnswer {
    DeclaredAnswer(
      item: item, page: "answers.csv row 2", urls: ["https://www.example.go.th/declared"], explanation: "",
      status: status, why: "why", sheet: sheet)
  }

  private static func kinds(_ old: [DeclaredAnswer], _ new: [DeclaredAnswer]) -> [ItemChange.Kind] {
    let duties = [Duty("plan", .met)]
    return ReportComparison(
      from: ComparedReports.report(duties, declared: old), to: ComparedReports.report(duties, declared: new)
    ).changes.map(\.kind)
  }

  @Test(
    "An answer that was good and is not is told, and the way back; what could not be judged tells nothing",
    arguments: [
      (DeclaredAnswer.Status.agrees, DeclaredAnswer.Status.broken, ItemChange.Kind.answerLost),
      (.agrees, .partial, .answerLost),
      (.agrees, .offSite, .answerLost), (.agrees, .noAddress, .answerLost), (.broken, .agrees, .answerRegained),
      (.agrees, .agrees, nil), (.broken, .wrongDocument, nil), (.agrees, .notJudged, nil), (.notJudged, .broken, nil),
      (.notDeclared, .agrees, nil), (.notDeclared, .notDeclared, nil), (.agrees, .notDeclared, .newlyUndeclared),
    ] as [(DeclaredAnswer.Status, DeclaredAnswer.Status, ItemChange.Kind?)])
  func steps(before: DeclaredAnswer.Status, after: DeclaredAnswer.Status, kind: ItemChange.Kind?) {
    #expect(Self.kinds([Self.answer(before)], [Self.answer(after)]) == [kind].compactMap(\.self))
  }

  @Test("Sheet and list are compared each with itself: the first sheet undeclares nothing")
  func firstSheet() {
    let onList = Self.answer(.agrees, sheet: nil)
    #expect(Self.kinds([onList], [onList, Self.answer(.notDeclared)]) == [])
    #expect(Self.kinds([onList, Self.answer(.agrees)], [onList]) == [])
    #expect(
      Self.kinds([onList, Self.answer(.agrees)], [Self.answer(.notDeclared, sheet: nil), Self.answer(.broken)])
        == [.answerLost, .newlyUndeclared])
  }

  @Test("Where rules changed, the old answers are those that the old recording gets by the new rules")
  func otherRules() {
    let duties = [Duty("plan", .met)]
    let old = ComparedReports.report(duties, declared: [Self.answer(.agrees)])
    let new = ComparedReports.report(duties, rules: "sha256:b", declared: [Self.answer(.partial)])
    let again = ComparedReports.report(duties, rules: "sha256:b", declared: [Self.answer(.partial)])
    #expect(ReportComparison(from: old, to: new, rejudged: again).changes.isEmpty)
    let unsure = ReportComparison(from: old, to: new).changes
    #expect(unsure.map(\.kind) == [.answerLost] && unsure.allSatisfy(\.mayBeJudging))
  }
}

/// Everything that is different about one item of the new report.
struct ItemComparison {
  let old: ItemReport?
  /// The old snapshot's item, judged as the new one was; nil where that was not needed or not done.
  let rejudged: ItemReport?
  let new: ItemReport
  /// What differs between the old report's judging and the new one's.
  let differences: [JudgingBasis.Part]
  let wasJudgedAgain: Bool
  let wasMetEarlier: Bool

  /// What the new verdict is held against.
  private var reference: ItemReport? { wasJudgedAgain ? rejudged : old }
  private var isUncertain: Bool { !differences.isEmpty && !wasJudgedAgain }

  var changes: [ItemChange] {
    guard let reference else {
      var change = change(.newlyAsked, from: nil)
      change.mayBeJudging = isUncertain
      return [change]
    }
    let asked = old == nil ? [change(.newlyAsked, from: nil)] : []
    return asked + judging + verdictChange(reference) + contentChanges(reference)
  }

  /// Old verdict against the old snapshot judged again: the site is the same, so the judging differs.
  private var judging: [ItemChange] {
    guard wasJudgedAgain, let old, let rejudged, old.verdict != rejudged.verdict else { return [] }
    let turned = differences.contains(.fiscalYear)
    let step = VerdictTransition(
      before: old.verdict, after: rejudged.verdict, yearTurned: turned, wasMetEarlier: wasMetEarlier)
    let kind: ItemChange.Kind =
      step.kind == .staleAtYearTurn || (turned && step.kind == .awaitedAnew)
      ? step.kind ?? .judgedDifferently : .judgedDifferently
    var change = change(kind, from: old)
    change.after = rejudged.verdict
    change.causeAfter = rejudged.cause
    change.because = differences
    return [change]
  }

  private func verdictChange(_ reference: ItemReport) -> [ItemChange] {
    let turned = isUncertain && differences.contains(.fiscalYear)
    let step = VerdictTransition(
      before: reference.verdict, after: new.verdict, yearTurned: turned, wasMetEarlier: wasMetEarlier)
    guard let kind = step.kind else { return missingElements(reference) }
    var change = change(kind, from: reference)
    change.newlyMissing = newlyMissing(reference)
    change.mayBeJudging = isUncertain
    if turned, kind == .staleAtYearTurn || kind == .awaitedAnew {
      change.because = [.fiscalYear]
    } else {
      change.isNewGap = new.verdict.isGap && !reference.verdict.isGap
    }
    return [change]
  }

  /// Both partial: better or worse by the elements that are missing.
  private func missingElements(_ reference: ItemReport) -> [ItemChange] {
    let before = Set(reference.missingElements.map(\.id))
    let after = Set(new.missingElements.map(\.id))
    guard new.verdict == .partial, before != after else { return [] }
    var change = change(after.isSubset(of: before) ? .improved : .worsened, from: reference)
    change.newlyMissing = newlyMissing(reference)
    change.mayBeJudging = isUncertain
    return [change]
  }

  private func newlyMissing(_ reference: ItemReport) -> [ItemReport.MissingElement] {
    let before = Set(reference.missingElements.map(\.id))
    return new.missingElements.filter { !before.contains($0.id) }
  }

  private func contentChanges(_ reference: ItemReport) -> [ItemChange] {
    guard reference.verdict.isFound, new.verdict.isFound else { return [] }
    let before = DisclosureTrail(reference)
    let after = DisclosureTrail(new)
    var changes: [ItemChange] = []
    if before.moved(to: after) {
      var change = change(.moved, from: reference)
      change.mayBeJudging = isUncertain
      changes.append(change)
    }
    let swaps = before.swaps(to: after)
    if !swaps.isEmpty {
      var change = change(.swapped, from: reference)
      change.swapped = swaps
      changes.append(change)
    }
    return changes
  }

  /// What became of the town's own word about the item.
  func changes(of declarations: DeclarationComparison) -> [ItemChange] {
    var changes: [ItemChange] = []
    if let step = declarations.step(of: new) {
      var change = change(step.kind, from: reference ?? old)
      change.addressesBefore = step.before.urls
      change.addressesAfter = step.after.urls
      change.answer = step.after
      changes.append(change)
    }
    if declarations.isNewlyUndeclared(new) { changes.append(change(.newlyUndeclared, from: old)) }
    for at in changes.indices { changes[at].mayBeJudging = isUncertain }
    return changes
  }

  func change(_ kind: ItemChange.Kind, from before: ItemReport?) -> ItemChange {
    ItemChange(
      kind: kind, number: new.number, oldNumber: old?.number, concepts: new.concepts, title: new.title,
      before: before?.verdict, after: new.verdict, causeBefore: before?.cause, causeAfter: new.cause,
      points: new.points, dueDate: new.dueDate, addressesBefore: before.map { DisclosureTrail($0).addresses } ?? [],
      addressesAfter: DisclosureTrail(new).addresses, swapped: [], newlyMissing: [], because: [],
      mayBeJudging: false, isNewGap: false)
  }
}

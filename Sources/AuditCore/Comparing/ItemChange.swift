/// One thing that is different about one item between two runs. An item may have several (moved and undeclared).
package struct ItemChange: Sendable, Hashable, Codable {
  package var kind: Kind
  /// Number in the new report; in the old one where the item is no longer asked for.
  package var number: String
  /// Number in the old report, where the item existed there.
  package var oldNumber: String?
  package var concepts: [String]
  package var title: String
  package var before: Verdict?
  package var after: Verdict?
  /// Why the item could not be judged, where `before` or `after` is `unknown`.
  package var causeBefore: UnknownCause?
  package var causeAfter: UnknownCause?
  /// Of OIT 100, by the new report.
  package var points: Double
  package var dueDate: String?
  /// Where the disclosure stood and stands, in the order of the reports' evidence.
  package var addressesBefore: [String]
  package var addressesAfter: [String]
  package var swapped: [SwappedDocument]
  /// Elements that are missing now and were not before.
  package var newlyMissing: [ItemReport.MissingElement]
  /// What about the judging differs, for `judgedDifferently` and `staleAtYearTurn`.
  package var because: [JudgingBasis.Part]
  /// The declared answer as it stands now, for `answerLost` and `answerRegained`.
  package var answer: DeclaredAnswer?
  /// The judging changed too and the old snapshot was not judged again: the site may not have changed at all.
  package var mayBeJudging: Bool
  /// A gap now that was none before, by the site's doing or by a date that passed: what `--fail-on new` counts.
  package var isNewGap: Bool

  /// The same address with another file behind it.
  package struct SwappedDocument: Sendable, Hashable, Codable {
    package var url: String
    package var before: String
    package var after: String
  }

  /// What happened, in the order in which several changes of one item are told.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Was met, and is a gap or no longer found.
    case lost
    /// The site links to it and the link stopped delivering.
    case newlyBroken = "newly-broken"
    /// Its due date passed without it.
    case newlyDue = "newly-due"
    /// A gap that became a greater one (partial → missing), or lost further elements.
    case worsened
    /// Was current for the fiscal year judged before; the year moved on, the site did not.
    case staleAtYearTurn = "stale-at-year-turn"
    /// The new fiscal year's disclosure is awaited.
    case awaitedAnew = "awaited-anew"
    /// Is met again.
    case regained
    /// Was never seen before, and is there.
    case newlyFound = "newly-found"
    /// A gap that became a smaller one.
    case improved
    /// Still there, under another address.
    case moved
    /// The same address delivers another file.
    case swapped = "document-swapped"
    /// The answer sheet's address was good for the item and is not any more.
    case answerLost = "answer-lost"
    /// The answer sheet's address is good again.
    case answerRegained = "answer-regained"
    /// Found, but no longer declared on the town's own ITA page or answer sheet.
    case newlyUndeclared = "newly-undeclared"
    /// Could be judged before and cannot now.
    case unjudged
    /// Could not be judged before.
    case judgedAgain = "judged-again"
    case waived
    case waiverEnded = "waiver-ended"
    /// Only the new edition asks for it.
    case newlyAsked = "newly-asked"
    /// Only the old edition asked for it.
    case noLongerAsked = "no-longer-asked"
    /// The old snapshot, judged as the new one was, gets another verdict: news about the rules, not about the site.
    case judgedDifferently = "judged-differently"
  }
}

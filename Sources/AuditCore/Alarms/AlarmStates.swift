import ThaiText

/// What the alarm policy remembers of a site from night to night. It is complete in itself: pruning the history
/// never changes what will be told.
package struct AlarmStates: Sendable, Hashable, Codable {
  /// The last run taken into account.
  package var sequence: Int
  package var basis: JudgingBasis
  package var clock: NightClock
  package var items: [DutyState]
  /// Of the town's own word about its duties; nil in what was remembered before it was watched.
  package var declarations: DeclarationStates?
  package var outage: OutageState
  /// The day of the last message of any kind.
  package var lastMessage: CivilDate?
  /// What changed in the basis when it last did: the reason told for duties first judged on it on a later night.
  var openBecause: [JudgingBasis.Part]

  init(beginningWith run: NightlyRun, on day: CivilDate) {
    sequence = run.sequence
    basis = run.basis
    clock = NightClock(day)
    items = []
    outage = OutageState()
    openBecause = []
  }

  /// What happened before the watch began is its baseline: gaps are known, an outage is still to be told.
  mutating func forgetWhatWasTold() {
    items = items.map(\.untold)
    declarations = declarations?.untold
    outage.isTold = false
    lastMessage = nil
  }
}

/// What is known of one duty and what was told about it.
package struct DutyState: Sendable, Hashable, Codable {
  package var concepts: [String]
  package var number: String
  package var standing: Standing
  /// Judged nights, oldest first, at most as many as the window; what could not be judged leaves no vote.
  package var votes: [NightVote]
  package var lastVerdict: Verdict?
  /// The verdict of the newest night that agreed with the standing: what a new gap is told against.
  package var verdictBefore: Verdict?
  /// Judged nights in a row with the item met, the newest vote not counted.
  package var metBefore: Int
  /// The standing before the basis changed, while nothing has been judged on the new one.
  package var prior: Standing?
  package var lastAddress: String
  package var recentAlarms: RecentAlarms
  /// The smallest reminder sent, in days before, by due date (`2023-04-30`).
  package var reminded: [String: Int]

  /// What the nights so far agree on.
  package enum Standing: String, Sendable, Hashable, Codable {
    /// Nothing to go by: not judged yet, or not yet on the present basis.
    case open
    case met, awaited
    /// A gap from the start, or by other rules: no news.
    case knownGap = "known-gap"
    /// A gap that was told and whose end will be told.
    case alarmed
  }

  package struct NightVote: Sendable, Hashable, Codable {
    package var day: CivilDate
    package var vote: AlarmVote
  }

  /// The duty with what was told of it forgotten.
  var untold: DutyState {
    var duty = self
    if duty.standing == .alarmed { duty.standing = .knownGap }
    return duty
  }

  init(_ item: ItemStanding) {
    concepts = item.concepts
    number = item.number
    standing = .open
    votes = []
    metBefore = 0
    lastAddress = ""
    recentAlarms = RecentAlarms()
    reminded = [:]
  }
}

/// What is remembered of the town's declarations, duty by duty: whether the answer sheet and the list on the site
/// name it, and whether the sheet's address is good for it.
package struct DeclarationStates: Sendable, Hashable, Codable {
  package var sheet: [DutyState] = []
  package var list: [DutyState] = []
  package var answers: [DutyState] = []

  var untold: DeclarationStates {
    DeclarationStates(sheet: sheet.map(\.untold), list: list.map(\.untold), answers: answers.map(\.untold))
  }
}

/// Whether the site answers, and what was told about that.
package struct OutageState: Sendable, Hashable, Codable {
  package var silentNights = 0
  package var silentSince: CivilDate?
  package var reachedNights = 0
  package var lastDay: CivilDate?
  package var isTold = false
  package var recentAlarms = RecentAlarms()
}

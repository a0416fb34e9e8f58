import ThaiText

/// Decides what is worth a message after a run, from what is remembered of the nights before. Pure: the same runs in
/// the same order give the same messages.
///
/// **What counts as a loss.** A duty stands as met once it was met on the first judged night of a basis, or on k of
/// the last n judged nights (k = 2, n = 3 by default). It is lost when k of the last n judged nights find it not met;
/// then it is told, once. A duty that was awaited is told when k of n judged nights find a gap after its due date.
/// What was a gap from the start, or is one by other rules or another fiscal year only, is never told as lost.
/// A recovery is told once after n judged nights in a row with the duty met, longer for what keeps coming and going.
///
/// A night is a Thai day on which a run ended; `unknown` is no vote; nights on which the site was not reached, and
/// nights on a clock that jumped, count for no duty.
package struct AlarmPolicy: Sendable {
  private let settings: AlarmSettings

  package init(settings: AlarmSettings = AlarmSettings()) {
    self.settings = settings
  }

  package struct Decision: Sendable {
    package var messages: [AlarmMessage]
    /// Nil only where no run has been seen yet.
    package var states: AlarmStates?
  }

  /// - Parameters:
  ///   - runs: in the order in which they were made; those the states already know are skipped.
  ///   - states: what the last decision returned. Nil begins the watch: the runs given are its baseline, and only
  ///     what the newest of them brings is told.
  ///   - today: the Thai day of the newest run, by the machine's clock.
  package func decide(runs: [NightlyRun], states: AlarmStates?, today: CivilDate) -> Decision {
    let fresh = runs.filter { run in states.map { run.sequence > $0.sequence } ?? true }
    guard let newest = fresh.last else { return Decision(messages: [], states: states) }
    var remembered = states
    var messages: [AlarmMessage] = []
    for run in fresh.dropLast() {
      if let message = take(run, on: run.day, &remembered) { messages.append(message) }
    }
    if states == nil {
      messages = []
      remembered?.forgetWhatWasTold()
    }
    if let message = take(newest, on: today, &remembered) { messages.append(message) }
    return Decision(messages: messages, states: remembered)
  }

  private func take(_ run: NightlyRun, on today: CivilDate, _ remembered: inout AlarmStates?) -> AlarmMessage? {
    var states = remembered ?? AlarmStates(beginningWith: run, on: today)
    defer { remembered = states }
    states.sequence = run.sequence
    // A run that ended before midnight is still its own night; one that ended years from today is none.
    guard states.clock.accepts(today), NightClock.isNear(run.day, today) else { return nil }

    var parts: [AlarmMessage.Part] = []
    if let part = states.outage.take(reached: run.reached, on: run.day, settings) { parts.append(part) }
    if run.reached {
      parts += declarations(of: run, &states)
      parts += duties(of: run, &states)
    }
    if run.basis == states.basis { parts += reminders(run, on: today, &states) }
    if parts.isEmpty, isHeartbeatDue(states.lastMessage, today) { parts = [heartbeat(run, states)] }
    guard !parts.isEmpty else { return nil }
    states.lastMessage = today
    let order = AlarmMessage.Kind.allCases
    return AlarmMessage(day: today, parts: order.flatMap { kind in parts.filter { $0.kind == kind } })
  }

  // MARK: Parts

  private func duties(of run: NightlyRun, _ states: inout AlarmStates) -> [AlarmMessage.Part] {
    let because = run.basis.differences(from: states.basis)
    let round = self.round(run.items, remembered: states.items, of: run, states) { $0.items }
    states.items = round.states
    if !because.isEmpty { states.openBecause = because }
    states.basis = run.basis
    var differently = AlarmMessage.Part(.judgedDifferently, items: round.differently)
    differently.because = states.openBecause
    return [AlarmMessage.Part(.newGaps, items: round.gaps), AlarmMessage.Part(.recovered, items: round.recovered)]
      .filter { !$0.items.isEmpty } + (differently.items.isEmpty ? [] : [differently])
  }

  /// What the town itself says of its duties, watched as the duties are. What only other rules see in it is not told:
  /// the line about the duties says that there are other rules. A kind of which nothing is known tonight is kept in
  /// mind as it was.
  private func declarations(of run: NightlyRun, _ states: inout AlarmStates) -> [AlarmMessage.Part] {
    var remembered = states.declarations ?? DeclarationStates()
    var (undeclared, declaredAgain) = ([AlarmMessage.Item](), [AlarmMessage.Item]())
    var parts: [AlarmMessage.Part] = []
    let kinds: [(WritableKeyPath<DeclarationStates, [DutyState]>, KeyPath<DeclarationStandings, [ItemStanding]>)] = [
      (\.answers, \.answers), (\.sheet, \.sheet), (\.list, \.list),
    ]
    for (place, standings) in kinds {
      let tonight = run.declarations[keyPath: standings]
      guard !tonight.isEmpty else { continue }
      let round = self.round(tonight, remembered: remembered[keyPath: place], of: run, states) {
        $0.declarations[keyPath: standings]
      }
      remembered[keyPath: place] = round.states
      if place == \DeclarationStates.answers {
        parts += [
          AlarmMessage.Part(.answersLost, items: round.gaps),
          AlarmMessage.Part(.answersRegained, items: round.recovered),
        ]
      } else {
        undeclared += round.gaps.filter { item in !undeclared.contains { $0.number == item.number } }
        declaredAgain += round.recovered.filter { item in !declaredAgain.contains { $0.number == item.number } }
      }
    }
    states.declarations = remembered
    parts += [
      AlarmMessage.Part(.undeclared, items: undeclared), AlarmMessage.Part(.declaredAgain, items: declaredAgain),
    ]
    return parts.filter { !$0.items.isEmpty }
  }

  private func round(
    _ items: [ItemStanding], remembered: [DutyState], of run: NightlyRun, _ states: AlarmStates,
    _ standings: (NightlyRun.JudgedNight) -> [ItemStanding]
  ) -> DutyRound {
    DutyRound(
      items, remembered: remembered, again: run.basis == states.basis ? nil : RejudgedNights(run.rejudged, standings),
      on: run.day, settings)
  }

  private func reminders(
    _ run: NightlyRun, on day: CivilDate, _ states: inout AlarmStates
  ) -> [AlarmMessage.Part] {
    var part = AlarmMessage.Part(.dueSoon)
    let items = Dictionary(run.items.map { ($0.concepts, $0) }, uniquingKeysWith: { first, _ in first })
    for place in states.items.indices {
      guard let item = items[states.items[place].concepts],
        let left = states.items[place].reminder(for: item, on: day, settings)
      else { continue }
      var entry = AlarmMessage.Item(item, from: states.items[place].lastVerdict)
      entry.daysLeft = left
      part.items.append(entry)
    }
    return part.items.isEmpty ? [] : [part]
  }

  private func isHeartbeatDue(_ last: CivilDate?, _ day: CivilDate) -> Bool {
    guard let days = settings.heartbeatDays else { return false }
    return last.map { abs($0.days(until: day)) >= days } ?? true
  }

  private func heartbeat(_ run: NightlyRun, _ states: AlarmStates) -> AlarmMessage.Part {
    var part = AlarmMessage.Part(.heartbeat)
    part.tally = AlarmMessage.Tally(
      met: states.items.count { $0.standing == .met },
      gaps: states.items.count { $0.standing == .knownGap || $0.standing == .alarmed },
      awaited: states.items.count { $0.standing == .awaited },
      unknown: run.items.count { $0.verdict == .unknown })
    return part
  }
}

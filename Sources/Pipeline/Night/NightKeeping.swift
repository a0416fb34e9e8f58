import AuditCore
import History
import ThaiText

/// The end of one town's night: what is worth a message is decided, and report, recording, what the policy remembers
/// and the messages go into the history in one transaction.
package struct NightKeeping: Sendable {
  private let store: HistoryStore
  private let settings: AlarmSettings

  package init(store: HistoryStore, settings: AlarmSettings) {
    self.store = store
    self.settings = settings
  }

  /// - Parameters:
  ///   - number: of the run, as begun.
  ///   - targets: names of those who are told.
  ///   - now: the end of the run by the machine's clock; its Thai day is the night's.
  ///   - judgedAgain: an earlier run judged as this one was, nil where its recording is gone; asked for only where
  ///     the judging changed since the last run.
  /// - Returns: the messages, with whether the policy believed the clock.
  @discardableResult
  package func keep(
    _ report: AuditReport, as number: Int, snapshot: SnapshotRecord?, telling targets: [String], at now: Timestamp,
    judgedAgain: (RunRecord) throws -> AuditReport?
  ) throws -> KeptNight {
    let states = try store.alarmStates(of: report.site.url)
    var run = NightlyRun(sequence: number, day: now.thaiDay, report: report)
    if let states, run.reached, run.basis != states.basis {
      run.rejudged = try lastNights(of: report.site.url, through: states.sequence).compactMap { night in
        guard let day = night.finishedAt?.thaiDay, let again = try judgedAgain(night) else { return nil }
        return NightlyRun.JudgedNight(day: day, report: again)
      }
    }
    let decision = AlarmPolicy(settings: settings).decide(runs: [run], states: states, today: now.thaiDay)
    let messages = decision.messages.flatMap { message in targets.map { OutboxMessage(target: $0, message: message) } }
    try store.commit(
      FinishedRun(
        report: report, finishedAt: now, snapshot: snapshot, alarmStates: decision.states, messages: messages),
      as: number)
    return KeptNight(
      message: decision.messages.last, clockIsBelieved: decision.states?.clock.lastDay == now.thaiDay)
  }

  /// The last nights that reached the site, oldest first, as many as the policy looks at; of several runs in one night
  /// the last.
  private func lastNights(of site: String, through sequence: Int) throws -> [RunRecord] {
    var nights: [RunRecord] = []
    for run in try store.runs(site: site, limit: 200) where run.reached == true && run.id <= sequence {
      guard let day = run.finishedAt?.thaiDay, nights.last?.finishedAt?.thaiDay != day else { continue }
      nights.append(run)
      if nights.count == settings.window { break }
    }
    return nights.reversed()
  }
}

/// What became of a kept night beside the rows in the history.
package struct KeptNight: Sendable {
  /// What is told; nil on a calm night.
  package var message: AlarmMessage?
  /// False where the machine's day is so far from the last night's that nothing is to be concluded from it.
  package var clockIsBelieved: Bool
  /// Why the answer sheet could not be read; the night was kept without it.
  package var sheetFault: (any Error)?
}

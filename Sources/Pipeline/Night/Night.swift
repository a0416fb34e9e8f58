import AuditCore
import Foundation
import History
import ThaiText

/// The nightly job of one installation: every town one after another, then the messages, then the pruning. The caller
/// holds the `RunLock` of the data folder.
package struct Night: Sendable {
  package let configuration: Configuration
  package let rules: RulePack
  package let data: DataFolder
  package let store: HistoryStore
  package let services: NightServices

  package init(configuration: Configuration, rules: RulePack, data: DataFolder, services: NightServices) throws {
    self.configuration = configuration
    self.rules = rules
    self.data = data
    self.services = services
    store = try HistoryStore(path: data.historyPath)
  }

  /// - Parameters:
  ///   - towns: those of the configuration to look at tonight.
  ///   - ended: told of each town as soon as its night is over.
  package func run(_ towns: [Town], ended: (TownOutcome) -> Void) async -> NightOutcome {
    var outcome = NightOutcome()
    for town in towns {
      guard !Task.isCancelled else {
        outcome.isInterrupted = true
        break
      }
      let result = await TownNight(town: town, night: self).run()
      if case .interrupted = result { outcome.isInterrupted = true }
      if case .kept(_, _, _, let kept) = result, kept.clockIsBelieved { outcome.clockIsBelieved = true }
      ended(TownOutcome(town: town, result: result))
    }
    guard !Task.isCancelled else { return outcome }
    do {
      outcome.delivery = try await OutboxDelivery(
        store: store, configuration: configuration, notifiers: services.notifiers
      ).deliver(now: services.now)
      // A clock gone wrong must not make everything look old.
      if outcome.clockIsBelieved, !Task.isCancelled { try prune() }
    } catch {
      outcome.fault = error
    }
    return outcome
  }

  /// Lets go of what the retention rule does not keep: rows first, then folders, then the memory of the folders, so that
  /// a pruning cut short is gone on with the next night.
  private func prune() throws {
    _ = try store.prune(keeping: configuration.retention, today: services.now().thaiDay)
    try data.deleteReleased(in: store)
  }

  /// How a town is judged on a day.
  func judgement(for town: Town, asOf: CivilDate) throws -> Judgement {
    let year = FiscalYear(containing: asOf).year
    guard
      let edition = town.edition.map({ rules.edition($0) })
        ?? (rules.edition(year) ?? rules.edition(services.usualEdition))
    else {
      throw PipelineError(
        "ไม่มีรายการ OIT ที่ระบุสำหรับ \(town.key)", "there is no edition for \(town.key)",
        cause: "\(town.edition ?? services.usualEdition)")
    }
    var judgement = Judgement(
      rules: rules, edition: edition, asOf: asOf, fiscalYear: nil, language: configuration.language,
      recognizer: services.recognizer)
    judgement.waivers = town.waivers
    judgement.responsible = town.responsible
    judgement.bodyType = town.bodyType
    return judgement
  }
}

/// What a night is given from outside.
package struct NightServices: Sendable {
  /// How a town is recorded, without the earlier night, which the night adds.
  package var recording: @Sendable (Town) throws -> SiteRecording
  package var recognizer: any TopicRecognizer
  /// The answer sheet of a town; nil where it has none.
  package var answers: @Sendable (Town) throws -> VerificationSheet?
  package var notifiers: OutboxDelivery.Notifiers
  /// The machine's calendar clock, for what is kept and told.
  package var now: @Sendable () -> Timestamp
  /// Judges as of this day rather than the Thai day of recording; nil for a real night.
  package var asOf: CivilDate?
  /// Where neither the town nor its fiscal year names an edition.
  package var usualEdition: Int

  package init(
    recording: @escaping @Sendable (Town) throws -> SiteRecording, recognizer: any TopicRecognizer,
    answers: @escaping @Sendable (Town) throws -> VerificationSheet? = { _ in nil },
    notifiers: @escaping OutboxDelivery.Notifiers, now: @escaping @Sendable () -> Timestamp, asOf: CivilDate? = nil,
    usualEdition: Int
  ) {
    self.recording = recording
    self.recognizer = recognizer
    self.answers = answers
    self.notifiers = notifiers
    self.now = now
    self.asOf = asOf
    self.usualEdition = usualEdition
  }
}

/// How the night went for one town.
package struct TownOutcome: Sendable {
  package var town: Town
  package var result: Result

  package enum Result: Sendable {
    /// The number of the run, its report, its folder, and what is told.
    case kept(Int, AuditReport, NightFolder, KeptNight)
    /// A signal ended it; what was seen is in the folder, and the next start goes on with it.
    case interrupted(NightFolder?, AuditReport?)
    /// Our own side failed; the other towns are looked at all the same.
    case failed(any Error)
  }
}

/// How the night went as a whole.
package struct NightOutcome: Sendable {
  package var delivery = OutboxDelivery.Outcome()
  package var isInterrupted = false
  var clockIsBelieved = false
  /// Of our own side, after the towns: the outbox could not be read, the pruning not be done.
  package var fault: (any Error)?
}

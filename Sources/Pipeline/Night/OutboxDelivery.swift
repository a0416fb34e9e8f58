import AuditCore
import History

/// Carries what waits in the outbox to those who are to be told, oldest first. What fails waits for the next night and
/// never fails this one; whoever could not be reached once is not tried with the later messages, so that they
/// arrive in order.
package struct OutboxDelivery: Sendable {
  /// So long a message waits for a target that the configuration no longer names.
  private static let daysWithoutTarget = 30

  package typealias Notifiers = @Sendable (NotificationTarget) -> any Notifier

  private let store: HistoryStore
  private let configuration: Configuration
  private let notifiers: Notifiers

  package init(store: HistoryStore, configuration: Configuration, notifiers: @escaping Notifiers) {
    self.store = store
    self.configuration = configuration
    self.notifiers = notifiers
  }

  package struct Outcome: Sendable, Hashable {
    package var delivered = 0
    /// What kept a target from being told, each once: its name and the reason.
    package var failures: [Failure] = []

    package struct Failure: Sendable, Hashable {
      package var target: String
      package var reason: String
    }
  }

  package func deliver(now: @Sendable () -> Timestamp) async throws -> Outcome {
    var outcome = Outcome()
    var unreachable: Set<String> = []
    let sites = Dictionary(
      try store.sites().map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
    for waiting in try store.waitingMessages() {
      let name = waiting.content.target
      guard !unreachable.contains(name), !Task.isCancelled else { continue }
      let failure: String?
      if let target = configuration.targets.first(where: { $0.name == name }) {
        let site = sites[waiting.site] ?? AuditReport.Site(name: "", url: waiting.site)
        failure = await fault(of: notifiers(target).deliver(notice(waiting, of: site, for: target, at: now())))
      } else if waiting.createdAt.thaiDay.days(until: now().thaiDay) > Self.daysWithoutTarget {
        try store.withdraw(waiting.id)
        continue
      } else {
        failure = "ไม่มีผู้รับชื่อนี้ใน \(Configuration.fileName) แล้ว / no target of that name in \(Configuration.fileName)"
      }
      if let failure {
        unreachable.insert(name)
        outcome.failures.append(.init(target: name, reason: failure))
        try store.noteFailure(of: waiting.id, because: failure)
      } else {
        outcome.delivered += 1
        try store.noteDelivery(of: waiting.id, at: now())
      }
    }
    return outcome
  }

  private func fault(of outcome: DeliveryOutcome) -> String? {
    switch outcome {
    case .delivered: nil
    case .failed(let reason, _): reason
    }
  }

  private func notice(
    _ waiting: WaitingMessage, of site: AuditReport.Site, for target: NotificationTarget, at now: Timestamp
  ) -> AlarmNotice {
    let words = AlarmWords(
      language: target.language ?? configuration.language, site: site.name.isEmpty ? site.url : site.name)
    return AlarmNotice(
      id: "oitcheck-\(waiting.createdAt.secondsSinceEpoch)-\(waiting.run)-\(waiting.id)", site: site,
      subject: words.subject(of: waiting.content.message), body: words.body(of: waiting.content.message),
      message: waiting.content.message, sentAt: now)
  }
}

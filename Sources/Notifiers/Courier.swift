import AuditCore

/// Delivers one notice: tries again while that may help and time is left, and never throws. What is not delivered
/// tonight waits in the outbox for the next night.
package struct Courier: Notifier {
  let messenger: any Messenger
  let plan: RetryPlan
  let clock: any Clock<Duration>

  package init(messenger: any Messenger, plan: RetryPlan = RetryPlan(), clock: any Clock<Duration> = ContinuousClock())
  {
    self.messenger = messenger
    self.plan = plan
    self.clock = clock
  }

  package func deliver(_ notice: AlarmNotice) async -> DeliveryOutcome {
    await deliver(notice, on: clock)
  }

  private func deliver<Time: Clock>(_ notice: AlarmNotice, on clock: Time) async -> DeliveryOutcome
  where Time.Duration == Duration {
    let end = clock.now.advanced(by: plan.longest)
    var pauses = plan.pauses.makeIterator()
    while true {
      switch await messenger.attempt(notice) {
      case .delivered: return .delivered
      case .failed(let reason, let isLasting, let asked):
        let last = DeliveryOutcome.failed(reason: reason, isLasting: isLasting)
        guard !isLasting, let pause = pauses.next() else { return last }
        let next = clock.now.advanced(by: max(pause, asked ?? .zero))
        guard next < end, (try? await clock.sleep(until: next, tolerance: nil)) != nil else { return last }
      }
    }
  }
}

/// How often and how long a delivery is tried in one night: each pause three times the one before, without chance, so
/// that a night can be told beforehand. A receiver that asks for a longer pause gets it, if time is left.
package struct RetryPlan: Sendable, Hashable {
  package var first: Duration
  package var tries: Int
  /// No try begins later than so long after the first.
  package var longest: Duration

  package init(first: Duration = .seconds(2), tries: Int = 4, longest: Duration = .seconds(120)) {
    self.first = first
    self.tries = tries
    self.longest = longest
  }

  var pauses: [Duration] {
    var pause = first
    return (1..<max(1, tries)).map { _ in
      defer { pause *= 3 }
      return pause
    }
  }
}

import AuditCore
import Notifiers
import Synchronization
import Testing

/// Time that passes at once when somebody sleeps.
private final class SkippingClock: Clock {
  struct Instant: InstantProtocol {
    var time: Duration

    func advanced(by duration: Duration) -> Self { Self(time: time + duration) }
    func duration(to other: Self) -> Duration { other.time - time }
    static func < (a: Self, b: Self) -> Bool { a.time < b.time }
  }

  private let time = Mutex(Duration.zero)

  var now: Instant { Instant(time: time.withLock { $0 }) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    time.withLock { $0 = max($0, deadline.time) }
  }
}

/// Answers from a list, and remembers when it was asked.
private final class ScriptedMessenger: Messenger {
  private let script: [Attempt]
  private let clock: SkippingClock
  private let times = Mutex<[Duration]>([])

  init(_ script: [Attempt], _ clock: SkippingClock) {
    self.script = script
    self.clock = clock
  }

  init?(_ channel: NotificationTarget.Channel, _ means: MessengerMeans) throws(ChannelFault) { nil }

  var tries: [Duration] { times.withLock { $0 } }

  func attempt(_ notice: AlarmNotice) async -> Attempt {
    times.withLock { times in
      times.append(clock.now.time)
      return script[min(times.count, script.count) - 1]
    }
  }
}

@Suite("A courier")
struct CourierTests {
  private func deliver(_ script: Attempt...) async -> (outcome: DeliveryOutcome, tries: [Duration]) {
    let clock = SkippingClock()
    let messenger = ScriptedMessenger(script, clock)
    let outcome = await Courier(messenger: messenger, clock: clock).deliver(Sample.notice())
    return (outcome, messenger.tries)
  }

  private let busy = Attempt.failed(reason: "busy", isLasting: false)

  @Test("Tries again with growing pauses, the same every night, and gives up")
  func givesUp() async {
    let (outcome, tries) = await deliver(busy)
    #expect(outcome == .failed(reason: "busy", isLasting: false))
    #expect(tries == [.zero, .seconds(2), .seconds(8), .seconds(26)])
  }

  @Test("Stops at the first success, and at once at what trying does not help")
  func stops() async {
    let later = await deliver(busy, .delivered)
    #expect(later.outcome == .delivered && later.tries.count == 2)
    let never = await deliver(.failed(reason: "no", isLasting: true))
    #expect(never.outcome == .failed(reason: "no", isLasting: true) && never.tries.count == 1)
  }

  @Test("Waits as long as it is asked to, but not beyond its time")
  func asked() async {
    let patient = await deliver(.failed(reason: "busy", isLasting: false, wait: .seconds(50)), .delivered)
    #expect(patient.outcome == .delivered && patient.tries == [.zero, .seconds(50)])
    let tooLong = await deliver(.failed(reason: "busy", isLasting: false, wait: .seconds(3_600)))
    #expect(tooLong.outcome == .failed(reason: "busy", isLasting: false) && tooLong.tries == [.zero])
  }

  @Test("A target whose secret is not there has a notifier that says so, and where the secret should be")
  func misconfigured() async {
    let target = NotificationTarget(
      name: "line", channel: .line(token: .environment("NO_SUCH"), to: .plain("U1"), endpoint: nil))
    let outcome = await MessengerList.notifier(for: target, by: Sample.means()).deliver(Sample.notice())
    guard case .failed(let reason, isLasting: true) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(reason.contains("NO_SUCH"))
  }
}

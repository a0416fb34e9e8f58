import AuditCore
import Crawling
import Synchronization

/// Time that passes only when everybody waits: the sleeper whose moment comes first wakes, and it is that moment.
final class VirtualClock: CrawlClock {
  private struct State {
    var now = Duration.zero
    var sleepers: [(moment: Duration, number: Int, wake: CheckedContinuation<Void, any Error>)] = []
    var count = 0
    var isWaking = false
  }

  private let state = Mutex(State())

  var wall: Timestamp { Timestamp(secondsSinceEpoch: 1_686_787_200 + Int(uptime.components.seconds)) }
  var uptime: Duration { state.withLock { $0.now } }

  func sleep(until moment: Duration) async throws {
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (wake: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return wake.resume(throwing: CancellationError()) }
        state.withLock { $0.sleepers.append((moment, number, wake)) }
        passTime()
      }
    } onCancel: {
      let wake = state.withLock { state in
        state.sleepers.firstIndex { $0.number == number }.map { state.sleepers.remove(at: $0).wake }
      }
      wake?.resume(throwing: CancellationError())
    }
  }

  /// Lets everything that can run run first, then moves to the next moment somebody waits for.
  private func passTime() {
    let isFirst = state.withLock { state in
      defer { state.isWaking = true }
      return !state.isWaking
    }
    guard isFirst else { return }
    Task.detached(priority: .background) { [self] in
      for _ in 0..<200 { await Task.yield() }
      let (wake, isMore) = state.withLock { state -> (CheckedContinuation<Void, any Error>?, Bool) in
        state.isWaking = false
        guard
          let next = state.sleepers.indices.min(by: {
            (state.sleepers[$0].moment, state.sleepers[$0].number) < (
              state.sleepers[$1].moment, state.sleepers[$1].number
            )
          })
        else { return (nil, false) }
        let sleeper = state.sleepers.remove(at: next)
        state.now = max(state.now, sleeper.moment)
        return (sleeper.wake, !state.sleepers.isEmpty)
      }
      wake?.resume()
      if isMore { passTime() }
    }
  }
}

import AuditCore
import Crawling
import Synchronization

/// The clock of a replay: the calendar stands still at the moment of recording, and waiting takes no time.
package final class ReplayClock: CrawlClock {
  package let wall: Timestamp
  private let elapsed = Mutex(Duration.zero)

  package init(recordedAt: Timestamp) {
    wall = recordedAt
  }

  package var uptime: Duration { elapsed.withLock { $0 } }

  package func sleep(until moment: Duration) async throws {
    try Task.checkCancellation()
    elapsed.withLock { $0 = max($0, moment) }
    await Task.yield()
  }
}

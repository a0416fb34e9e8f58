import AuditCore
import Foundation

/// The time that a crawl lives by, passed in so that a test of an hour's crawl takes no time.
package protocol CrawlClock: Sendable {
  /// The calendar's time, for what is written down.
  var wall: Timestamp { get }
  /// Time since some fixed moment, never running backwards: for gaps, deadlines and budgets.
  var uptime: Duration { get }
  /// Throws `CancellationError` as soon as the task is cancelled.
  func sleep(until moment: Duration) async throws
}

/// The machine's own clock.
package struct SystemClock: CrawlClock {
  private let start = ContinuousClock.now

  package init() {}

  package var wall: Timestamp { Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970)) }

  package var uptime: Duration { start.duration(to: .now) }

  package func sleep(until moment: Duration) async throws {
    try await ContinuousClock().sleep(until: start.advanced(by: moment))
  }
}

extension Duration {
  /// Whole and broken seconds.
  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

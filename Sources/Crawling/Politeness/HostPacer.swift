import WebURL

/// When the next request may start on a host, and on the machine behind it: many towns share one vendor's server, so
/// every host *and* every IP address has a lane of its own, and a request needs room in all of its lanes.
///
/// The gap is kept from the start of a request, and from its answer too: a request may reach the server later than it
/// left us, and what the server has answered has certainly reached it. Pure: the moments come in.
package struct HostPacer: Sendable {
  /// How a request ended, as far as politeness goes.
  package enum Outcome: Sendable, Equatable {
    case answered
    /// 429: slow down, for as long as Retry-After says where it says so (RFC 6585 §4, RFC 9110 §10.2.3).
    case tooManyRequests(retryAfter: Duration?)
    /// 5xx, a reset, no answer.
    case faulty
  }

  /// A Crawl-delay longer than this is not waited out in full: the crawl would not end.
  package static let longestCrawlDelay = Duration.seconds(60)
  /// The longest pause that Retry-After or repeated faults can ask for.
  package static let longestPause = Duration.seconds(120)
  /// A request that runs longer than this no longer keeps others from starting.
  package static let slowAfter = Duration.seconds(5)
  /// Added to every gap, so that what leaves us a second apart does not arrive a millisecond closer.
  package static let margin = Duration.milliseconds(20)

  private enum LaneKey: Hashable {
    case host(String)
    case machine(IPAddress)
  }

  private struct Lane {
    var delay: Duration
    /// The site asks for a delay in its robots.txt, and it is kept.
    var isAskedFor = false
    var lastStart: Duration?
    var pausedUntil = Duration.zero
    var faultsInARow = 0
    /// Starts of the requests under way.
    var running: [Duration] = []
  }

  private let delay: Duration
  private let concurrency: Int
  private var lanes: [LaneKey: Lane] = [:]

  /// - Parameters:
  ///   - delay: The least gap on any host.
  ///   - concurrency: Requests at once on a host that asks for no delay.
  package init(delay: Duration, concurrency: Int) {
    self.delay = delay
    self.concurrency = max(1, concurrency)
  }

  /// Takes note of what robots.txt asks of a host.
  /// - Parameter isOwn: The owner runs the crawl and allows a gap shorter than the Crawl-delay.
  package mutating func observe(crawlDelay: Double?, on host: String, at machine: IPAddress?, isOwn: Bool) {
    guard let crawlDelay, crawlDelay > 0, !isOwn else { return }
    let asked = min(Duration.seconds(min(crawlDelay, 86_400)), Self.longestCrawlDelay)
    for key in keys(host, machine) {
      lanes[key, default: Lane(delay: delay)].delay.raise(to: asked)
      lanes[key, default: Lane(delay: delay)].isAskedFor = true
    }
  }

  /// Whether a host's robots.txt asks for the gap that is kept on it.
  package func keepsCrawlDelay(of host: String) -> Bool { lanes[.host(host)]?.isAskedFor ?? false }

  /// The gap that is kept on a host now.
  package func gap(on host: String) -> Duration { lanes[.host(host)]?.delay ?? delay }

  /// The earliest moment at which a request may start; nil when one under way has to end first.
  package func earliestStart(on host: String, at machine: IPAddress?, now: Duration) -> Duration? {
    var earliest = now
    for key in keys(host, machine) {
      guard let lane = lanes[key] else { continue }
      if let last = lane.lastStart, lane.delay > .zero { earliest.raise(to: last + lane.delay + Self.margin) }
      earliest.raise(to: lane.pausedUntil)
      guard let free = roomAt(lane, now: now) else { return nil }
      earliest.raise(to: free)
    }
    return earliest
  }

  package mutating func start(on host: String, at machine: IPAddress?, now: Duration) {
    for key in keys(host, machine) {
      lanes[key, default: Lane(delay: delay)].lastStart = now
      lanes[key, default: Lane(delay: delay)].running.append(now)
    }
  }

  /// - Parameter started: What was given to `start`.
  package mutating func finish(
    on host: String, at machine: IPAddress?, started: Duration, now: Duration, outcome: Outcome
  ) {
    for key in keys(host, machine) {
      guard var lane = lanes[key] else { continue }
      if let index = lane.running.firstIndex(of: started) { lane.running.remove(at: index) }
      if lane.lastStart == started { lane.lastStart = now }
      switch outcome {
      case .answered:
        lane.faultsInARow = 0
      case .tooManyRequests(let retryAfter):
        lane.faultsInARow += 1
        let pause = retryAfter ?? Self.backOff(after: lane.faultsInARow)
        lane.pausedUntil.raise(to: now + min(pause, Self.longestPause))
      case .faulty:
        // One faulty address is that address's own matter; a row of them is the server's.
        lane.faultsInARow += 1
        if lane.faultsInARow > 1 { lane.pausedUntil.raise(to: now + Self.backOff(after: lane.faultsInARow - 1)) }
      }
      lanes[key] = lane
    }
  }

  /// 1, 2, 4 … seconds, up to the longest pause.
  package static func backOff(after faults: Int) -> Duration {
    min(.seconds(1 << min(max(faults, 1) - 1, 10)), longestPause)
  }

  /// When the lane has room: now, when the oldest request under way has become slow, or nil.
  private func roomAt(_ lane: Lane, now: Duration) -> Duration? {
    let limit = lane.delay > .zero ? 1 : concurrency
    let counting = lane.running.filter { $0 + Self.slowAfter > now }.sorted()
    if counting.count < limit, concurrency > 1 || lane.running.isEmpty {
      return lane.running.count < limit + Self.slowRequests ? now : nil
    }
    guard concurrency > 1, lane.running.count < limit + Self.slowRequests, let oldest = counting.first else {
      return nil
    }
    return oldest + Self.slowAfter
  }

  /// How many slow requests a lane bears beside the others.
  private static let slowRequests = 2

  private func keys(_ host: String, _ machine: IPAddress?) -> [LaneKey] {
    [.host(host)] + (machine.map { [.machine($0)] } ?? [])
  }
}

extension Duration {
  fileprivate mutating func raise(to other: Duration) { self = max(self, other) }
}

import AuditCore
import Logging
import WebURL

/// One crawl of one site: asks for the most promising address that politeness allows, keeps what comes, learns from
/// it, and stops when nothing that matters is left or a budget is used up.
///
/// Every address that it comes to know leaves exactly one visit, whatever happened to it; other spellings of the same
/// page leave none of their own. A visit is recorded before anything follows from it, so that replaying the visits of
/// an interrupted crawl through `replay(_:)` brings back its state.
package actor Crawler {
  let plan: CrawlPlan
  private(set) var scope: CrawlScope
  let services: CrawlServices
  let priority: LinkPriority
  var frontier: Frontier
  var pacer: HostPacer
  var gates: [String: HostGate] = [:]
  var tally = CrawlTally()
  var findings: [Finding] = []
  /// By hashes of their digests: prospects that showed a body first.
  var knownContent = KnownContent<Int, Int32>()
  let signs = PageSigns()
  /// Bodies that stood in the place of what was asked for.
  var standIns: [ContentDigest: PageStandIn] = [:]
  /// Links met before, with the words around them: menus stand on every page.
  var knownLinks: Set<Int> = []
  /// Blocks of text met before.
  var knownBlocks: Set<Int> = []
  /// Prospects that stand for a robots.txt, with the origin it speaks for.
  var robotsOrigins: [Int: String] = [:]
  /// Prospects whose one visit is recorded: a robots.txt that is read again a day later leaves no second one.
  var recorded: Set<Int> = []
  var offSiteCount = 0
  var sitemapEntries = 0
  var underWay = 0
  var lookUps = 0
  private var timer: Duration?
  /// When the clock of the budget began to run.
  var startedAt = Duration.zero
  var unasked: [(index: Int, outcome: Visit.Outcome)] = []
  /// The home page, or where it leads.
  var home = 0
  var isHomeSeen = false
  var checkedSettlement = -1
  var current: WebURL
  private var isScopeOpen = false
  private let extraHosts: [String]
  let progress: AsyncStream<CrawlProgress>.Continuation?

  /// - Parameters:
  ///   - extraHosts: Hosts that count as the site beside its own.
  ///   - progress: Where the newest state of the crawl goes; the caller finishes it.
  package init(
    plan: CrawlPlan, extraHosts: [String] = [], services: CrawlServices,
    progress: AsyncStream<CrawlProgress>.Continuation? = nil
  ) {
    self.plan = plan
    self.extraHosts = extraHosts
    self.progress = progress
    scope = CrawlScope(site: plan.site, extraHosts: extraHosts)
    self.services = services
    current = plan.site
    priority = LinkPriority(
      recognizer: services.recognizer, sought: plan.sought, focusYear: plan.focusYear,
      aboutYearBefore: plan.aboutYearBefore)
    frontier = Frontier(sought: plan.sought, stopsWhenSettled: !plan.isExhaustive && !plan.sought.isEmpty)
    pacer = HostPacer(delay: plan.delay, concurrency: plan.concurrency)
    home = frontier.note(.init(url: plan.site, via: -1, depth: 0)) ?? 0
  }

  enum Event: Sendable {
    case answered(Int, started: Duration, FetchResult, since: EarlierTrace?)
    /// Cut short where the crawl ended meanwhile.
    case prepared(Arrival, wasCut: Bool)
    case resolved(origin: String, [IPAddress])
    case woken
  }

  /// Crawls to the end. Cancelling the task ends it within a second with what there is.
  /// - Throws: Only what the sink throws: our own faults.
  package func run() async throws -> CrawlOutcome {
    let began = services.clock.wall
    startedAt = services.clock.uptime - plan.spent
    await openScope()
    let stop = try await withThrowingTaskGroup(of: Event.self) { group in
      let stop = judged(try await crawl(in: &group))
      group.cancelAll()
      while let event = try await group.next() { try await handle(event, in: &group, isStopping: true) }
      return stop
    }
    services.log.info("crawl ended", metadata: ["reason": "\(stop.rawValue)", "requests": "\(tally.requests)"])
    try await services.sink.closing()
    let waiting = frontier.waiting
    let unseen = frontier.unseen
    try await leaveOut(because: stop)
    return CrawlOutcome(
      startedAt: began, finishedAt: services.clock.wall, stop: stop,
      coverage: coverage(after: stop, waiting: waiting, unseen: unseen), findings: findings,
      delaySeconds: pacer.gap(on: plan.site.host ?? "").inSeconds, receivedBytes: tally.receivedBytes,
      requests: tally.requests, notModified: tally.unchanged.notModified, sameBytes: tally.unchanged.sameBytes,
      found: frontier.ledger.found)
  }

  /// Looks up, once, where the site itself lies: only that range of addresses is open beside the public one.
  func openScope() async {
    guard !isScopeOpen else { return }
    isScopeOpen = true
    scope = await CrawlScope(site: plan.site, extraHosts: extraHosts, resolver: services.resolver)
  }

  private func crawl(in group: inout ThrowingTaskGroup<Event, any Error>) async throws -> StopReason {
    while true {
      let wake = launch(into: &group)
      try await recordUnasked()
      if let reason = stopReason() { return reason }
      if underWay == 0, lookUps == 0, wake == nil {
        if frontier.reconsider() { continue }
        return frontier.waiting == 0 ? .finished : settledOrExhausted
      }
      if let wake, timer.map({ wake < $0 }) ?? true {
        timer = wake
        let clock = services.clock
        group.addTask {
          try? await clock.sleep(until: wake)
          return .woken
        }
      }
      guard let event = try await group.next() else { continue }
      try await handle(event, in: &group, isStopping: false)
    }
  }

  private func handle(
    _ event: Event, in group: inout ThrowingTaskGroup<Event, any Error>, isStopping: Bool
  ) async throws {
    switch event {
    case .woken: timer = nil
    case .resolved(let origin, let machines):
      lookUps -= 1
      open(origin, at: machines)
    case .answered(let index, let started, let result, let trace):
      if isStopping, case .failure = result { return giveBack(index) }
      if let arrival = try await take(result, of: index, started: started, since: trace) {
        if let preparation = services.sink.preparation(of: arrival.visit) {
          // It keeps its place among the requests under way until it is recorded.
          return isStopping ? giveBack(index) : prepare(arrival, by: preparation, in: &group)
        }
        try await keep(arrival)
      }
      underWay -= 1
      report()
    case .prepared(let arrival, let wasCut):
      if wasCut { return giveBack(arrival.index) }
      try await keep(arrival)
      underWay -= 1
      report()
    }
  }

  private func prepare(
    _ arrival: Arrival, by preparation: @escaping @Sendable () async -> Visit,
    in group: inout ThrowingTaskGroup<Event, any Error>
  ) {
    group.addTask {
      var arrival = arrival
      arrival.visit = await preparation()
      return .prepared(arrival, wasCut: Task.isCancelled)
    }
  }

  /// The crawl ends before the address is settled: it waits for another time.
  private func giveBack(_ index: Int) {
    underWay -= 1
    frontier.putBack(index, notBefore: nil)
  }
}

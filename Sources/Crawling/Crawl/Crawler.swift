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
  var knownContent = KnownContent<ContentDigest>()
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
  private var underWay = 0
  private var lookUps = 0
  private var timer: Duration?
  private var startedAt = Duration.zero
  private var unasked: [(index: Int, outcome: Visit.Outcome)] = []
  private var home = 0
  private var checkedSettlement = -1
  private var current: WebURL
  private var isScopeOpen = false
  private let extraHosts: [String]
  private let progress: AsyncStream<CrawlProgress>.Continuation?

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
    priority = LinkPriority(recognizer: services.recognizer, sought: plan.sought, focusYear: plan.focusYear)
    frontier = Frontier(sought: plan.sought)
    pacer = HostPacer(delay: plan.delay, concurrency: plan.concurrency)
    home = frontier.note(.init(url: plan.site, via: -1, depth: 0)) ?? 0
  }

  private enum Event: Sendable {
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
    startedAt = services.clock.uptime
    await openScope()
    let stop = try await withThrowingTaskGroup(of: Event.self) { group in
      let stop = try await crawl(in: &group)
      group.cancelAll()
      while let event = try await group.next() { try await handle(event, in: &group, isStopping: true) }
      return stop
    }
    services.log.info("crawl ended", metadata: ["reason": "\(stop.rawValue)", "requests": "\(tally.requests)"])
    try await services.sink.closing()
    let waiting = frontier.waiting
    let unseen = tally.unseen(behind: stop == .finished ? 0 : waiting)
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
      if underWay == 0, lookUps == 0, wake == nil { return frontier.waiting == 0 ? .finished : .exhausted }
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

  // MARK: Choosing

  /// Starts as many requests as manners allow; returns when the next one may start.
  private func launch(into group: inout ThrowingTaskGroup<Event, any Error>) -> Duration? {
    guard tally.asked + underWay < plan.maxPages else { return nil }
    while underWay < plan.concurrency {
      let now = services.clock.uptime
      var wake = frontier.release(at: now)
      var chosen: (index: Int, priority: Float, gate: HostGate)?
      for origin in frontier.origins {
        guard let (index, worth) = candidate(of: origin, in: &group), let gate = gates[origin] else { continue }
        guard let start = pacer.earliestStart(on: gate.host, at: gate.address, now: now) else { continue }
        guard start <= now else {
          wake = min(wake ?? start, start)
          continue
        }
        if chosen.map({ worth > $0.priority }) ?? true { chosen = (index, worth, gate) }
      }
      guard let chosen else { return wake }
      ask(chosen.index, through: chosen.gate, now: now, in: &group)
      if tally.asked + underWay >= plan.maxPages { return nil }
    }
    return nil
  }

  private func ask(
    _ index: Int, through gate: HostGate, now: Duration, in group: inout ThrowingTaskGroup<Event, any Error>
  ) {
    frontier.begin(index)
    pacer.start(on: gate.host, at: gate.address, now: now)
    underWay += 1
    tally.requests += 1
    current = frontier.prospects[index].url
    let left = max(.zero, startedAt + plan.maxDuration - now) + .seconds(2)
    let request = FetchRequest(
      url: current, maxBytes: maxBytes(of: frontier.prospects[index]), deadline: min(plan.requestDeadline, left),
      unwantedTypes: Self.unwantedTypes)
    let fetcher = services.fetcher
    let earlier = frontier.prospects[index].purpose == .soft404Control ? nil : services.earlier
    report()
    group.addTask {
      let trace = await earlier?.trace(of: request.url)
      var request = request
      request.fields += trace?.validators.requestFields ?? []
      return .answered(index, started: now, await fetcher.fetch(request), since: trace)
    }
  }

  private static let unwantedTypes = ["image/", "video/", "audio/", "font/", "multipart/", "text/css"]

  private func maxBytes(of prospect: Prospect) -> Int {
    switch prospect.purpose {
    case .robots: RobotsLines.maximumBytes
    case .page, .sitemap: min(plan.maxFileBytes, max(1, plan.maxTotalBytes - tally.receivedBytes))
    case .soft404Control: min(plan.maxFileBytes, 2_000_000)
    }
  }

  /// The best address of an origin that may be asked for, once its machine and its robots.txt are known.
  private func candidate(
    of origin: String, in group: inout ThrowingTaskGroup<Event, any Error>
  ) -> (index: Int, priority: Float)? {
    while let best = frontier.best(of: origin) {
      let prospect = frontier.prospects[best.index]
      var gate = gates[origin] ?? HostGate(host: prospect.url.host ?? "")
      switch gate.machine {
      case .unknown:
        gates[origin] = lookUp(gate, origin: origin, in: &group)
        if gates[origin]?.machine == .beingLookedUp { return nil }
        continue
      case .beingLookedUp: return nil
      case .refused(let why):
        settleUnasked(best.index, .failed(.refusedAddress, detail: why))
        continue
      case .known: break
      }
      if prospect.purpose == .robots { return best }
      switch gate.robots {
      case .unknown:
        gate.robots = .underWay
        gates[origin] = gate
        noteRobots(of: origin)
      case .underWay: return nil
      case .known(_, let until) where until < services.clock.wall:
        gates[origin]?.robots = .unknown
      case .known(let policy, _):
        guard let obstacle = obstacle(best.index, policy) else { return best }
        settleUnasked(best.index, obstacle)
      }
    }
    return nil
  }

  /// Why an address is not asked for although its turn has come.
  private func obstacle(_ index: Int, _ policy: RobotsPolicy) -> Visit.Outcome? {
    let prospect = frontier.prospects[index]
    guard policy.allows(prospect.url) else { return .forbiddenByRobots }
    guard prospect.purpose == .page else { return nil }
    if EndlessAddress.matches(prospect.url) { return .leftOut(reason: "trap: an address that nests for ever") }
    if frontier.isTrapped(index) { return .leftOut(reason: "trap: its kind breeds nothing new") }
    if PathEnding(prospect.url) == .media { return .leftOut(reason: "neither a page nor a document") }
    if Int(prospect.depth) > CrawlPlan.maximumDepth { return .leftOut(reason: "trap: too deep") }
    return nil
  }

  private func lookUp(
    _ gate: HostGate, origin: String, in group: inout ThrowingTaskGroup<Event, any Error>
  ) -> HostGate {
    var gate = gate
    guard let resolver = services.resolver else {
      gate.machine = .known(nil)
      return gate
    }
    gate.machine = .beingLookedUp
    lookUps += 1
    let host = gate.host
    group.addTask { .resolved(origin: origin, await resolver.addresses(of: host)) }
    return gate
  }

  private func open(_ origin: String, at machines: [IPAddress]) {
    if let bad = machines.first(where: { !scope.admits($0) }) {
      gates[origin]?.machine = .refused("the name leads to a \(bad.range.rawValue) network address")
    } else {
      gates[origin]?.machine = .known(machines.first)
    }
  }

  // MARK: Ending

  private func stopReason() -> StopReason? {
    if Task.isCancelled { return .interrupted }
    if services.clock.uptime - startedAt >= plan.maxDuration, frontier.waiting > 0 { return .maxTime }
    if tally.receivedBytes >= plan.maxTotalBytes { return .maxBytes }
    if tally.asked >= plan.maxPages { return frontier.waiting > 0 ? .maxPages : .finished }
    if let gate = gates[plan.site.origin] {
      if gate.failuresInARow >= Self.failuresToGiveUp || gate.answered == 0 && isDone(home) && gate.failuresInARow > 0 {
        return .unreachable
      }
      if gate.refusalsInARow >= Self.refusalsToGiveUp { return .refused }
    }
    guard !plan.isExhaustive, !plan.sought.isEmpty, tally.asked / 10 > checkedSettlement else { return nil }
    checkedSettlement = tally.asked / 10
    guard SettlementRule.leavesNothing(in: frontier, isForbidden: isForbidden) else { return nil }
    return frontier.ledger.isComplete ? .settled : .exhausted
  }

  /// Requests in a row without an answer, or refused, after which a site is left alone.
  private static let failuresToGiveUp = 24
  private static let refusalsToGiveUp = 40

  private func isForbidden(_ url: WebURL) -> Bool {
    guard case .known(let policy, _)? = gates[url.origin]?.robots else { return false }
    return !policy.allows(url)
  }

  private func isDone(_ index: Int) -> Bool { frontier.prospects[index].state == .done }

  private func settleUnasked(_ index: Int, _ outcome: Visit.Outcome) {
    frontier.end(index)
    unasked.append((index, outcome))
  }

  private func recordUnasked() async throws {
    let ready = unasked
    unasked = []
    for entry in ready { try await settle(entry.index, entry.outcome, at: services.clock.wall) }
  }

  /// Everything still waiting gets its one visit, with the reason.
  private func leaveOut(because stop: StopReason) async throws {
    try await recordUnasked()
    let reason = stop.isComplete ? "nothing depended on it any more" : stop.rawValue
    for index in frontier.prospects.indices where frontier.prospects[index].state != .done {
      frontier.end(index)
      guard frontier.prospects[index].purpose == .page else { continue }
      let url = frontier.prospects[index].url
      try await settle(
        index, isForbidden(url) ? .forbiddenByRobots : .leftOut(reason: reason), at: services.clock.wall)
    }
  }

  private func coverage(after stop: StopReason, waiting: Int, unseen: Int) -> Coverage {
    let isHomeSeen = gates[plan.site.origin].map { $0.answered > 0 } ?? false
    let isSound = tally.failed * 5 <= tally.asked && isHomeSeen && tally.answered > 0
    return Coverage(
      known: frontier.prospects.count { $0.purpose == .page } + frontier.forgotten, fetched: tally.answered,
      refusedByRobots: tally.forbidden, failed: tally.failed, overBudget: stop.isComplete ? 0 : waiting,
      estimatedUnseen: unseen, sufficient: isSound && stop.isComplete)
  }

  private func report() {
    let spent = max(0.001, (services.clock.uptime - startedAt).inSeconds)
    let pace = spent / Double(max(1, tally.requests))
    let left = min(plan.maxPages - tally.asked, frontier.waiting)
    let byPages = Duration.seconds(Double(max(0, left)) * pace)
    progress?.yield(
      CrawlProgress(
        fetched: tally.asked, known: frontier.prospects.count, current: current,
        conceptsFound: frontier.ledger.foundCount, conceptsSought: plan.sought.count,
        timeLeft: min(byPages, max(.zero, startedAt + plan.maxDuration - services.clock.uptime))))
  }
}

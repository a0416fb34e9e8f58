import AuditCore
import WebURL

/// What is asked for next, and through which gates it goes first.
extension Crawler {
  /// Starts as many requests as manners allow; returns when the next one may start.
  func launch(into group: inout ThrowingTaskGroup<Event, any Error>) -> Duration? {
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
    var request = FetchRequest(
      url: current, maxBytes: maxBytes(of: frontier.prospects[index]), deadline: min(plan.requestDeadline, left),
      unwantedTypes: Self.unwantedTypes)
    // A repetition would break the delay that the site asks for.
    request.isAlone = pacer.keepsCrawlDelay(of: gate.host)
    let fetcher = services.fetcher
    let earlier = frontier.prospects[index].purpose == .soft404Control ? nil : services.earlier
    report()
    group.addTask { [request] in
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
    while let best = frontier.next(of: origin) {
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

  func open(_ origin: String, at machines: [IPAddress]) {
    if let bad = machines.first(where: { !scope.admits($0) }) {
      gates[origin]?.machine = .refused("the name leads to a \(bad.range.rawValue) network address")
    } else {
      gates[origin]?.machine = .known(machines.first)
    }
  }
}

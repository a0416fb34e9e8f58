import AuditCore
import WebURL

/// Pages that only script fills, shown by a browser before they are recorded.
extension Crawler: PageParts {
  /// The outcome with what the browser made of it, where the page is a shell and there is a browser.
  func rendered(_ outcome: Visit.Outcome, of index: Int) async -> Visit.Outcome {
    let prospect = frontier.prospects[index]
    guard let renderer = services.renderer, case .delivered(var delivery) = outcome, !Task.isCancelled,
      prospect.purpose == .page || prospect.purpose == .soft404Control, scope.place(of: prospect.url) == .site,
      delivery.body.count <= Self.largestShell
    else { return outcome }
    // What an earlier night saw of the same shell says nothing about tonight.
    let known = delivery.conversions
    delivery.conversions.removeAll { $0.method == .rendered }
    guard services.extractor.document(from: delivery, at: prospect.url).isScriptShell else {
      return outcome
    }
    let page = ShellPage(url: prospect.url, delivery: delivery, siteHosts: scope.hosts)
    delivery.conversions.append(await renderer.render(page, asking: self))
    delivery.earlier?.holdsConversions = delivery.conversions == known
    return .delivered(delivery)
  }

  /// A page that brings more bytes than this is no shell.
  private static let largestShell = 2_000_000

  /// The outcome as the crawl looks at it: all pages of an application are the same shell, so a rendered one is known
  /// by what it shows, and not by the bytes that were delivered.
  func shown(_ outcome: Visit.Outcome) -> Visit.Outcome {
    guard case .delivered(var delivery) = outcome, let page = delivery.renderedPage else { return outcome }
    delivery.digest = services.digest(Array(page.utf8))
    return .delivered(delivery)
  }

  /// Fetches a script or data for a page that is being rendered: of the site only, as its robots.txt allows, and at
  /// the crawl's pace. The crawl itself asks for nothing meanwhile.
  package func part(at url: WebURL, maxBytes: Int, deadline: Duration) async -> PartAnswer {
    switch scope.place(of: url) {
    case .refused(let why): return .refused(why)
    case .offSite: return .refused("another host")
    case .site: break
    }
    let machines = await services.resolver?.addresses(of: url.host ?? "") ?? []
    if let bad = machines.first(where: { !scope.admits($0) }) {
      return .refused("the name leads to a \(bad.range.rawValue) network address")
    }
    guard case .known(let policy, let until)? = gates[url.origin]?.robots, until >= services.clock.wall else {
      return .refused("its robots.txt has not been read yet")
    }
    guard policy.allows(url) else { return .refused("robots.txt forbids it") }
    guard tally.receivedBytes < plan.maxTotalBytes else { return .refused("the crawl has received all it may") }
    guard let started = await turn(at: url, on: machines.first) else { return .failed("the crawl was stopped") }
    let room = min(maxBytes, max(1, plan.maxTotalBytes - tally.receivedBytes))
    let result = await services.fetcher.fetch(FetchRequest(url: url, maxBytes: room, deadline: deadline))
    finish(result, at: url, on: machines.first, started: started)
    switch result {
    case .response(let response): return .response(response)
    case .failure(let failure, _, _): return .failed(failure.rawValue)
    }
  }

  /// Waits until a request may start, and starts it.
  private func turn(at url: WebURL, on machine: IPAddress?) async -> Duration? {
    let host = url.host ?? ""
    while !Task.isCancelled {
      let now = services.clock.uptime
      let start = pacer.earliestStart(on: host, at: machine, now: now)
      if let start, start <= now {
        pacer.start(on: host, at: machine, now: now)
        tally.requests += 1
        return now
      }
      guard (try? await services.clock.sleep(until: start ?? now + Self.pauseForRoom)) != nil else { return nil }
    }
    return nil
  }

  /// How long to wait where another request has to end first.
  private static let pauseForRoom = Duration.milliseconds(100)

  private func finish(_ result: FetchResult, at url: WebURL, on machine: IPAddress?, started: Duration) {
    var outcome = HostPacer.Outcome.answered
    switch result {
    case .failure(.cancelled, _, _): break
    case .failure: outcome = .faulty
    case .response(let response):
      tally.receivedBytes += response.receivedBytes
      if response.status == 429 {
        outcome = .tooManyRequests(retryAfter: RetryAfter.wait(response.fields, now: services.clock.wall))
      } else if response.status >= 500 {
        outcome = .faulty
      }
    }
    pacer.finish(on: url.host ?? "", at: machine, started: started, now: services.clock.uptime, outcome: outcome)
  }
}

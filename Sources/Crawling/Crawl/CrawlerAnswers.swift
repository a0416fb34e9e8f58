import AuditCore
import WebURL

/// What becomes of an answer: a retry, a visit, and what follows from it.
extension Crawler {
  /// An answer that is about to be recorded.
  struct Arrival: Sendable {
    var index: Int
    var visit: Visit
    var response: FetchResponse
  }

  /// Takes in one result: a failure is settled or tried again later, an answer comes back to be kept.
  func take(
    _ result: FetchResult, of index: Int, started: Duration, since trace: EarlierTrace? = nil
  ) async throws -> Arrival? {
    let prospect = frontier.prospects[index]
    let origin = prospect.url.origin
    let now = services.clock.uptime
    let gate = gates[origin] ?? HostGate(host: prospect.url.host ?? "")
    pacer.finish(
      on: gate.host, at: gate.address, started: started, now: now, outcome: manners(result, now: services.clock.wall))
    noteHealth(result, of: origin)
    switch result {
    case .failure(.cancelled, _, _):
      frontier.putBack(index, notBefore: nil)
      return nil
    case .failure(let failure, let detail, let at):
      let isHopeless = failure == .tls || failure == .refusedAddress || failure == .timedOut && prospect.attempts > 0
      if !isHopeless, mayRetry(prospect) {
        frontier.putBack(index, notBefore: now + HostPacer.backOff(after: Int(prospect.attempts) + 1))
        return nil
      }
      if prospect.purpose == .robots { set(.forbidsEverything, for: origin, at: at) }
      try await settle(index, .failed(failure, detail: detail), at: at)
      return nil
    case .response(let response):
      tally.receivedBytes += response.receivedBytes
      if isPassing(response), mayRetry(prospect) {
        let asked = RetryAfter.wait(response.fields, now: services.clock.wall).map { min($0, HostPacer.longestPause) }
        let pause = max(asked ?? .zero, HostPacer.backOff(after: Int(prospect.attempts) + 1))
        frontier.putBack(index, notBefore: now + pause)
        return nil
      }
      let outcome = await rendered(try await outcome(of: response, at: prospect.url, since: trace), of: index)
      var visit = visit(of: index, outcome, at: response.startedAt)
      visit.remark = response.remark
      return Arrival(index: index, visit: visit, response: response)
    }
  }

  /// Records an answer, then draws conclusions from it.
  func keep(_ arrival: Arrival) async throws {
    try await settle(arrival.index, arrival.visit, response: arrival.response)
    note(arrival.visit.remark, of: arrival.visit.url)
    follow(arrival.visit.outcome, of: arrival.index, at: arrival.visit.at)
  }

  private func outcome(
    of response: FetchResponse, at url: WebURL, since trace: EarlierTrace?
  ) async throws -> Visit.Outcome {
    let isDelivery = (200..<300).contains(response.status)
    let digest = isDelivery ? services.digest(response.body) : nil
    if let trace,
      let delivery = try await services.earlier?.unchanged(response, at: url, digest: digest, since: trace)
    {
      return .delivered(delivery)
    }
    if let digest {
      return .delivered(
        Delivery(
          status: response.status, fields: response.fields, body: response.body, digest: digest,
          truncated: response.truncated))
    }
    switch response.status {
    case 300..<400 where response.fields["Location"] != nil:
      let target = WebURL(
        parsing: response.fields["Location"] ?? "", relativeTo: url, domainToASCII: .libidn2)
      return .redirected(status: response.status, to: target)
    default:
      return .refused(status: response.status)
    }
  }

  /// What follows from a recorded outcome, live and when a crawl is resumed.
  func follow(_ outcome: Visit.Outcome, of index: Int, at moment: Timestamp) {
    let prospect = frontier.prospects[index]
    switch (prospect.purpose, shown(outcome)) {
    case (.robots, .delivered(let delivery)):
      set(RobotsPolicy(reading: delivery.body, for: UserAgent.productToken), for: origin(robots: index), at: moment)
    case (.robots, .redirected(_, let target)):
      followRobots(to: target, from: index, at: moment)
    case (.robots, .refused(let status)):
      // A busy server (429) has not said that there is no file, so it counts with the 5xx.
      let isAbsent = (300..<500).contains(status) && status != 429
      set(isAbsent ? .allowsEverything : .forbidsEverything, for: origin(robots: index), at: moment)
    case (.robots, .failed):
      set(.forbidsEverything, for: origin(robots: index), at: moment)
    case (_, .redirected(_, let target)):
      if let target { followRedirect(to: target, from: index) }
    case (.sitemap, .delivered(let delivery)): readSitemap(delivery, of: index)
    case (.soft404Control, .delivered(let delivery)): learnMissingPage(delivery, of: index)
    case (.page, .delivered(let delivery)): read(delivery, of: index)
    default: frontier.learn(.nothing, from: index)
    }
  }

  private func followRedirect(to target: WebURL, from index: Int) {
    let prospect = frontier.prospects[index]
    guard Int(prospect.hops) < CrawlPlan.maximumRedirects else { return }
    let place = scope.place(of: target)
    let isOffSite = place == .offSite
    guard place == .site || isOffSite && (prospect.isOffSite || prospect.confidence >= LinkPromise.naming) else {
      return
    }
    if !isOffSite { frontier.canonicalizer.learn(prospect.url, answersAs: target) }
    defer { if index == home, let next = frontier.index(of: target) { home = next } }
    frontier.note(
      .init(
        url: target, via: Int32(index), purpose: prospect.purpose == .sitemap ? .sitemap : .page,
        promise: LinkPromise(of: prospect), depth: Int(prospect.depth), hops: Int(prospect.hops) + 1,
        isOffSite: isOffSite, spot: "redirect", isRedirect: true))
  }

  /// The visit of an address, with what its links said of it.
  private func visit(of index: Int, _ outcome: Visit.Outcome, at moment: Timestamp) -> Visit {
    let prospect = frontier.prospects[index]
    let via = prospect.via < 0 ? nil : frontier.prospects[Int(prospect.via)].url
    let named = prospect.topics.filter { $0.confidence >= LinkPromise.naming }
    return Visit(
      url: prospect.url, at: moment, outcome: outcome, via: via, purpose: prospect.purpose,
      concepts: named.map { plan.sought[$0.concept] })
  }

  /// Settles an address that nothing came from.
  func settle(_ index: Int, _ outcome: Visit.Outcome, at moment: Timestamp) async throws {
    try await settle(index, visit(of: index, outcome, at: moment), response: nil)
  }

  /// Writes the one visit of an address.
  private func settle(_ index: Int, _ visit: Visit, response: FetchResponse?) async throws {
    if recorded.insert(index).inserted { try await services.sink.record(visit, response: response) }
    tally.note(visit.outcome, of: visit.purpose)
    frontier.end(index)
  }

  // MARK: Judging an answer

  private func mayRetry(_ prospect: Prospect) -> Bool { Int(prospect.attempts) + 1 < plan.attempts }

  /// Whether the fault may be gone the next time.
  private func isPassing(_ response: FetchResponse) -> Bool {
    switch response.status {
    case 408, 425, 429, 500, 502, 503, 504, 520...530: true
    default: response.truncated == "disconnect"
    }
  }

  private func manners(_ result: FetchResult, now: Timestamp) -> HostPacer.Outcome {
    switch result {
    case .failure(.cancelled, _, _): .answered
    case .failure: .faulty
    case .response(let response) where response.status == 429:
      .tooManyRequests(retryAfter: RetryAfter.wait(response.fields, now: now))
    case .response(let response) where response.status >= 500: .faulty
    case .response: .answered
    }
  }

  private func noteHealth(_ result: FetchResult, of origin: String) {
    guard var gate = gates[origin] else { return }
    switch result {
    case .failure(.cancelled, _, _): break
    case .failure: gate.failuresInARow += 1
    case .response(let response):
      gate.failuresInARow = 0
      gate.answered += 1
      // What is delivered counts when it was looked at.
      switch response.status {
      case 401, 403, 429: gate.refusalsInARow += 1
      case 200..<300: break
      default: gate.refusalsInARow = 0
      }
    }
    gates[origin] = gate
  }

  /// A fault of an origin is told once, however many answers came in spite of it.
  func note(_ remark: String?, of url: WebURL) {
    guard let remark, !findings.contains(where: { $0.kind == .tls && $0.url == url.origin }) else { return }
    findings.append(Finding(kind: .tls, url: url.origin, detail: remark))
  }
}

extension LinkPromise {
  /// What was promised of an address holds for where it redirects to.
  init(of prospect: Prospect) {
    topics = prospect.topics
    isAttachment = prospect.isAttachment
    isIndex = prospect.isIndex
    isTelling = prospect.isTelling
    year = prospect.year
  }
}

import Archive
import AuditCore
import Crawling
import WebURL

/// The manners towards each host whose addresses a sheet declares: which machines may be spoken to, what its
/// robots.txt allows (RFC 9309), how long to wait between requests, and when to leave it alone.
///
/// Declared addresses are written by strangers: one that leads into a network of ours is refused unless the audited
/// site itself lies there, whatever name or redirect leads to it.
struct VerificationGates {
  enum Answer {
    case unasked(Visit.Outcome)
    case failed(FetchFailure, detail: String, at: Timestamp)
    case answered(FetchResponse)
  }

  private enum Gate {
    case open(RobotsPolicy, machine: IPAddress?)
    case closed(String)
  }

  private let means: SiteRecording
  private let scope: CrawlScope
  private var pacer: HostPacer
  private var gates: [String: Gate] = [:]
  private var failuresInARow: [String: Int] = [:]

  /// Addresses of a host in a row without an answer, after which it is left alone.
  private static let failuresToGiveUp = 3
  private static let robotsBytes = 500_000

  init(means: SiteRecording, scope: CrawlScope) {
    self.means = means
    self.scope = scope
    pacer = HostPacer(delay: means.plan.delay, concurrency: 1)
  }

  var gap: Double { pacer.gap(on: means.plan.site.host ?? "").inSeconds }

  // MARK: Opening

  /// Looks up the machines of an address's host and reads its robots.txt, once. Gives the visits that it took.
  mutating func open(_ url: WebURL) async -> [(Visit, FetchResponse?)] {
    let origin = url.origin
    guard gates[origin] == nil else { return [] }
    if let why = refusal(of: url) {
      gates[origin] = .closed(why)
      return []
    }
    let machine: IPAddress?
    switch await look(up: url.host ?? "") {
    case .failure(let refused):
      gates[origin] = .closed(refused.why)
      return []
    case .success(let address): machine = address
    }
    let (policy, visits) = await robots(of: origin, at: machine)
    gates[origin] = .open(policy, machine: machine)
    let isOwn = means.plan.isOwnSite && scope.place(of: url) == .site
    pacer.observe(crawlDelay: policy.crawlDelay, on: url.host ?? "", at: machine, isOwn: isOwn)
    return visits
  }

  private struct Refused: Error { let why: String }

  private func refusal(of url: WebURL) -> String? {
    if case .refused(let why) = scope.place(of: url) { why } else { nil }
  }

  private func look(up host: String) async -> Result<IPAddress?, Refused> {
    guard let resolver = means.resolver else { return .success(nil) }
    let machines = await resolver.addresses(of: host)
    if let bad = machines.first(where: { !scope.admits($0) }) {
      return .failure(Refused(why: "the name leads to a \(bad.range.rawValue) network address"))
    }
    return .success(machines.first)
  }

  /// At most five redirects are followed, also to other hosts; a file that cannot be had closes the site, one that is
  /// not there opens it (RFC 9309 §2.3.1).
  private mutating func robots(of origin: String, at machine: IPAddress?) async -> (
    RobotsPolicy, [(Visit, FetchResponse?)]
  ) {
    var visits: [(Visit, FetchResponse?)] = []
    var next = WebURL(parsing: origin + "/robots.txt")
    var machine = machine
    for _ in 0...CrawlPlan.maximumRobotsRedirects {
      guard let url = next else { return (.allowsEverything, visits) }
      let result = await request(url, machine: machine, maxBytes: Self.robotsBytes)
      guard case .response(let response) = result else {
        if case .failure(let failure, let detail, let at) = result {
          visits.append((Visit(url: url, at: at, outcome: .failed(failure, detail: detail), purpose: .robots), nil))
        }
        return (.forbidsEverything, visits)
      }
      let outcome = Self.outcome(of: response, at: url)
      visits.append((Visit(url: url, at: response.startedAt, outcome: outcome, purpose: .robots), response))
      switch outcome {
      case .delivered(let delivery): return (RobotsPolicy(reading: delivery.body, for: UserAgent.productToken), visits)
      case .redirected(_, let target):
        guard let target, refusal(of: target) == nil, case .success(let other) = await look(up: target.host ?? "")
        else { return (.allowsEverything, visits) }
        next = target
        machine = other
      case .refused(let status) where status < 500 && status != 429: return (.allowsEverything, visits)
      default: return (.forbidsEverything, visits)
      }
    }
    return (.allowsEverything, visits)
  }

  // MARK: Asking

  /// - Parameter fields: what is asked with, beside the usual.
  mutating func ask(_ url: WebURL, maxBytes: Int, fields: [HTTPField] = []) async -> Answer {
    if let why = refusal(of: url) { return .unasked(.failed(.refusedAddress, detail: why)) }
    switch gates[url.origin] {
    case .open(let policy, let machine):
      guard policy.allows(url) else { return .unasked(.forbiddenByRobots) }
      guard failuresInARow[url.origin, default: 0] < Self.failuresToGiveUp else {
        return .unasked(.failed(.timedOut, detail: "the host gave no answer to other addresses"))
      }
      // Asked again each time: a name may lead elsewhere than when its robots.txt was read.
      if case .failure(let refused) = await look(up: url.host ?? "") {
        return .unasked(.failed(.refusedAddress, detail: refused.why))
      }
      switch await request(url, machine: machine, maxBytes: maxBytes, fields: fields) {
      case .response(let response):
        failuresInARow[url.origin] = 0
        return .answered(response)
      case .failure(let failure, let detail, let at):
        failuresInARow[url.origin, default: 0] += 1
        return .failed(failure, detail: detail, at: at)
      }
    case .closed(let why): return .unasked(.failed(.refusedAddress, detail: why))
    case nil: return .unasked(.failed(.other, detail: "the host was not looked at"))
    }
  }

  /// One address, as often as manners and the plan allow while the fault may pass.
  private mutating func request(
    _ url: WebURL, machine: IPAddress?, maxBytes: Int, fields: [HTTPField] = []
  ) async -> FetchResult {
    let host = url.host ?? ""
    let clock = means.clock
    var request = FetchRequest(
      url: url, maxBytes: maxBytes, deadline: means.plan.requestDeadline, unwantedTypes: ["video/", "audio/", "font/"])
    request.fields = fields
    var attempt = 1
    while true {
      let start = pacer.earliestStart(on: host, at: machine, now: clock.uptime) ?? clock.uptime
      if start > clock.uptime { try? await clock.sleep(until: start) }
      if Task.isCancelled { return .failure(.cancelled, detail: "interrupted", at: clock.wall) }
      let started = clock.uptime
      pacer.start(on: host, at: machine, now: started)
      let result = await means.fetcher.fetch(request)
      let wait = manners(result)
      pacer.finish(on: host, at: machine, started: started, now: clock.uptime, outcome: wait)
      guard attempt < means.plan.attempts, mayPass(result, attempt: attempt) else { return result }
      try? await clock.sleep(until: clock.uptime + HostPacer.backOff(after: attempt))
      attempt += 1
    }
  }

  private func mayPass(_ result: FetchResult, attempt: Int) -> Bool {
    switch result {
    case .failure(.timedOut, _, _): attempt == 1
    case .failure(let failure, _, _): ![.tls, .refusedAddress, .cancelled, .nameNotResolved].contains(failure)
    case .response(let response): [408, 425, 429, 500, 502, 503, 504].contains(response.status)
    }
  }

  private func manners(_ result: FetchResult) -> HostPacer.Outcome {
    switch result {
    case .failure(.cancelled, _, _): .answered
    case .failure: .faulty
    case .response(let response) where response.status == 429:
      .tooManyRequests(retryAfter: RetryAfter.wait(response.fields, now: means.clock.wall))
    case .response(let response) where response.status >= 500: .faulty
    case .response: .answered
    }
  }

  /// What an answer means for its address; redirects are followed by whoever asked.
  static func outcome(of response: FetchResponse, at url: WebURL) -> Visit.Outcome {
    switch response.status {
    case 200..<300:
      .delivered(
        Delivery(
          status: response.status, fields: response.fields, body: response.body,
          digest: WARCDigest(of: response.body).evidence, truncated: response.truncated))
    case 300..<400 where response.fields["Location"] != nil:
      .redirected(
        status: response.status,
        to: WebURL(parsing: response.fields["Location"] ?? "", relativeTo: url, domainToASCII: .libidn2))
    default: .refused(status: response.status)
    }
  }
}

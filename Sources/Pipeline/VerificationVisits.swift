import Archive
import AuditCore
import Crawling
import Extraction
import WebURL

/// The addresses looked at so far while a sheet is verified, one after the other. Each is asked for once, recorded
/// before anything follows from it, and kept without its body.
struct VerificationVisits {
  private let means: SiteRecording
  private let held: HeldPages?
  private let earlier: EarlierSnapshot?
  private let recording: VisitRecording
  private let extractor = DocumentExtractor()
  private var gates: VerificationGates
  private var seen: [WebURL: SeenPage] = [:]
  private let startedAt: Duration
  private(set) var stop = StopReason.finished
  private(set) var findings: [Finding] = []
  /// Archives of the earlier look whose bodies this one refers to.
  private(set) var parents: Set<ContentDigest> = []
  private(set) var coverage = Coverage(
    known: 0, fetched: 0, refusedByRobots: 0, failed: 0, overBudget: 0, estimatedUnseen: 0, sufficient: false)

  /// - Parameters:
  ///   - held: pages that need not be asked for.
  ///   - earlier: a look at the same sheet before: what did not change since is not sent again.
  init(
    means: SiteRecording, scope: CrawlScope, recording: VisitRecording, held: HeldPages?, earlier: EarlierSnapshot?
  ) {
    self.means = means
    self.held = held
    self.earlier = earlier
    self.recording = recording
    startedAt = means.clock.uptime
    gates = VerificationGates(means: means, scope: scope)
  }

  /// The gap kept on the site's own host, in seconds.
  var gap: Double { gates.gap }

  func document(at url: WebURL) -> Document? {
    var at: WebURL? = url.withoutFragment
    for _ in 0..<DeclaredEvidence.mostRedirects {
      guard let page = at.flatMap({ seen[$0] ?? held?[$0] }) else { return nil }
      guard let next = page.redirect else { return page.document }
      at = next
    }
    return nil
  }

  /// Learns what a missing page of the site looks like, and what its home page is: the frame around every other.
  mutating func lookAround() async throws {
    let site = means.plan.site
    if held?.controls.isEmpty ?? true, let control = MissingPageControl.address(on: site) {
      _ = try await visit(control, via: nil, purpose: .soft404Control)
    }
    _ = try await follow(site)
  }

  /// Looks at an address and at what it redirects to; gives the last of them, nil where that was not looked at.
  mutating func follow(_ address: WebURL, via: WebURL? = nil) async throws -> SeenPage? {
    var via = via
    var met: Set<WebURL> = []
    var next = address.withoutFragment
    while met.count <= DeclaredEvidence.mostRedirects, met.insert(next).inserted {
      let page: SeenPage
      if let known = seen[next] ?? held?[next] {
        page = known
      } else {
        page = try await visit(next, via: via, purpose: .page)
      }
      guard let target = page.redirect else { return page }
      via = next
      next = target
    }
    return nil
  }

  private mutating func visit(_ url: WebURL, via: WebURL?, purpose: Visit.Purpose) async throws -> SeenPage {
    var exchange: FetchResponse?
    var moment = means.clock.wall
    let outcome: Visit.Outcome
    if let reason = budgetUsedUp() {
      outcome = .leftOut(reason: reason)
    } else {
      try await openGate(of: url)
      let trace = purpose == .page ? await earlier?.trace(of: url) : nil
      let fields = trace?.validators.requestFields ?? []
      switch await gates.ask(url, maxBytes: means.plan.maxFileBytes, fields: fields) {
      case .unasked(let obstacle): outcome = obstacle
      case .failed(let failure, let detail, let at):
        outcome = .failed(failure, detail: detail)
        moment = at
        if failure == .cancelled { stop = .interrupted }
      case .answered(let response):
        exchange = response
        moment = response.startedAt
        outcome = try await taken(response, at: url, purpose: purpose, since: trace)
      }
    }
    let visit = Visit(url: url, at: moment, outcome: outcome, via: via, purpose: purpose)
    try recording.record(visit, exchange: exchange)
    let page = seenPage(visit)
    if purpose == .page {
      seen[url] = page
      count(outcome)
    }
    return page
  }

  private func seenPage(_ visit: Visit) -> SeenPage {
    guard case .delivered(let delivery) = visit.outcome, visit.purpose == .page else {
      return SeenPage(visit, document: nil)
    }
    return SeenPage(visit, document: extractor.document(from: delivery, at: visit.url))
  }

  /// The robots.txt of a host is read before anything else of it, and recorded like everything.
  private mutating func openGate(of url: WebURL) async throws {
    for (visit, exchange) in await gates.open(url) { try recording.record(visit, exchange: exchange) }
  }

  private mutating func taken(
    _ response: FetchResponse, at url: WebURL, purpose: Visit.Purpose, since trace: EarlierTrace?
  ) async throws -> Visit.Outcome {
    if let remark = response.remark, !findings.contains(where: { $0.url == url.origin }) {
      findings.append(Finding(kind: .tls, url: url.origin, detail: remark))
    }
    var outcome = VerificationGates.outcome(of: response, at: url)
    var digest: ContentDigest?
    if case .delivered(let delivery) = outcome { digest = delivery.digest }
    if let trace, let same = try await earlier?.unchanged(response, at: url, digest: digest, since: trace) {
      outcome = .delivered(same)
    }
    guard case .delivered(var delivery) = outcome, purpose == .page else { return outcome }
    if let earlier = delivery.earlier { parents.insert(earlier.archive) }
    if means.conversion.isNeeded(for: delivery, at: url) {
      delivery.conversions = await means.conversion.conversions(of: delivery, at: url)
      delivery.earlier?.holdsConversions = false
    }
    return .delivered(delivery)
  }

  // MARK: Budgets

  private mutating func budgetUsedUp() -> String? {
    if Task.isCancelled { stop = .interrupted }
    if stop == .finished, coverage.known >= means.plan.maxPages { stop = .maxPages }
    if stop == .finished, means.clock.uptime - startedAt >= means.plan.maxDuration { stop = .maxTime }
    return stop == .finished ? nil : stop.rawValue
  }

  private mutating func count(_ outcome: Visit.Outcome) {
    coverage.known += 1
    switch outcome {
    case .delivered, .redirected: coverage.fetched += 1
    case .refused(let status): if status >= 500 { coverage.failed += 1 } else { coverage.fetched += 1 }
    case .forbiddenByRobots: coverage.refusedByRobots += 1
    case .failed: coverage.failed += 1
    case .leftOut: coverage.overBudget += 1
    }
  }
}

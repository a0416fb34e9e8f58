import AuditCore
import WebURL

/// When a crawl ends, and what it then says of itself.
extension Crawler {
  func stopReason() -> StopReason? {
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
    guard frontier.stopsWhenSettled, tally.asked / 10 > checkedSettlement else { return nil }
    checkedSettlement = tally.asked / 10
    guard SettlementRule.leavesNothing(in: frontier, isForbidden: isForbidden) else { return nil }
    return settledOrExhausted
  }

  /// What an end is called that leaves addresses which cannot change the outcome.
  var settledOrExhausted: StopReason { frontier.ledger.isComplete ? .settled : .exhausted }

  /// Requests in a row without an answer, or refused, after which a site is left alone.
  private static let failuresToGiveUp = 24
  private static let refusalsToGiveUp = 40

  private func isForbidden(_ url: WebURL) -> Bool {
    guard case .known(let policy, _)? = gates[url.origin]?.robots else { return false }
    return !policy.allows(url)
  }

  private func isDone(_ index: Int) -> Bool { frontier.prospects[index].state == .done }

  func settleUnasked(_ index: Int, _ outcome: Visit.Outcome) {
    frontier.end(index)
    unasked.append((index, outcome))
  }

  func recordUnasked() async throws {
    let ready = unasked
    unasked = []
    for entry in ready { try await settle(entry.index, entry.outcome, at: services.clock.wall) }
  }

  /// Everything still waiting gets its one visit, with the reason.
  func leaveOut(because stop: StopReason) async throws {
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

  func coverage(after stop: StopReason, waiting: Int, unseen: Int) -> Coverage {
    let isSound = tally.failed * 5 <= tally.asked && isHomeSeen
    return Coverage(
      known: frontier.prospects.count { $0.purpose == .page } + frontier.forgotten, fetched: tally.answered,
      refusedByRobots: tally.forbidden, failed: tally.failed, overBudget: stop.isComplete ? 0 : waiting,
      estimatedUnseen: unseen, sufficient: isSound && stop.isComplete)
  }

  func report() {
    let spent = max(0.001, (services.clock.uptime - startedAt - plan.spent).inSeconds)
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

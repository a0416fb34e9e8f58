import AuditCore
import WebURL

/// Bringing back the state of an interrupted crawl.
extension Crawler {
  /// Takes in one recorded visit, in the order of recording, before `run()`: the crawl then knows what it knew when
  /// that visit was made, and does not ask for the address again. Nothing is recorded anew.
  ///
  /// Visits that were left out are not replayed (they stand behind the journal's closing mark): those addresses wait
  /// again.
  package func replay(_ visit: Visit) async {
    if case .leftOut = visit.outcome { return }
    await openScope()
    let origin = visit.url.origin
    if gates[origin] == nil { gates[origin] = HostGate(host: visit.url.host ?? "") }
    if visit.purpose == .robots, case .unknown = gates[origin]?.robots { gates[origin]?.robots = .underWay }
    guard let index = place(of: visit) else { return }
    frontier.begin(index)
    tally.note(visit.outcome, of: visit.purpose)
    note(visit.remark, of: visit.url)
    if case .delivered(let delivery) = visit.outcome, delivery.earlier?.sign != .notModified {
      tally.receivedBytes += delivery.body.count
    }
    if case .failed = visit.outcome {} else { gates[origin]?.answered += 1 }
    frontier.end(index)
    recorded.insert(index)
    follow(visit.outcome, of: index, at: visit.at)
  }

  /// The waiting address that a recorded visit settles; noted now where nothing replayed so far led to it.
  private func place(of visit: Visit) -> Int? {
    let via = visit.via.flatMap { frontier.index(of: $0) } ?? -1
    if let known = frontier.exactIndex(of: visit.url) {
      guard frontier.prospects[known].state == .waiting else { return nil }
      frontier.setPurpose(visit.purpose, of: known)
      return known
    }
    return frontier.note(
      .init(url: visit.url, via: Int32(via), purpose: visit.purpose, depth: via < 0 ? 0 : 1, isRedirect: true))
  }
}

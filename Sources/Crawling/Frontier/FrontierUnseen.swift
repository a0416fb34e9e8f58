/// How much of the site was never heard of, guessed.
extension Frontier {
  /// Addresses that nothing linked to yet: were each waiting page to bring as many new ones as the last few of its
  /// family did, and those in turn as many again (a geometric series, its ratio held below 0.9). Of a kind never looked
  /// into one new address each is expected.
  var unseen: Int {
    var (waiting, expected) = (0.0, 0.0)
    for (index, prospect) in prospects.enumerated() where prospect.state != .done && prospect.purpose == .page {
      guard PathEnding(prospect.url) == .page, !prospect.isOffSite, !isTrapped(index) else { continue }
      waiting += 1
      expected += experience.record(ofFamily: prospect.family).newAddressesExpected ?? 1
    }
    return waiting == 0 ? 0 : Int((expected / (1 - min(0.9, expected / waiting))).rounded())
  }
}

/// How much of the site was never heard of, guessed.
extension Frontier {
  /// Addresses that nothing linked to yet: were each waiting one to bring as many new ones as the last few of its
  /// family did, and those in turn as many again (a geometric series, its ratio held below 0.9). Of a kind never looked
  /// into one new address each is expected.
  var unseen: Int {
    var expected = 0.0
    for (index, prospect) in prospects.enumerated() {
      guard prospect.state != .done, prospect.purpose == .page, !prospect.isDocument, !isTrapped(index) else {
        continue
      }
      expected += experience.record(ofFamily: prospect.family).newAddressesExpected ?? 1
    }
    guard expected > 0 else { return 0 }
    let ratio = min(0.9, expected / Double(waiting))
    return Int((expected / (1 - ratio)).rounded())
  }
}

import ThaiText

/// What the words of a page cannot show: that a channel stands apart from the general one (ITA 2566 O28), and that a
/// paper is the town's own and not the law it rests on (O10).
struct IssuerCheck {
  let item: ItemRule
  /// What the page's own heading names.
  let topics: [TopicMatch]

  private static let act = ["พระราชบัญญัติ", "พ.ร.บ."].map { ThaiFolding.fold($0) }
  private static let section = ThaiFolding.fold("มาตรา")
  /// Sections from which on a text that begins as an act is one.
  private static let actSections = 8

  /// The element that falls for it, nil where nothing speaks against the page.
  func lacking(_ candidate: Candidate, _ bundle: EvidenceBundle) -> ElementRule? {
    guard isGeneralChannel(candidate) || (item.issuedBySite && isAct(bundle)) else { return nil }
    return item.elements.first { $0.need == .must }
  }

  /// Its heading is rather that of the channel it must be apart from.
  private func isGeneralChannel(_ candidate: Candidate) -> Bool {
    guard let other = item.separateFrom, let general = topics.first(where: { $0.concept == other }) else {
      return false
    }
    return general.confidence > topics.first { $0.concept == candidate.concept }?.confidence ?? 0
  }

  private func isAct(_ bundle: EvidenceBundle) -> Bool {
    guard let text = bundle.parts.first?.text else { return false }
    let begins = Self.act.contains { text.folded.starts(with: $0) }
    guard begins else { return false }
    var count = 0
    var at = 0
    while count < Self.actSections, let range = text.firstRange(of: Self.section, from: at) {
      count += 1
      at = range.upperBound
    }
    return count >= Self.actSections
  }
}

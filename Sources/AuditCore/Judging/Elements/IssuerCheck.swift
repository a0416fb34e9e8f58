import ThaiText

/// What the words of a page cannot show: that a channel stands apart from the general one (ITA 2566 O28), and that a
/// text is the town's own and not the law it rests on (O3, O10).
struct IssuerCheck {
  let item: ItemRule
  /// What the page calls itself.
  let heading: String
  /// Names of the channel that the item's own must be apart from, folded.
  let apart: [[UInt8]]
  /// Its heading names the item.
  let isNamed: Bool

  private static let acts = ["พระราชบัญญัติ", "พ.ร.บ.", "ระเบียบกระทรวง", "กฎกระทรวง", "ประกาศกระทรวง", "พระราชกฤษฎีกา"].map
  {
    ThaiFolding.fold($0)
  }
  /// How the sections of an act and of a regulation are numbered.
  private static let sections = [ThaiFolding.fold("มาตรา"), ThaiFolding.fold("ข้อ")]
  /// Blocks among which the title of a pasted act stands.
  private static let opening = 3
  /// Sections from which on a text that begins as an act is one.
  private static let actSections = 8

  /// The element that falls for it, nil where nothing speaks against the page.
  func lacking(_ bundle: EvidenceBundle) -> ElementRule? {
    guard !isNamed, isGeneralChannel || (item.issuedBySite && isAct(bundle)) else { return nil }
    return item.elements.first { $0.need == .must } ?? item.elements.first { $0.need == .should }
  }

  /// Its heading is that of the channel it must be apart from.
  private var isGeneralChannel: Bool {
    let heading = ThaiFolding.fold(heading)
    return apart.contains { ByteSearch.contains(heading, $0) }
  }

  /// A whole act or regulation: its title stands first, and numbered sections follow.
  private func isAct(_ bundle: EvidenceBundle) -> Bool {
    guard let text = bundle.parts.first?.text else { return false }
    let begins = text.blocks.indices.prefix(Self.opening).contains { at in
      Self.acts.contains { text.foldedBlock(at).starts(with: $0) }
    }
    return begins && Self.sections.contains { numbered($0, in: text) >= Self.actSections }
  }

  /// How often a word stands before a number, up to what is needed.
  private func numbered(_ word: [UInt8], in text: JudgedText) -> Int {
    var count = 0
    var at = 0
    while count < Self.actSections, let range = text.firstRange(of: word, from: at) {
      if range.upperBound < text.folded.count, TextSigns.isDigit(text.folded[range.upperBound]) { count += 1 }
      at = range.upperBound
    }
    return count
  }
}

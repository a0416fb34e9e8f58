import ThaiText

/// Channels for complaints of every kind: where a site has none for corruption alone (ITA 2566 O28), they are the
/// nearest miss, and an officer is told why they do not count.
struct GeneralChannels {
  let index: SiteIndex
  /// Names of such a channel, the most telling first.
  let names: [[UInt8]]

  private static let most = 2
  /// Letters of a link that is named so; longer ones tell news of it.
  private static let longestName = 60
  private static let why = Bilingual(
    th: "เป็นช่องทางร้องเรียนทั่วไป ไม่ใช่ช่องทางเฉพาะเรื่องทุจริตของเจ้าหน้าที่",
    en: "a channel for complaints of every kind, not one for corruption of officials alone")

  init(index: SiteIndex, names: ConceptNames?) {
    self.index = index
    self.names = (names.map { $0.strong + $0.weak } ?? []).map { ThaiFolding.fold($0.text) }
  }

  func nearMisses(of concept: ConceptID) -> [Assessment] {
    var seen: Set<Int> = []
    var found: [Assessment] = []
    for name in names {
      for at in index.links.indices where found.count < Self.most {
        guard let page = page(named: name, by: at), seen.insert(page).inserted else { continue }
        found.append(assessment(of: page, concept, at))
      }
    }
    return found
  }

  /// The web page that a link of this name opens.
  private func page(named name: [UInt8], by at: Int) -> Int? {
    let link = index.links[at]
    guard link.link.kind == .anchor, let key = link.targetKey,
      link.link.text.unicodeScalars.count <= Self.longestName,
      ByteSearch.contains(ThaiFolding.fold(link.link.text), name),
      case .page(let page) = index.arrival(at: key), page != index.homePage,
      index.pages[page].condition.isReadable, index.pages[page].document?.mediaType == .html
    else { return nil }
    return page
  }

  private func assessment(of page: Int, _ concept: ConceptID, _ link: Int) -> Assessment {
    let naming = Candidate.Naming(link: link, confidence: 0.5, name: "", isInherited: false)
    return Assessment(
      candidate: Candidate(concept: concept, target: .page(page), namings: [naming]), page: page,
      outcome: .anotherThing(Self.why), period: .notAsked, isLeading: false, ownTopic: 0, found: [], missing: [],
      confidence: 0.5, bundle: nil)
  }
}

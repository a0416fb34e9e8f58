import ThaiText
import WebURL

/// Finds, for every concept, the places of the site that may disclose it: through the words on links and around
/// them, through the headings of pages and documents themselves, and through lists and articles that lead on.
struct CandidateFinder {
  private let index: SiteIndex
  private let recognizer: any TopicRecognizer
  private let year: Int
  /// Topics of each page's own heading, by page.
  private(set) var ownTopics: [Int: [TopicMatch]] = [:]
  private(set) var linkTopics: [Int: [TopicMatch]] = [:]
  /// The fiscal year whose list a page shows, by page.
  private(set) var listYears: [Int: Int] = [:]
  private let echoed: EchoedLinks
  private var byConcept: [ConceptID: [Candidate.Target: Candidate]] = [:]
  private var order: [ConceptID: [Candidate.Target]] = [:]

  /// Below this a topic is no reason to look.
  static let leastConfidence = 0.3

  /// - Parameter year: the judged fiscal year: what its list of items names comes before what another year's does.
  init(index: SiteIndex, recognizer: any TopicRecognizer, year: FiscalYear) {
    self.index = index
    self.recognizer = recognizer
    self.year = year.year
    echoed = EchoedLinks(index: index)
    for page in index.pages.indices {
      if let year = Self.listYear(of: index.pages[page]) { listYears[page] = year }
    }
    readLinks()
    readHeadings()
    inheritAttachments()
    settleStandings()
  }

  /// The fiscal year of the item list that a page announces ("การประเมิน ITA ประจำปี 2566").
  private static func listYear(of page: IndexedPage) -> Int? {
    guard page.document?.mediaType == .html else { return nil }
    return [page.heading, page.document?.title ?? ""].lazy.compactMap { ItemNumbering.year(in: $0) }.first
  }

  func candidates(for concept: ConceptID) -> [Candidate] {
    (order[concept] ?? []).compactMap { byConcept[concept]?[$0] }
  }

  // MARK: Standing

  private mutating func settleStandings() {
    var pointing: [Int: [Int]] = [:]
    for (at, link) in index.links.enumerated() {
      guard link.link.kind != .canonical, link.link.kind != .alternate, let key = link.targetKey,
        let page = index.pageByKey[key]
      else { continue }
      pointing[page, default: []].append(at)
    }
    for (concept, candidates) in byConcept {
      byConcept[concept] = candidates.mapValues { candidate in
        var candidate = candidate
        candidate.standing = standing(of: candidate, pointing)
        return candidate
      }
    }
  }

  private func standing(of candidate: Candidate, _ pointing: [Int: [Int]]) -> Candidate.Standing {
    let named = candidate.namings.compactMap(\.link)
    if let best = named.map({ standing(ofLink: $0) }).min() { return best }
    guard case .page(let page) = candidate.target, let links = pointing[page], !links.isEmpty else { return .found }
    return links.allSatisfy { standing(ofLink: $0) == .otherList } ? .otherList : .found
  }

  private func standing(ofLink at: Int) -> Candidate.Standing {
    guard !index.links[at].isChrome, let list = listYears[index.links[at].firstPage] else { return .onSite }
    return list == year ? .listed : .otherList
  }

  private mutating func note(_ concept: ConceptID, _ target: Candidate.Target, _ naming: Candidate.Naming) {
    if byConcept[concept]?[target] == nil {
      order[concept, default: []].append(target)
      byConcept[concept, default: [:]][target] = Candidate(concept: concept, target: target, namings: [])
    }
    byConcept[concept]?[target]?.namings.append(naming)
  }

  // MARK: Links

  private mutating func readLinks() {
    let parents = Set(index.links.flatMap { $0.link.menuPath + $0.link.headings }.map { ThaiFolding.fold($0) })
    for at in index.links.indices {
      let indexed = index.links[at]
      guard indexed.link.kind != .canonical, indexed.link.kind != .alternate else { continue }
      if indexed.link.kind == .dead, parents.contains(ThaiFolding.fold(indexed.link.text)) { continue }
      let topics = recognizer.topics(of: mention(of: indexed)).filter { $0.confidence >= Self.leastConfidence }
      guard !topics.isEmpty else { continue }
      linkTopics[at] = topics
      guard let target = target(of: at) else { continue }
      for topic in topics.prefix(3) {
        note(
          topic.concept, target,
          Candidate.Naming(link: at, confidence: topic.confidence, name: topic.name, isInherited: false))
      }
    }
  }

  private func mention(of indexed: IndexedLink) -> Mention {
    let link = indexed.link
    let page = index.pages[indexed.firstPage]
    return Mention(
      text: link.text, label: link.label, surroundings: link.row + [link.before, link.item].filter { !$0.isEmpty },
      headings: link.headings, menuPath: link.menuPath, address: link.target.map { decodedForDisplay($0) },
      fileName: link.target.flatMap { $0.pathSegments.last }, pageTitle: page.heading,
      numberingYear: listYears[indexed.firstPage], region: link.region)
  }

  private func target(of at: Int) -> Candidate.Target? {
    let indexed = index.links[at]
    if indexed.link.kind == .dead { return .deadLink(at) }
    guard let key = indexed.targetKey else { return nil }
    switch index.arrival(at: key) {
    case .page(let page): return index.pages[page].isSpam ? nil : .page(page)
    case .homeInstead(let page), .astray(let page): return .astray(page)
    case .notRecorded: return echoed.contains(at) ? nil : .notRecorded(key)
    }
  }

  // MARK: Pages

  private mutating func readHeadings() {
    for at in index.pages.indices {
      let page = index.pages[at]
      guard !page.isSpam, page.document != nil, page.condition.isReadable || page.condition == .placeholder else {
        continue
      }
      let topics = Opening(of: page).topics(by: recognizer).filter { $0.confidence >= Self.leastConfidence }
      guard !topics.isEmpty else { continue }
      ownTopics[at] = topics
      // A title is about what it names surest; lesser topics of it are words in passing.
      let least = max(0.5, (topics.first?.confidence ?? 0) - 0.2)
      for topic in topics.prefix(3) where topic.confidence >= least {
        note(
          topic.concept, .page(at),
          Candidate.Naming(link: nil, confidence: topic.confidence * 0.9, name: topic.name, isInherited: false))
      }
    }
  }

  /// A page that is about a concept hands its topic on to the files and links on it that say nothing of their own
  /// ("เอกสารแนบ", "เดือนตุลาคม 2565").
  private mutating func inheritAttachments() {
    for (concept, targets) in order.sorted(by: { $0.key < $1.key }) {
      for target in targets {
        guard case .page(let page) = target, let parent = byConcept[concept]?[target], parent.confidence >= 0.5,
          index.pages[page].document?.mediaType == .html, listYears[page] == nil
        else { continue }
        let own = index.pages[page].links.filter { isOwn($0) }
        guard own.count <= 80 else { continue }
        for link in own where linkTopics[link] == nil {
          guard let child = self.target(of: link), child != target, leadsToFile(link, child) || isAttachment(link)
          else { continue }
          note(
            concept, child,
            Candidate.Naming(
              link: link, confidence: parent.confidence * 0.85, name: parent.best?.name ?? "", isInherited: true))
        }
      }
    }
  }

  func isOwn(_ link: Int) -> Bool {
    let indexed = index.links[link]
    return !indexed.isChrome && (indexed.link.region == .main || indexed.link.region == .aside)
  }

  /// Named as what belongs to the page ("เอกสารแนบ", "ดาวน์โหลด"), whatever its address looks like.
  func isAttachment(_ link: Int) -> Bool {
    let text = ThaiFolding.fold(index.links[link].link.text)
    return text.count <= 90 && Self.attachmentWords.contains { ByteSearch.contains(text, $0) }
  }

  private static let attachmentWords = [
    "แนบ", "ดาวน์โหลด", "ดาวโหลด", "download", "คลิก", "คลิ๊ก", "เปิดไฟล์", "เปิดเอกสาร", "รายละเอียด", "ดูเอกสาร", "ดูไฟล์",
    "เอกสารประกอบ",
    "attachment",
  ].map { ThaiFolding.fold($0) }

  private func leadsToFile(_ link: Int, _ target: Candidate.Target) -> Bool {
    switch target {
    case .page(let page):
      return index.pages[page].document.map { $0.mediaType != .html } ?? isNamedAsFile(link)
    case .deadLink: return false
    case .astray, .notRecorded: return isNamedAsFile(link)
    }
  }

  private func isNamedAsFile(_ link: Int) -> Bool {
    let path = (index.links[link].link.target?.href ?? "").lowercased()
    return [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar"].contains { path.hasSuffix($0) }
      || ["=pdf", "=docx", "=xlsx"].contains { path.hasSuffix($0) }
  }
}

import AuditCore
import Foundation
import ThaiText
import WebURL

/// Reads links for the frontier: which sought concept, whether an index, which year.
///
/// The words of the vocabulary come through the recognizer; what is known here is only how Thai sites write their way
/// to the ITA pages.
struct LinkPriority: Sendable {
  private let recognizer: (any TopicRecognizer)?
  private let sought: [ConceptID: Int]
  private let focusYear: Int?
  /// Sought concepts (places in the list) whose disclosure speaks of the year before the focus year.
  private let aboutYearBefore: Set<Int>

  init(
    recognizer: (any TopicRecognizer)?, sought: [ConceptID], focusYear: Int?, aboutYearBefore: Set<ConceptID> = []
  ) {
    self.aboutYearBefore = Set(sought.indices.filter { aboutYearBefore.contains(sought[$0]) })
    self.recognizer = recognizer
    self.sought = Dictionary(sought.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.focusYear = focusYear
  }

  /// - Parameter pageTitle: Title of the page the link stands on.
  func promise(of link: Link, pageTitle: String) -> LinkPromise {
    var promise = LinkPromise()
    let words = link.text + " " + link.label
    promise.isTelling = Self.isTelling(words)
    promise.isIndex = Self.namesIndex(words) || Self.isIndexAddress(link.target)
    let mention = Mention(
      text: link.text, label: link.label, surroundings: link.row + [link.item, link.before].filter { !$0.isEmpty },
      headings: link.headings, menuPath: link.menuPath, address: link.target.map { ByteText.decoded($0.href) },
      fileName: link.target.flatMap(Self.fileName), pageTitle: pageTitle, region: link.region)
    promise.topics = topics(of: mention)
    let wanted = promise.topics.first.map { wantedYear(of: $0.concept) } ?? focusYear
    promise.year = wanted.map { year(of: link, words: words, pageTitle: pageTitle, wanted: $0) } ?? 0
    return promise
  }

  /// What a page's own title and headings say it is about.
  func topics(ofPage document: Document) -> [LinkPromise.Topic] {
    let heading = document.blocks.first { block in
      if case .heading(let level) = block.kind { level <= 2 && block.region == .main } else { false }
    }
    return [document.title, heading?.text ?? ""].filter { !$0.isEmpty }
      .flatMap { topics(of: Mention(text: $0, pageTitle: document.title)) }
      .sorted { $0.confidence > $1.confidence }
  }

  private func topics(of mention: Mention) -> [LinkPromise.Topic] {
    guard let recognizer else { return [] }
    let found = recognizer.topics(of: mention).compactMap { match in
      sought[match.concept].map { LinkPromise.Topic(concept: $0, confidence: Float(match.confidence)) }
    }
    return Array(found.prefix(2))
  }

  /// Whether a text names something by itself: at least six letters that are no mere number ("ถัดไป", "12", "เปิด").
  private static func isTelling(_ text: String) -> Bool {
    text.unicodeScalars.lazy.filter { $0.properties.isAlphabetic }.prefix(9).count == 9
  }

  private static func namesIndex(_ text: String) -> Bool {
    let words = text.lowercased().utf8.split { byte in !(byte &- 0x61 < 26) }
    if words.contains(where: { $0.elementsEqual("ita".utf8) || $0.elementsEqual("oit".utf8) }) { return true }
    return ["คุณธรรมและความโปร่งใส", "การเปิดเผยข้อมูลสาธารณะ"].contains { ByteText.contains(text, $0) }
  }

  /// The name of a document, from its address.
  private static func fileName(of url: WebURL) -> String? {
    guard PathEnding(url) == .document else { return nil }
    return url.pathSegments.last.map(ByteText.decoded)
  }

  /// `/ita`, `/oit/2566`, `ita66.php`.
  private static func isIndexAddress(_ url: WebURL?) -> Bool {
    guard let url else { return false }
    return url.pathSegments.prefix(3).contains { segment in
      let letters = segment.lowercased().utf8.prefix { $0 &- 0x61 < 26 }
      return letters.elementsEqual("ita".utf8) || letters.elementsEqual("oit".utf8)
    }
  }

  /// Whether words speak of a fiscal year without its number: October to December of the year before ("ต.ค. 2565"), or
  /// several years with this one between them.
  private static func covers(_ year: FiscalYear, in words: String) -> Bool {
    PeriodReader.readings(in: words).contains { $0.role == .covered && $0.speaks(for: year) }
  }

  /// The year a disclosure of the focus year speaks of: for some it is the year before.
  private func wantedYear(of concept: Int) -> Int? {
    focusYear.map { aboutYearBefore.contains(concept) ? $0 - 1 : $0 }
  }

  /// Whether a link speaks of the wanted year (+1), of the one before (−½), of another (−1) or of none (0).
  ///
  /// The link's own words decide, then what stands beside them, then the heading and the title. A year beside them is
  /// mostly the day of publication: what is of the fiscal year was published from the October before on.
  private func year(of link: Link, words: String, pageTitle: String, wanted: Int) -> Float {
    let own = ByteText.years(words)
    if own.contains(wanted) { return 1 }
    if let latest = own.max() {
      if latest >= wanted - 1, Self.covers(FiscalYear(wanted), in: words) { return 1 }
      return own.contains(wanted + 1) ? 0 : latest == wanted - 1 ? -0.5 : -1
    }
    let beside = ByteText.years(link.row.joined(separator: " ") + " " + link.item)
    if beside.contains(wanted) { return 1 }
    if let latest = beside.max() { return latest >= wanted - 1 ? 0 : -1 }
    let above = [link.headings.last ?? "", pageTitle].flatMap(ByteText.years)
    guard let latest = above.max() else { return 0 }
    return above.contains(wanted) || latest == focusYear ? 1 : latest == wanted - 1 ? -0.5 : -1
  }
}

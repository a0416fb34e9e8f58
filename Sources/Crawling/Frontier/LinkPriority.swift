import AuditCore
import Foundation
import WebURL

/// Reads links for the frontier: which sought concept, whether an index, which year.
///
/// The words of the vocabulary come through the recognizer; what is known here is only how Thai sites write their way
/// to the ITA pages.
struct LinkPriority: Sendable {
  private let recognizer: (any TopicRecognizer)?
  private let sought: [ConceptID: Int]
  private let focusYear: Int?

  init(recognizer: (any TopicRecognizer)?, sought: [ConceptID], focusYear: Int?) {
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
    promise.year = year(of: [words, link.row.joined(separator: " "), link.item])
    if promise.year == 0 { promise.year = year(of: [link.headings.last ?? "", pageTitle]) }
    let mention = Mention(
      text: link.text, label: link.label, surroundings: link.row + [link.item, link.before].filter { !$0.isEmpty },
      headings: link.headings, menuPath: link.menuPath, address: link.target.map { ByteText.decoded($0.href) },
      fileName: link.target.flatMap(Self.fileName), pageTitle: pageTitle, region: link.region)
    promise.topics = topics(of: mention)
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

  private func year(of texts: [String]) -> Float {
    guard let focusYear else { return 0 }
    let years = texts.flatMap(ByteText.years)
    if years.contains(focusYear) { return 1 }
    return years.isEmpty ? 0 : -1
  }
}

/// Reading bytes of UTF-8, which is what Thai must be compared by.
enum ByteText {
  /// Escapes resolved where they spell UTF-8.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return text.removingPercentEncoding ?? text
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard let head = part.first else { return true }
    let text = Array(text.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start] == head && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Buddhist years 2550 to 2599 in Arabic or Thai digits, four digits standing alone.
  static func years(_ text: String) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    func close() {
      if run.count == 4 {
        let year = run.reduce(0) { $0 * 10 + $1 }
        if (2550...2599).contains(year) { found.append(year) }
      }
      run = []
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: run.append(Int(scalar.value - 0x30))
      case 0xE50...0xE59: run.append(Int(scalar.value - 0xE50))
      default: if !run.isEmpty { close() }
      }
    }
    close()
    return found
  }
}

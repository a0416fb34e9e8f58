import ThaiText

/// What a page or document says of itself: its heading, or the lines it begins with.
struct Opening {
  private let page: IndexedPage

  /// Letters of a document that may belong to its title.
  private static let titleLength = 220
  private static let mostLines = 6
  /// Lines of a document that are looked through for the title of an enclosed paper.
  private static let mostBodyLines = 400

  init(of page: IndexedPage) {
    self.page = page
  }

  /// The topics of its heading. The title of a document may end with any of its first lines, so that the surest of
  /// them speaks. A memorandum that names nothing there is about the one paper whose title stands further down.
  func topics(by recognizer: any TopicRecognizer) -> [TopicMatch] {
    guard let document = page.document else { return [] }
    guard document.mediaType != .html else {
      return recognizer.topics(of: mention(page.heading, pageTitle: page.sharesTitle ? "" : document.title))
    }
    var best: [ConceptID: TopicMatch] = [:]
    var text = ""
    for line in lines.prefix(Self.mostLines) {
      text += (text.isEmpty ? "" : " ") + line
      keep(recognizer.topics(of: mention(text)), in: &best)
      if text.unicodeScalars.count >= Self.titleLength { break }
    }
    if best.isEmpty, let title = PaperTitle(of: document) {
      keep(recognizer.topics(of: mention(title.text)), in: &best)
    }
    if best.isEmpty { best = enclosed(by: recognizer) }
    if best.isEmpty { best = named(document.title, by: recognizer) }
    return best.values.sorted { ($1.confidence, $0.concept) < ($0.confidence, $1.concept) }
  }

  private func keep(_ topics: [TopicMatch], in best: inout [ConceptID: TopicMatch]) {
    for topic in topics where topic.confidence > best[topic.concept]?.confidence ?? 0 { best[topic.concept] = topic }
  }

  /// The title of a paper behind a covering letter: a short line that names a topic surely and a year.
  private func enclosed(by recognizer: any TopicRecognizer) -> [ConceptID: TopicMatch] {
    var found: [ConceptID: TopicMatch] = [:]
    for line in lines.prefix(Self.mostBodyLines) {
      guard (24...160).contains(line.unicodeScalars.count), !line.contains("\t"), !line.contains("|"),
        line.first?.isNumber == false, !PeriodReader.readings(in: line).isEmpty
      else { continue }
      keep(recognizer.topics(of: mention(line)).filter { $0.confidence >= 0.85 }, in: &found)
    }
    guard found.count == 1 else { return [:] }
    return found.mapValues { TopicMatch(concept: $0.concept, confidence: 0.8, name: $0.name, reasons: $0.reasons) }
  }

  /// What a paper's properties call it, believed last: they are copied from paper to paper.
  private func named(_ title: String, by recognizer: any TopicRecognizer) -> [ConceptID: TopicMatch] {
    guard !title.isEmpty else { return [:] }
    var found: [ConceptID: TopicMatch] = [:]
    keep(recognizer.topics(of: mention(title)).filter { $0.confidence >= 0.85 }, in: &found)
    return found.mapValues { TopicMatch(concept: $0.concept, confidence: 0.7, name: $0.name, reasons: $0.reasons) }
  }

  private func mention(_ text: String, pageTitle: String = "") -> Mention {
    Mention(text: text, fileName: page.url.pathSegments.last, pageTitle: pageTitle)
  }

  /// Its own lines; paragraphs of a paged document hold several.
  private var lines: [String] {
    var lines: [String] = []
    for block in page.ownBlocks {
      lines += block.text.split(whereSeparator: \.isNewline).map(String.init)
      if lines.count >= Self.mostBodyLines { break }
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Its own heading, or the first lines of a document.
  static func title(of page: IndexedPage) -> String {
    guard let document = page.document else { return "" }
    return document.mediaType == .html ? page.heading : lines(of: page, limit: titleLength)
  }

  /// Whether the first lines were read from a picture.
  static func isScanned(_ page: IndexedPage) -> Bool {
    page.ownBlocks.first { !$0.text.isEmpty }?.isScanned ?? false
  }

  /// The first blocks, joined, up to about `limit` letters.
  static func lines(of page: IndexedPage, limit: Int) -> String {
    var text = ""
    for block in page.ownBlocks where !block.text.isEmpty {
      text += (text.isEmpty ? "" : " ") + block.text
      if text.unicodeScalars.count >= limit { break }
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit * 2)))
  }
}

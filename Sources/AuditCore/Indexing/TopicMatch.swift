/// One place where a page speaks of something: a link, a heading, a title, a row of an index.
/// What the topic matcher is given.
package struct Mention: Sendable, Hashable {
  /// The text itself: link text, heading, title.
  package var text: String
  /// title, aria-label, alt.
  package var label: String
  /// Cells of the row, the item it stands in, the words before it.
  package var surroundings: [String]
  package var headings: [String]
  package var menuPath: [String]
  /// Decoded address, nil where there is none.
  package var address: String?
  /// File name of a document, decoded.
  package var fileName: String?
  /// Title of the page it stands on.
  package var pageTitle: String
  /// The fiscal year whose item numbers the page uses, nil where it does not say.
  package var numberingYear: Int?
  package var region: Region

  package init(
    text: String, label: String = "", surroundings: [String] = [], headings: [String] = [],
    menuPath: [String] = [], address: String? = nil, fileName: String? = nil, pageTitle: String = "",
    numberingYear: Int? = nil, region: Region = .main
  ) {
    self.text = text
    self.label = label
    self.surroundings = surroundings
    self.headings = headings
    self.menuPath = menuPath
    self.address = address
    self.fileName = fileName
    self.pageTitle = pageTitle
    self.numberingYear = numberingYear
    self.region = region
  }
}

/// A topic that a mention may be about, with what speaks for it. Matching gives a ranked list, not one guess.
package struct TopicMatch: Sendable, Hashable {
  package var concept: ConceptID
  /// 0…1.
  package var confidence: Double
  /// The name of the vocabulary that was found.
  package var name: String
  /// What speaks for and against it, for people.
  package var reasons: [String]

  package init(concept: ConceptID, confidence: Double, name: String, reasons: [String]) {
    self.concept = concept
    self.confidence = confidence
    self.name = name
    self.reasons = reasons
  }
}

/// The role of whatever decides which concept a mention is about. Pure; built once from the vocabulary.
package protocol TopicRecognizer: Sendable {
  /// The concepts a mention may be about, best first; empty where none.
  func topics(of mention: Mention) -> [TopicMatch]
}

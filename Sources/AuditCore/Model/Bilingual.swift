/// A text for people in the two languages of the reports.
package struct Bilingual: Sendable, Hashable, Codable {
  package var th: String
  package var en: String

  package init(th: String, en: String) {
    self.th = th
    self.en = en
  }

  package func text(in language: Language) -> String {
    language == .th ? th : en
  }
}

/// The language of a report; Thai is the default.
package enum Language: String, Sendable, Codable, CaseIterable {
  case th, en
}

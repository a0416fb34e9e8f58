import ThaiText

/// One entry of an edition: what must be disclosed, of which period, with which elements.
package struct ItemRule: Sendable {
  /// `O12`.
  package var number: String
  package var key: String
  package var concepts: [ConceptID]
  /// Whether all of its duties must be disclosed, or any of them: other names of one.
  package var joins: Joins
  package var title: Bilingual
  /// Sub-indicator, `9.2`.
  package var sub: String
  package var kind: Kind
  package var period: PeriodRule
  package var due: DueDate?
  package var elements: [ElementRule]
  /// Items that this one must agree with, such as the report of O12 with the plan of O11.
  package var agreesWith: [AgreementRule]
  /// A sentence that counts as the whole content ("no procurement this month"), in any of these wordings.
  package var emptyStatement: [String]
  /// The role that must have signed: `executives.chief`.
  package var signedBy: String?
  /// The channel must stand apart from the one of this concept (a corruption channel from the general one).
  package var separateFrom: ConceptID?
  /// The document must be the town's own (its policy, not the law or another body's).
  package var issuedBySite: Bool
  /// The evidence is the town's own page that holds the links, not the address they lead to (O9).
  package var ownPage: Bool
  package var remedy: Bilingual
  /// The unit that usually owns it.
  package var responsible: String
  package var source: RuleSource
  /// Titles that a body type uses instead, by body type key.
  package var titleByBodyType: [String: String]

  package enum Joins: String, Sendable, CaseIterable {
    case all, any
  }

  package enum Kind: String, Sendable, Codable, CaseIterable {
    case page, document, channel
  }

  package init(
    number: String, key: String, concepts: [ConceptID], title: Bilingual, sub: String, kind: Kind,
    period: PeriodRule, due: DueDate?, elements: [ElementRule], agreesWith: [AgreementRule],
    emptyStatement: [String], signedBy: String?, separateFrom: ConceptID?, issuedBySite: Bool, ownPage: Bool,
    remedy: Bilingual, responsible: String, source: RuleSource, titleByBodyType: [String: String] = [:],
    joins: Joins = .all
  ) {
    self.number = number
    self.key = key
    self.concepts = concepts
    self.title = title
    self.sub = sub
    self.kind = kind
    self.period = period
    self.due = due
    self.elements = elements
    self.agreesWith = agreesWith
    self.emptyStatement = emptyStatement
    self.signedBy = signedBy
    self.separateFrom = separateFrom
    self.issuedBySite = issuedBySite
    self.ownPage = ownPage
    self.remedy = remedy
    self.responsible = responsible
    self.source = source
    self.titleByBodyType = titleByBodyType
    self.joins = joins
  }

  /// The number without its letter: 12 for `O12`.
  package var ordinal: Int { Int(number.dropFirst()) ?? 0 }
}

/// The period an item asks for, relative to the judged fiscal year.
package struct PeriodRule: Sendable, Hashable {
  package enum Covers: String, Sendable, CaseIterable {
    /// A plan or rule in force in the judged year ("แผน … ประจำปี"); a document of several years that holds it counts.
    case year
    /// October to March of the judged year.
    case firstHalf = "first-half"
    /// The whole fiscal year before the judged one.
    case previousYear = "previous-year"
    /// Happened, was announced or done within the judged year.
    case inYear = "in-year"
    /// A plan of several years that holds the judged year.
    case span
    /// Whatever is current; no year is asked for.
    case undated
  }

  /// Of what a period may be put together.
  package enum Part: String, Sendable, CaseIterable {
    case whole, quarters, months
  }

  package var covers: Covers
  package var madeOf: [Part]
  /// A second period that is accepted as well (O33: half a year, or the year before).
  package var orElse: Covers?

  package init(covers: Covers, madeOf: [Part] = [.whole], orElse: Covers? = nil) {
    self.covers = covers
    self.madeOf = madeOf
    self.orElse = orElse
  }
}

/// The day by which an item is due in the judged fiscal year.
package struct DueDate: Sendable, Hashable {
  package var month: Int
  package var day: Int
  /// `seen`, `inferred`.
  package var confidence: String

  package init(month: Int, day: Int, confidence: String) {
    self.month = month
    self.day = day
    self.confidence = confidence
  }

  /// The due day within a fiscal year: October to December belong to the calendar year before.
  package func date(in year: FiscalYear) -> CivilDate {
    year.month(month).lowerBound.adding(days: day - 1)
  }
}

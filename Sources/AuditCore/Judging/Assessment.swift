/// What one candidate came to when it was held against one item.
struct Assessment: Sendable {
  enum Outcome: Sendable {
    /// The right thing of the right period with every element that can be checked.
    case complete
    /// The right thing of the right period; elements are missing.
    case incomplete
    case otherPeriod
    /// Named and not delivered; the reason in both languages.
    case broken(Bilingual)
    case unreadable(UnknownCause, Bilingual)
    /// Delivered, readable, and about something else.
    case anotherThing(Bilingual)
    /// Only a list that leads on to the documents.
    case listing
  }

  let candidate: Candidate
  /// The page that was judged, nil where none was delivered.
  let page: Int?
  let outcome: Outcome
  let period: PeriodFinding
  let found: [FoundElement]
  let missing: [ElementRule]
  /// 0…1 over topic, period, elements and readability.
  let confidence: Double
  let bundle: EvidenceBundle?

  struct FoundElement: Sendable {
    let rule: ElementRule
    let page: Int
    let quote: String
  }

  /// Whether its label or the list it stands in claims the period that is asked for, or no period is asked for.
  var claimsRequiredPeriod: Bool { period.fit == .fits || period.fit == .rightYearOnly }

  /// The order in which assessments speak for an item, best first.
  var rank: Int {
    switch outcome {
    case .complete: 0
    case .incomplete: 1
    case .unreadable: claimsRequiredPeriod ? 2 : (period.fit == .unstated ? 3 : 6)
    case .broken: claimsRequiredPeriod ? 4 : (period.fit == .unstated ? 7 : 8)
    case .otherPeriod: 5
    case .anotherThing: 9
    case .listing: 10
    }
  }
}

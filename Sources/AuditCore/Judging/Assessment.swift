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
  /// The page leads on to files about the same: what they hold comes before what the page itself says.
  let isLeading: Bool
  /// How surely its own heading names the item, 0…1.
  let ownTopic: Double
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

  /// The share of the elements asked for that were found.
  var share: Double {
    let held = found.count { $0.rule.need == .must }
    let lacking = missing.count { $0.need == .must }
    return held + lacking == 0 ? 1 : Double(held) / Double(held + lacking)
  }

  /// It holds a way to write to the town, whatever else it lacks.
  private var isChannel: Bool { found.contains { $0.rule.type == .form || $0.rule.type == .twoWay } }

  /// Whether its label or the list it stands in claims the period that is asked for, or no period is asked for.
  var claimsRequiredPeriod: Bool { period.fit == .fits || period.fit == .rightYearOnly }

  /// The order in which assessments speak for an item, best first.
  var rank: Rank {
    let isCurrent = candidate.standing != .otherList
    let isDated = period.fit != .unstated
    switch outcome {
    case .complete:
      guard isCredible else { return .nearMiss }
      return isCurrent ? (isLeading ? .completeAboveFiles : .complete) : .completeElsewhere
    case .incomplete:
      guard isCredible else { return .nearMiss }
      if isLeading { return share > 0 ? .incompleteAboveFiles : .nearMiss }
      if share >= 0.5, ownTopic > 0 || found.count > 1 {
        return isCurrent ? (isDated ? .mostElements : .mostElementsUndated) : .mostElementsElsewhere
      }
      if share > 0 { return isCurrent ? (isDated ? .fewElements : .fewElementsUndated) : .fewElementsElsewhere }
      let isLinked = candidate.standing <= .onSite
      if isLinked, ownTopic >= 0.75, period.source == .ownTitle, lacksEverything { return .fewElements }
      let isNamed = candidate.standing == .listed || (isCurrent && !lacksEverything)
      let isMeant =
        (ownTopic >= (candidate.standing == .listed ? Candidate.sure : 0.75) && isNamed)
        || (!found.isEmpty && candidate.standing == .listed)
        || (isLinked && candidate.isSure && isChannel)
      return isCurrent && isMeant ? .headingOnly : .nearMiss
    case .unreadable:
      guard candidate.isSure else { return .nearMiss }
      if period.fit == .otherPeriod { return .unreadableOlder }
      return isCurrent ? (isDated ? .unreadable : .unreadableUndated) : .unreadableElsewhere
    case .broken:
      guard candidate.isSure, period.fit != .otherPeriod else { return .nearMiss }
      return isCurrent ? (isDated ? .broken : .brokenUndated) : .brokenElsewhere
    case .otherPeriod:
      guard isCredible, !lacksEverything else { return .nearMiss }
      return isCurrent ? .otherPeriod : .otherPeriodElsewhere
    case .anotherThing: return candidate.standing == .listed ? .anotherThingListed : .anotherThing
    case .listing: return .listing
    }
  }

  /// What speaks for an item, best first: what is there before what fails; what the town puts forward this year before
  /// what it put forward another year ("elsewhere"); what could not be looked at before what a lesser paper lacks,
  /// because the unread one may hold it; and what names its period before what does not.
  enum Rank: Int, Comparable {
    case complete, mostElements, unreadable, broken
    case mostElementsUndated, unreadableUndated, brokenUndated
    case completeAboveFiles, completeElsewhere, mostElementsElsewhere, fewElements
    case otherPeriod, anotherThingListed, otherPeriodElsewhere
    case fewElementsUndated, unreadableElsewhere, unreadableOlder
    case incompleteAboveFiles, fewElementsElsewhere, headingOnly, brokenElsewhere, anotherThing
    case nearMiss, listing

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// Readable, and not one of several elements in it: the name alone makes no older version of the item.
  private var lacksEverything: Bool {
    share == 0 && missing.count { $0.need == .must } > 1 && bundle?.isDamaged == false
  }

  /// Named surely by a link or by itself, or proven by several elements.
  private var isCredible: Bool {
    candidate.isSure || ownTopic >= Candidate.sure || (share == 1 && found.count { $0.rule.need == .must } > 1)
  }
}

import AuditCore

/// An edition as its file says it, before items take over what another edition already says.
struct EditionDraft {
  var year: Int
  var instrument: String
  var title: Bilingual
  var confidence: String
  var scoring: Scoring
  var indicators: [Indicator]
  var source: RuleSource
  /// Years of the editions that items of the same concept are taken over from, the first that has it.
  var like: [Int]
  /// The day on which every item with a period is due.
  var due: DueDate?
  var items: [ItemDraft]
  let node: RuleNode
  let indicatorsNode: RuleNode
}

/// An item as its file says it; what it leaves out is taken over from the same concept of another edition.
struct ItemDraft {
  var number: String
  var key: String
  var concepts: [ConceptID]
  var joins: ItemRule.Joins
  var title: Bilingual
  var sub: String
  var kind: ItemRule.Kind?
  var period: PeriodRule?
  var due: DueDate?
  var elements: Elements
  var agreesWith: [AgreementRule]
  var emptyStatement: [String]?
  var signedBy: String?
  /// Nil where the file does not say; a nil within where it says `none`, though the other edition names one.
  var separateFrom: ConceptID??
  var issuedBySite: Bool?
  var ownPage: Bool?
  var remedy: Bilingual?
  var responsible: String?
  var source: RuleSource
  var titleByBodyType: [String: String]
  let map: RuleMapping

  enum Elements {
    case own([ElementRule])
    case takenOver(Takeover)
  }

  /// What is done with the elements of the other edition's item.
  struct Takeover {
    /// Those that stay as needed as they were; the others become `should`.
    var must: Must
    var drop: [String]
    var add: [ElementRule]
    let map: RuleMapping?

    enum Must {
      case all
      case only([String])
    }
  }
}

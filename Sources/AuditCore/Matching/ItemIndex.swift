/// A page on which a body lists its items with the addresses that answer them: read as declared answers.
package struct ItemIndex: Sendable, Hashable {
  /// Whose list it is.
  package enum Body: Sendable, Hashable {
    /// An อปท., as far as the page shows.
    case local
    /// A college, hospital, police station …: the word that says so.
    case other(String)
  }

  /// The fiscal year whose list the page uses; nil where neither its headings nor its numbers tell.
  package var year: Int?
  /// Whether the year was read from a heading; otherwise it is the one whose list the names and numbers fit.
  package var isYearStated: Bool
  package var body: Body
  package var rows: [Row]

  /// One entry of the list.
  package struct Row: Sendable, Hashable {
    /// How number and name go together under the list of the page's year.
    package enum Agreement: Sendable, Hashable {
      case agrees
      /// The name is that of another number of the same list: rows are shifted or the number is wrong.
      case shifted(to: Int)
      /// The name is no item of that year's list.
      case foreignName
      case numberOnly, nameOnly
      /// No list to compare with.
      case unknown
    }

    package var number: Int?
    /// The cell or line that names the item; empty where only a number stands.
    package var name: String
    /// What the name says, best first.
    package var topics: [TopicMatch]
    package var agreement: Agreement
    /// Places of its links in `Document.links`.
    package var links: [Int]
    /// What the row says beside name and addresses: an explanation, or pasted criteria.
    package var explanation: String

    package init(
      number: Int?, name: String, topics: [TopicMatch], agreement: Agreement, links: [Int], explanation: String
    ) {
      self.number = number
      self.name = name
      self.topics = topics
      self.agreement = agreement
      self.links = links
      self.explanation = explanation
    }

    /// The duty the row is about: its name first; its number only where it has no name.
    package func concepts(in list: [Int: [ConceptID]]) -> [ConceptID] {
      if let topic = topics.first, topic.isAccepted { return [topic.concept] }
      return number.flatMap { list[$0] } ?? []
    }
  }

  package init(year: Int?, isYearStated: Bool, body: Body, rows: [Row]) {
    self.year = year
    self.isYearStated = isYearStated
    self.body = body
    self.rows = rows
  }

  /// Whether the list is one that an อปท. answers.
  package var isLocal: Bool { body == .local }

  /// Rows whose number and name disagree.
  package var shiftedRows: [Row] {
    rows.filter {
      if case .shifted = $0.agreement { true } else { false }
    }
  }
}

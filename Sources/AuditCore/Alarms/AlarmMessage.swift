import ThaiText

/// What is to be sent after one night: at most one message, with a part for each thing that happened.
package struct AlarmMessage: Sendable, Hashable, Codable {
  package var day: CivilDate
  /// In the order of `Part.Kind`.
  package var parts: [Part]

  /// - Parameter parts: none for a message that only tries the way.
  package init(day: CivilDate, parts: [Part]) {
    self.day = day
    self.parts = parts
  }

  /// Whether something went wrong; otherwise good or calm news.
  package var isAlarm: Bool { parts.contains { Kind.alarms.contains($0.kind) } }

  package struct Part: Sendable, Hashable, Codable {
    package var kind: Kind
    /// In list order.
    package var items: [Item]
    /// First night of an outage.
    package var since: CivilDate?
    /// Nights of an outage.
    package var nights: Int?
    /// What about the judging changed.
    package var because: [JudgingBasis.Part]
    package var tally: Tally?

    init(_ kind: Kind, items: [Item] = []) {
      self.kind = kind
      self.items = items
      because = []
    }
  }

  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case outage
    case outageEnded = "outage-ended"
    case newGaps = "new-gaps"
    /// An address of the answer sheet was good for its item and is not any more.
    case answersLost = "answers-lost"
    /// Found on the site, and on no list of what the town declares any more.
    case undeclared = "newly-undeclared"
    case recovered
    case answersRegained = "answers-regained"
    case declaredAgain = "declared-again"
    case dueSoon = "due-soon"
    case judgedDifferently = "judged-differently"
    case heartbeat

    static let alarms: Set<Kind> = [.outage, .newGaps, .answersLost, .undeclared]
  }

  package struct Item: Sendable, Hashable, Codable {
    package var concepts: [String]
    package var number: String
    package var title: String
    /// What the item was before; nil where it had not been judged.
    package var before: Verdict?
    package var after: Verdict
    /// Where it stands, or stood when it was last met.
    package var address: String
    package var dueDate: CivilDate?
    package var daysLeft: Int?

    init(_ item: ItemStanding, from before: Verdict?, to after: Verdict? = nil, address: String = "") {
      concepts = item.concepts
      number = item.number
      title = item.title
      self.before = before
      self.after = after ?? item.verdict
      self.address = item.address.isEmpty ? address : item.address
      dueDate = item.dueDate
    }
  }

  /// Items by what is known of them, for the sign of life.
  package struct Tally: Sendable, Hashable, Codable {
    package var met: Int
    package var gaps: Int
    package var awaited: Int
    /// Not judged tonight.
    package var unknown: Int
  }
}

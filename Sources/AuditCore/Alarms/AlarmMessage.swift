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
  package var isAlarm: Bool { parts.contains { $0.kind == .newGaps || $0.kind == .outage } }

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
    case recovered
    case dueSoon = "due-soon"
    case judgedDifferently = "judged-differently"
    case heartbeat
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

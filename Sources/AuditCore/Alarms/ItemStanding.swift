import ThaiText

/// How one item came out in one run: what the alarm policy needs of an `ItemReport`.
package struct ItemStanding: Sendable, Hashable, Codable {
  /// Identity across editions: items that share a concept are the same duty.
  package var concepts: [String]
  package var number: String
  package var title: String
  package var verdict: Verdict
  package var dueDate: CivilDate?
  /// Where the disclosure stands, for the message that tells its loss; empty where nothing was found.
  package var address: String

  package init(
    concepts: [String], number: String, title: String, verdict: Verdict, dueDate: CivilDate? = nil, address: String = ""
  ) {
    self.concepts = concepts
    self.number = number
    self.title = title
    self.verdict = verdict
    self.dueDate = dueDate
    self.address = address
  }

  package init(_ item: ItemReport) {
    self.init(
      concepts: item.concepts, number: item.number, title: item.title, verdict: item.verdict,
      dueDate: item.dueDate.flatMap { CivilDate(iso: $0) },
      address: (item.evidence.first { $0.element == nil } ?? item.evidence.first)?.url ?? "")
  }

  /// What this standing says about the duty on a day; nil where it could not be judged.
  func vote(on day: CivilDate) -> AlarmVote? {
    switch verdict {
    case .met: .met
    case .unknown: nil
    case .notDue: .awaited
    case .waived: .waived
    case .partial, .outdated, .broken, .missing: dueDate.map { day <= $0 } ?? false ? .awaited : .gap
    }
  }
}

/// What one night says about one duty.
package enum AlarmVote: String, Sendable, Hashable, Codable {
  case met
  /// Not fulfilled, and not yet due.
  case awaited
  case gap
  case waived
}

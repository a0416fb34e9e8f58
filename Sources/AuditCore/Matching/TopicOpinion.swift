/// What is thought of a mention: the duties it may be about, best first, and what else it is where it is none.
package struct TopicOpinion: Sendable, Hashable {
  package var matches: [TopicMatch]
  /// The neighbour that took the words: `beside_ordinance`.
  package var besideTopic: ConceptID?
  /// The neighbour's name as found.
  package var besideName: String?

  package init(matches: [TopicMatch], besideTopic: ConceptID? = nil, besideName: String? = nil) {
    self.matches = matches
    self.besideTopic = besideTopic
    self.besideName = besideName
  }

  /// The topic, if one is sure enough.
  package var topic: TopicMatch? { matches.first.flatMap { $0.isAccepted ? $0 : nil } }
}

extension TopicMatch {
  /// From this confidence on a match counts; what is below is a near miss.
  package static let accepted = 0.5

  package var isAccepted: Bool { confidence >= Self.accepted }
}

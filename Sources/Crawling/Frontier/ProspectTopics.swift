import AuditCore

extension Prospect {
  /// Keeps the better of what was known and what a link says; of several concepts the two that are worth most now.
  mutating func take(_ promise: LinkPromise, by ledger: ConceptLedger) {
    isIndex = isIndex || promise.isIndex
    isAttachment = isAttachment || promise.isAttachment
    isTelling = isTelling || promise.isTelling
    year = max(year, promise.year)
    guard !promise.topics.isEmpty else { return }
    var topics = topics
    for topic in promise.topics {
      if let known = topics.firstIndex(where: { $0.concept == topic.concept }) {
        topics[known].confidence = max(topics[known].confidence, topic.confidence)
      } else {
        topics.append(topic)
      }
    }
    let worth = { (topic: LinkPromise.Topic) in topic.confidence * ledger.need(of: topic.concept) }
    topics.sort { (worth($0), $1.concept) > (worth($1), $0.concept) }
    self.topics = topics
  }

  /// Whether its links name a concept rather than hint at it.
  var names: Bool { concept >= 0 && confidence >= LinkPromise.naming }

  /// The concepts its links name, at most two.
  var topics: [LinkPromise.Topic] {
    get {
      [(concept, confidence), (secondConcept, secondConfidence)]
        .filter { $0.0 >= 0 }.map { LinkPromise.Topic(concept: Int($0.0), confidence: $0.1) }
    }
    set {
      (concept, confidence) = newValue.first.map { (Int16(clamping: $0.concept), $0.confidence) } ?? (-1, 0)
      let second = newValue.dropFirst().first
      (secondConcept, secondConfidence) = second.map { (Int16(clamping: $0.concept), $0.confidence) } ?? (-1, 0)
    }
  }

  /// Everything that links said of it: a change is a reason to weigh it anew.
  var promises: [Float] {
    [
      Float(concept), confidence, Float(secondConcept), secondConfidence, year, isIndex ? 1 : 0, isTelling ? 1 : 0,
      isAttachment ? 1 : 0, isOwnOffspring ? 1 : 0, isOffSite ? 1 : 0,
    ]
  }
}

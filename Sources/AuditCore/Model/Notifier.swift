/// A way to tell somebody: webhook, LINE, e-mail. One delivery a call; whoever calls retries and remembers.
package protocol Notifier: Sendable {
  func deliver(_ notice: AlarmNotice) async -> DeliveryOutcome
}

/// One message in the words of its reader.
package struct AlarmNotice: Sendable, Hashable {
  /// The same for every try of the same message to the same target, so that a receiver can drop a repetition.
  package var id: String
  package var site: AuditReport.Site
  /// One line, without line breaks.
  package var subject: String
  /// Plain text.
  package var body: String
  package var message: AlarmMessage
  package var sentAt: Timestamp

  package init(
    id: String, site: AuditReport.Site, subject: String, body: String, message: AlarmMessage, sentAt: Timestamp
  ) {
    self.id = id
    self.site = site
    self.subject = subject
    self.body = body
    self.message = message
    self.sentAt = sentAt
  }
}

package enum DeliveryOutcome: Sendable, Hashable {
  case delivered
  /// One line for the officer, free of secrets. `isLasting`: trying again without a change will not help.
  case failed(reason: String, isLasting: Bool)
}

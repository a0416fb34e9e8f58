/// The record of an earlier snapshot that holds a body which was met again unchanged: what a WARC `revisit` record
/// refers to (ISO 28500 §6.7).
package struct EarlierRecord: Sendable, Hashable {
  /// How it was seen that nothing changed.
  package enum Sign: Sendable, Hashable {
    /// The server said so (304, RFC 9110 §15.4.5): nothing was sent again.
    case notModified
    /// The same bytes came again.
    case sameBytes
  }

  /// SHA-256 of the archive file that holds the body itself, whatever snapshots revisited it since.
  package var archive: ContentDigest
  package var target: String
  package var date: Timestamp
  package var recordID: String?
  package var sign: Sign
  /// What converters made of the body stands beside it there, and needs no second record.
  package var holdsConversions: Bool

  package init(
    archive: ContentDigest, target: String, date: Timestamp, recordID: String?, sign: Sign, holdsConversions: Bool
  ) {
    self.archive = archive
    self.target = target
    self.date = date
    self.recordID = recordID
    self.sign = sign
    self.holdsConversions = holdsConversions
  }
}

import AuditCore

/// The role of whatever keeps what the crawl brings home (the snapshot's WARC).
///
/// A visit is durable when `record` returns: only then does the crawl draw conclusions from it. Throws for our own
/// faults alone, such as a full disk; the crawl then ends with that error.
package protocol VisitSink: Sendable {
  /// The slow part of keeping a visit (a document's conversion), nil where there is none. The crawl asks other
  /// addresses meanwhile, and hands what comes of it to `record`.
  func preparation(of visit: Visit) -> (@Sendable () async -> Visit)?
  /// - Parameter response: The answer as received, for the request and response records; nil where nothing was asked
  ///   or nothing came.
  func record(_ visit: Visit, response: FetchResponse?) async throws
  /// From here on only addresses left unasked follow; a resumed crawl starts again before this mark.
  func closing() async throws
}

extension VisitSink {
  package func preparation(of visit: Visit) -> (@Sendable () async -> Visit)? { nil }
}

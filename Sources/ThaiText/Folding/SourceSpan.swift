/// Where a byte of a folded text came from: UTF-8 offsets into the original, `start` inclusive, `end` exclusive.
///
/// Offsets are 32 bits wide: a text of 4 GB is far beyond every cap of the crawler.
struct SourceSpan: Sendable {
  var start: UInt32
  var end: UInt32
}

/// A folded text with, if asked for, the place in the original of each of its bytes.
struct FoldedBytes: Sendable {
  var bytes: [UInt8]
  /// One span a byte, or empty.
  var spans: [SourceSpan]
}

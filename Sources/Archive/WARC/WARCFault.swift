/// Something wrong with an archive, where, and what it means: a value, since archives come from anywhere.
package struct WARCFault: Sendable, Hashable, CustomStringConvertible {
  package enum Kind: String, Sendable, Hashable {
    /// No archive of ours to read: empty, ARC, zstd, or no WARC at all.
    case notWARC = "not-warc"
    /// The file ends in the middle of a record.
    case cutOff = "cut-off"
    /// Compressed data that does not unpack, or whose check sum is wrong.
    case damagedGzip = "damaged-gzip"
    /// Content-Length is missing, no number, or does not fit the record.
    case contentLength = "content-length"
    /// The header block of a record cannot be read.
    case badHeader = "bad-header"
    /// Bytes between records that belong to none.
    case strayBytes = "stray-bytes"
    /// A record is not followed by its two empty lines.
    case noTerminator = "no-terminator"
    /// Gzip members and records do not coincide, so that records have no offsets of their own.
    case members
    case digest
    case address
    /// A record above the reader's limits.
    case tooLarge = "too-large"
  }

  package let kind: Kind
  /// Byte in the file as stored: of the record, or of the gzip member that holds it.
  package let offset: UInt64
  /// One sentence for a person.
  package let sentence: String

  package var description: String { "at byte \(offset): \(sentence)" }
}

/// What a reader is willing to hold and to unpack.
package struct WARCLimits: Sendable {
  /// Bytes of a record's block that are kept in memory; the rest of a longer one is passed over.
  package var blockBytes = 64 << 20
  /// Bytes of a record's header lines.
  package var headerBytes = 256 << 10
  /// Unpacked bytes of one record after which the rest of the file is not looked at: a bomb.
  package var recordBytes = 4 << 30
  /// Faults that are kept; further ones are only counted.
  package var faults = 1_000
  /// Whether block and payload digests are compared.
  package var checksDigests = true

  package init() {}

  /// For an archive of our own: gzip's checksums say whether a record is whole, and the manifest's digest whether the
  /// archive is the one that was recorded.
  package static var unpackingOnly: WARCLimits {
    var limits = WARCLimits()
    limits.checksDigests = false
    return limits
  }
}

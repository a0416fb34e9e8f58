import CDeflate

/// Packs byte strings into gzip members (RFC 1952). The same bytes give the same member: no time of writing and no file
/// name stand in it. With libdeflate, which packs tighter than zlib's usual level in well under half the time, but only
/// what lies in memory as one piece.
package struct GzipPacker: ~Copyable {
  private let compressor: OpaquePointer

  /// Packs a little tighter than zlib's level 6.
  private static let level: Int32 = 5
  /// Longer records are packed piece by piece.
  static let mostAtOnce = 1 << 20

  package init() throws(ArchiveError) {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else {
      throw ArchiveError("cannot start libdeflate", path: "libdeflate", cause: "out of memory")
    }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// Makes one whole gzip member with `parts` in order inside, and hands it out in one or more pieces.
  package func pack(
    _ parts: [[UInt8]], to take: ([UInt8]) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    let size = parts.reduce(0) { $0 + $1.count }
    guard size <= Self.mostAtOnce else { return try GzipStream().pack(parts, to: take) }
    var whole: [UInt8] = []
    whole.reserveCapacity(size)
    for part in parts { whole += part }
    let room = libdeflate_gzip_compress_bound(compressor, size)
    let member = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = libdeflate_gzip_compress(compressor, whole, size, buffer.baseAddress, room)
    }
    try take(member)
  }
}

import CZlib

/// Packs what is too large to be held twice into a gzip member, piece by piece with zlib.
struct GzipStream: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var filled = 0

  init() throws(ArchiveError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      stream.deallocate()
      throw ArchiveError("cannot start zlib", path: "zlib", cause: "out of memory or another version")
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Makes one whole gzip member with `parts` in order inside, and hands it out in pieces of at most 64 KiB.
  consuming func pack(
    _ parts: [[UInt8]], to take: ([UInt8]) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    for (index, part) in parts.enumerated() {
      try feed(part, flush: index == parts.count - 1 ? Z_FINISH : Z_NO_FLUSH, to: take)
    }
    if filled > 0 { try handOut(to: take) }
  }

  private mutating func feed(
    _ part: [UInt8], flush: Int32, to take: ([UInt8]) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    var used = 0
    repeat {
      if filled == buffer.count { try handOut(to: take) }
      part.withUnsafeBufferPointer { source in
        buffer.withUnsafeMutableBufferPointer { target in
          stream.pointee.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0 + used) }
          stream.pointee.avail_in = UInt32(source.count - used)
          stream.pointee.next_out = target.baseAddress.map { $0 + filled }
          stream.pointee.avail_out = UInt32(target.count - filled)
          _ = deflate(stream, flush)
        }
      }
      used = part.count - Int(stream.pointee.avail_in)
      filled = buffer.count - Int(stream.pointee.avail_out)
    } while stream.pointee.avail_out == 0
  }

  private mutating func handOut(to take: ([UInt8]) throws(ArchiveError) -> Void) throws(ArchiveError) {
    let piece = Array(buffer[..<filled])
    filled = 0
    try take(piece)
  }
}

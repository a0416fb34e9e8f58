import CZlib

/// Packs byte strings into gzip members (RFC 1952), one after the other with one set of zlib's tables. The same
/// bytes give the same member: no time of writing and no file name stand in it.
package struct GzipPacker: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  /// `level` is zlib's, 1 (fast) to 9 (small).
  package init(level: Int32) throws(ArchiveError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = deflateInit2_(
      stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
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

  /// One whole gzip member with `parts` in order inside.
  package mutating func member(_ parts: [[UInt8]]) -> [UInt8] {
    deflateReset(stream)
    var packed: [UInt8] = []
    for (index, part) in parts.enumerated() {
      feed(part, flush: index == parts.count - 1 ? Z_FINISH : Z_NO_FLUSH, into: &packed)
    }
    return packed
  }

  private mutating func feed(_ part: [UInt8], flush: Int32, into packed: inout [UInt8]) {
    part.withUnsafeBufferPointer { source in
      stream.pointee.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
      stream.pointee.avail_in = UInt32(source.count)
      repeat {
        buffer.withUnsafeMutableBufferPointer { target in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(target.count)
          _ = deflate(stream, flush)
        }
        packed.append(contentsOf: buffer[..<(buffer.count - Int(stream.pointee.avail_out))])
      } while stream.pointee.avail_out == 0
    }
  }
}

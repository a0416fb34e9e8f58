import CZlib

/// One zlib decompression, fed piece by piece; its memory is that of zlib's window (32 KiB), whatever the data.
package struct Inflater: ~Copyable {
  /// The wrapping around the deflate data.
  package enum Format: Int32, Sendable {
    /// RFC 1952: one member; the caller starts the next one with `restart`.
    case gzip = 31
    /// RFC 1950, HTTP's "deflate" as the standard has it.
    case zlib = 15
    /// RFC 1951 bare, HTTP's "deflate" as some servers have it.
    case raw = -15
  }

  /// How a step ended.
  package enum Outcome: Sendable, Equatable {
    /// The input is used up, or the output limit is reached.
    case more
    /// The stream ended here, check sum and length right.
    case end
    /// The data is not what it says; zlib's own words.
    case damaged(String)
  }

  private static let roomSize = 64 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  private let room: UnsafeMutableBufferPointer<UInt8>

  package init(_ format: Format) throws(ArchiveError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    room = .allocate(capacity: Self.roomSize)
    guard inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      stream.deallocate()
      room.deallocate()
      throw ArchiveError("cannot start zlib", path: "zlib", cause: "out of memory or another version")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    room.deallocate()
  }

  /// Forgets all and begins a new stream of the same format.
  package mutating func restart() { inflateReset(stream) }

  /// Decompresses from `input[from...]`, appending at most `limit` bytes (and at most 64 KiB) to `output`; returns
  /// how many bytes of input were used and how it ended.
  package mutating func step(
    _ input: [UInt8], from: Int, into output: inout [UInt8], limit: Int
  ) -> (used: Int, outcome: Outcome) {
    guard limit > 0 else { return (0, .more) }
    let most = min(limit, Self.roomSize)
    stream.pointee.next_out = room.baseAddress
    stream.pointee.avail_out = UInt32(most)
    let (used, code) = input.withUnsafeBufferPointer { source in
      stream.pointee.next_in = source.baseAddress.map { UnsafeMutablePointer(mutating: $0 + from) }
      stream.pointee.avail_in = UInt32(source.count - from)
      let code = inflate(stream, Z_NO_FLUSH)
      return (source.count - from - Int(stream.pointee.avail_in), code)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<(most - Int(stream.pointee.avail_out))]))
    switch code {
    case Z_OK, Z_BUF_ERROR: return (used, .more)
    case Z_STREAM_END: return (used, .end)
    default:
      let words = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(code)"
      return (used, .damaged(words))
    }
  }
}

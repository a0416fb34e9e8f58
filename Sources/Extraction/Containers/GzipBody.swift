import CZlib

/// A body that is one gzip file (RFC 1952), unpacked in memory under a cap.
enum GzipBody {
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What could be unpacked, and what is wrong: a cut file gives what it has.
  static func unpack(_ bytes: [UInt8], limit: Int) -> (content: [UInt8], fault: String?) {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return ([], "no memory to unpack")
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var fault: String?
    input.withUnsafeMutableBufferPointer { packed in
      stream.next_in = packed.baseAddress
      stream.avail_in = UInt32(clamping: packed.count)
      while true {
        let state = chunk.withUnsafeMutableBufferPointer { space in
          stream.next_out = space.baseAddress
          stream.avail_out = UInt32(space.count)
          return inflate(&stream, Z_NO_FLUSH)
        }
        content.append(contentsOf: chunk[..<(chunk.count - Int(stream.avail_out))])
        if state == Z_STREAM_END { return }
        guard state == Z_OK else {
          fault = "the gzip data is cut or damaged"
          return
        }
        if content.count > limit {
          content.removeSubrange(limit...)
          fault = "cut at \(limit >> 20) MB"
          return
        }
      }
    }
    return (content, fault)
  }
}

import CDeflate

/// Unpacks gzip members (RFC 1952) that lie in memory whole, in well under half the time that zlib takes for them piece
/// by piece.
struct GzipUnpacker: ~Copyable {
  private let decompressor: OpaquePointer
  private let room: UnsafeMutableBufferPointer<UInt8>

  /// Longer members are for `Inflater`, which has no need to hold them.
  static let mostAtOnce = 1 << 20

  init() throws(ArchiveError) {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      throw ArchiveError("cannot start libdeflate", path: "libdeflate", cause: "out of memory")
    }
    self.decompressor = decompressor
    room = .allocate(capacity: Self.mostAtOnce)
  }

  deinit {
    libdeflate_free_decompressor(decompressor)
    room.deallocate()
  }

  /// Appends what the member holds that begins at `packed[from]`; how many bytes of input it was. Nil, and nothing is
  /// appended, where its end is not there, it is damaged, or it holds too much.
  func unpack(_ packed: [UInt8], from: Int, into output: inout [UInt8]) -> Int? {
    var used = 0
    var length = 0
    let result = packed.withUnsafeBytes {
      libdeflate_gzip_decompress_ex(
        decompressor, $0.baseAddress.map { $0 + from }, $0.count - from, room.baseAddress, room.count, &used, &length)
    }
    guard result == LIBDEFLATE_SUCCESS else { return nil }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<length]))
    return used
  }
}

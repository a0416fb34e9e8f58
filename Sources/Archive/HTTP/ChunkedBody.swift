/// Chunked transfer coding (RFC 9112 §7.1), undone leniently: archives hold bodies that say chunked and are not,
/// and bodies whose chunks go wrong half-way.
package enum ChunkedBody {
  /// The bytes inside the chunks, at most `limit`. From the first wrong chunk on the bytes are taken as they stand,
  /// as other archive readers do; `isWhole` then is false. A body that is not chunked at all comes back unchanged.
  package static func decode(_ body: ArraySlice<UInt8>, limit: Int) -> (bytes: [UInt8], isWhole: Bool) {
    var bytes: [UInt8] = []
    var index = body.startIndex
    while bytes.count < limit {
      guard let (size, start) = sizeLine(body, at: index) else {
        bytes += body[index...].prefix(limit - bytes.count)
        return (bytes, false)
      }
      if size == 0 { return (bytes, true) }
      let end = min(start + min(size, body.endIndex - start), body.endIndex)
      bytes += body[start..<end].prefix(limit - bytes.count)
      guard end - start == size else { return (bytes, false) }
      index = end
      if index < body.endIndex, body[index] == UInt8(ascii: "\r") { index += 1 }
      if index < body.endIndex, body[index] == UInt8(ascii: "\n") { index += 1 }
      if index == body.endIndex { return (bytes, false) }
    }
    return (bytes, true)
  }

  /// A chunk's size and where its bytes begin; extensions are passed over.
  private static func sizeLine(_ body: ArraySlice<UInt8>, at index: Int) -> (size: Int, start: Int)? {
    guard let lineEnd = body[index...].prefix(1_024).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    var size = 0
    var digits = 0
    for byte in body[index..<lineEnd] {
      guard let value = Hexadecimal.value(byte) else {
        let endsSize: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
        guard endsSize.contains(byte) else { return nil }
        break
      }
      size = size << 4 | Int(value)
      digits += 1
      guard digits <= 12 else { return nil }
    }
    return digits > 0 ? (size, lineEnd + 1) : nil
  }
}

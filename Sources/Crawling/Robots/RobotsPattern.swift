/// The value of an Allow or Disallow line: a path from its start, with `*` for any bytes and a last `$` for the end
/// (RFC 9309 §2.2.3).
struct RobotsPattern: Hashable, Sendable {
  /// Percent-encoded, the escapes in upper case.
  let bytes: [UInt8]
  /// How much of an address it names: of several that fit, the longest decides.
  var length: Int { bytes.count }

  private let pieces: [ArraySlice<UInt8>]
  private let isAnchored: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isAnchored = bytes.last == UInt8(ascii: "$")
    pieces = (isAnchored ? bytes.dropLast() : bytes[...])
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
  }

  /// Whether the path (with its query) begins so. The leftmost place is right for each piece: nothing is tried twice.
  func fits(_ path: [UInt8]) -> Bool {
    guard let first = pieces.first, path.starts(with: first) else { return false }
    guard pieces.count > 1 else { return !isAnchored || path.count == first.count }
    var rest = path[first.count...]
    for piece in pieces.dropFirst().dropLast() {
      guard let end = Self.end(of: piece, in: rest) else { return false }
      rest = rest[end...]
    }
    guard let last = pieces.last else { return true }
    if isAnchored { return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last) }
    return Self.end(of: last, in: rest) != nil
  }

  private static func end(of piece: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard let head = piece.first else { return text.startIndex }
    var position = text.startIndex
    while position + piece.count <= text.endIndex {
      if text[position] == head, text[position..<position + piece.count].elementsEqual(piece) {
        return position + piece.count
      }
      position += 1
    }
    return nil
  }

  /// Bytes outside ASCII as `%XX`, escapes in upper case: `ไทย%aa` becomes `%E0%B9%84…%AA`.
  static func escaped(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count)
    var escape = 0
    for byte in bytes {
      if byte >= 0x80 {
        written.append(UInt8(ascii: "%"))
        written.append(hexadecimal(byte >> 4))
        written.append(hexadecimal(byte & 15))
      } else {
        written.append(escape > 0 && (0x61...0x66).contains(byte) ? byte - 0x20 : byte)
        escape = byte == UInt8(ascii: "%") ? 2 : max(0, escape - 1)
      }
    }
    return written
  }

  /// The same bytes with the escapes of unreserved ASCII resolved (RFC 9309 §2.2.2): `%7Eprivate` names `~private`.
  static func unescapingUnreserved(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var read: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[position + 1...position + 2], as: UTF8.self), radix: 16),
        isUnreserved(value)
      {
        read.append(value)
        position += 3
      } else {
        read.append(bytes[position])
        position += 1
      }
    }
    return read
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

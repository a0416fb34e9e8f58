/// Folded text as one byte a letter, so that a distance counts letters, not bytes.
///
/// ASCII stands for itself, a Thai letter for `0x80` plus its place in the Thai block. Code points of other scripts
/// share the thirty control codes: two different ones are taken for the same once in thirty times.
enum LetterSymbols {
  /// The symbol at an offset and the offset behind it. Bytes that are not UTF-8 are symbols of one byte.
  @inline(__always)
  static func next(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (symbol: UInt8, end: Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (lead, offset + 1) }
    guard lead >= 0xC0 else { return (foreign(UInt32(lead)), offset + 1) }
    let end = min(offset + (lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4), bytes.count)
    if lead == 0xE0, end == offset + 3, bytes[offset + 1] & 0xFE == 0xB8 {
      return (0x80 | (bytes[offset + 1] & 1) << 6 | bytes[offset + 2] & 0x3F, end)
    }
    var value = UInt32(lead)
    for index in (offset + 1)..<max(end, offset + 1) { value = value << 6 ^ UInt32(bytes[index]) }
    return (foreign(value), max(end, offset + 1))
  }

  /// All symbols of a text, with the offset behind each.
  static func symbols(of bytes: UnsafeBufferPointer<UInt8>) -> (symbols: [UInt8], ends: [Int]) {
    var symbols: [UInt8] = []
    var ends: [Int] = []
    symbols.reserveCapacity(bytes.count / 3 + 1)
    ends.reserveCapacity(bytes.count / 3 + 1)
    var offset = 0
    while offset < bytes.count {
      let (symbol, end) = next(in: bytes, at: offset)
      symbols.append(symbol)
      ends.append(end)
      offset = end
    }
    return (symbols, ends)
  }

  private static func foreign(_ value: UInt32) -> UInt8 {
    UInt8(1 + value % 30)
  }
}

/// IPv6 addresses as they stand between brackets (WHATWG URL §3.5; RFC 5952 for the way back).
enum IPv6Text {
  /// Reads eight pieces of 16 bits, `::` for a run of zeros, the last two pieces perhaps as an IPv4 address.
  static func parse(_ text: ArraySlice<UInt8>) -> (high: UInt64, low: UInt64)? {
    var reader = Reader(rest: text)
    guard reader.read() else { return nil }
    let pieces = reader.pieces.map(UInt64.init)
    return (
      pieces[0] << 48 | pieces[1] << 32 | pieces[2] << 16 | pieces[3],
      pieces[4] << 48 | pieces[5] << 32 | pieces[6] << 16 | pieces[7]
    )
  }

  /// The shortest form: lower case, the first longest run of two or more zero pieces as `::`.
  static func serialised(high: UInt64, low: UInt64) -> String {
    let pieces = (0..<8).map { UInt16(truncatingIfNeeded: ($0 < 4 ? high : low) >> UInt64(48 - 16 * ($0 % 4))) }
    let zeros = longestZeroRun(pieces)
    var text = ""
    var index = 0
    while index < 8 {
      if let zeros, index == zeros.lowerBound {
        text += index == 0 ? "::" : ":"
        index = zeros.upperBound
        continue
      }
      text += String(pieces[index], radix: 16)
      if index < 7 { text += ":" }
      index += 1
    }
    return text
  }

  private static func longestZeroRun(_ pieces: [UInt16]) -> Range<Int>? {
    var longest: Range<Int>?
    var start = 0
    for index in 0...8 {
      if index < 8, pieces[index] == 0 { continue }
      if index - start > max(1, longest?.count ?? 0) { longest = start..<index }
      start = index + 1
    }
    return longest
  }

  /// The IPv6 parser of the standard, one piece at a time.
  private struct Reader {
    var rest: ArraySlice<UInt8>
    var pieces = [UInt16](repeating: 0, count: 8)
    private var filled = 0
    private var compressedAt: Int?

    init(rest: ArraySlice<UInt8>) { self.rest = rest }

    mutating func read() -> Bool {
      if rest.first == 0x3A {
        guard rest.dropFirst().first == 0x3A else { return false }
        rest = rest.dropFirst(2)
        compressedAt = 0
      }
      while !rest.isEmpty {
        guard filled < 8 else { return false }
        if rest.first == 0x3A {
          guard compressedAt == nil else { return false }
          rest = rest.dropFirst()
          compressedAt = filled
          continue
        }
        guard readPiece() else { return false }
      }
      return placeCompressed()
    }

    /// One piece and the colon behind it, or the IPv4 address that ends the text.
    private mutating func readPiece() -> Bool {
      let start = rest
      var value: UInt16 = 0
      var length = 0
      while length < 4, let digit = rest.first?.hexValue {
        value = value << 4 | UInt16(digit)
        rest = rest.dropFirst()
        length += 1
      }
      switch rest.first {
      case 0x2E where length > 0:
        rest = start
        return readDottedDecimals()
      case 0x3A:
        rest = rest.dropFirst()
        guard !rest.isEmpty else { return false }
      case nil:
        break
      default:
        return false
      }
      pieces[filled] = value
      filled += 1
      return true
    }

    private mutating func readDottedDecimals() -> Bool {
      guard filled <= 6, let address = IPAddress.dottedDecimals(rest) else { return false }
      pieces[filled] = UInt16(address >> 16)
      pieces[filled + 1] = UInt16(truncatingIfNeeded: address)
      filled += 2
      rest = []
      return true
    }

    /// Moves what follows `::` to the end.
    private mutating func placeCompressed() -> Bool {
      guard let compressedAt else { return filled == 8 }
      let tail = filled - compressedAt
      let moved = Array(pieces[compressedAt..<filled])
      for index in compressedAt..<8 { pieces[index] = 0 }
      for (index, piece) in moved.enumerated() { pieces[8 - tail + index] = piece }
      return true
    }
  }
}

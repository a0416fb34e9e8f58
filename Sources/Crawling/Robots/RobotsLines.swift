/// The lines of a robots.txt, read under limits: the bytes past 500 KiB (RFC 9309 §2.5) and the lines past a bound
/// are not read, and an overlong line is cut, not dropped.
package struct RobotsLines: Sequence, IteratorProtocol {
  /// The least that RFC 9309 §2.5 asks a crawler to read, and all that this one reads.
  package static let maximumBytes = 500 * 1_024
  package static let maximumLines = 50_000
  /// Eight times the longest address of a common browser; what follows on the line is not read.
  package static let maximumLineBytes = 2_083 * 8 - 1

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// One-based number of the line read last.
  package private(set) var number = 0

  package init(_ text: [UInt8]) {
    bytes = text.prefix(Self.maximumBytes)
    position = Self.lengthOfMark(bytes)
  }

  /// The next line, `.some(nil)` where it says nothing.
  package mutating func next() -> RobotsLine?? {
    guard position < bytes.endIndex, number < Self.maximumLines else { return nil }
    let start = position
    while position < bytes.endIndex, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    let line = bytes[start..<position].prefix(Self.maximumLineBytes)
    if position < bytes.endIndex {
      let isCarriageReturn = bytes[position] == 0x0D
      position += 1
      if isCarriageReturn, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
    }
    number += 1
    return .some(RobotsLine(line))
  }

  /// The UTF-8 byte order mark at the start, or as much of it as is there: editors break it.
  private static func lengthOfMark(_ bytes: ArraySlice<UInt8>) -> Int {
    zip(bytes, [0xEF, 0xBB, 0xBF] as [UInt8]).prefix { $0 == $1 }.count
  }
}

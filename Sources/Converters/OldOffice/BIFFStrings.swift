/// Strings of a BIFF8 record and the CONTINUE records behind it (MS-XLS §2.5.293, XLUnicodeRichExtendedString).
///
/// Where letters run on in the next record, it begins with a byte that says anew whether they take one byte or two.
struct BIFFStrings {
  private static let letterLimit = 32_767

  private let stream: [UInt8]
  private var at: Int
  private var end: Int

  init(_ stream: [UInt8], body: Int, length: Int) {
    self.stream = stream
    at = body
    end = min(stream.count, body + length)
  }

  /// Where the next record that is none of these begins.
  var endOfRecords: Int {
    var next = end
    while stream.uint16(at: next) == 0x003C, next + 4 <= stream.count { next += 4 + stream.uint16(at: next + 2) }
    return next
  }

  /// The next string; nil at the end.
  mutating func next() -> String? {
    guard hasMore() else { return nil }
    let count = min(stream.uint16(at: at), Self.letterLimit)
    guard at + 3 <= end else { return nil }
    var flags = stream[at + 2]
    at += 3
    let runs = flags & 8 != 0 ? stream.uint16(at: at) : 0
    if flags & 8 != 0 { at += 2 }
    let extra = flags & 4 != 0 ? Int(stream.uint32(at: at)) : 0
    if flags & 4 != 0 { at += 4 }
    var units: [UInt16] = []
    while units.count < count {
      if at >= end {
        guard hasMore(), at < end else { break }
        flags = stream[at]
        at += 1
        continue
      }
      if flags & 1 != 0 {
        guard at + 2 <= end else { break }
        units.append(UInt16(stream.uint16(at: at)))
        at += 2
      } else {
        units.append(UInt16(stream[at]))
        at += 1
      }
    }
    skip(4 * runs + extra)
    return String(decoding: units, as: UTF16.self)
  }

  /// Leaves out bytes, over the ends of records.
  mutating func skip(_ count: Int) {
    var left = count
    while left > 0 {
      let step = min(left, end - at)
      at += step
      left -= step
      if left > 0, !hasMore() { return }
    }
  }

  /// Whether there is a byte left; goes on to a CONTINUE record.
  private mutating func hasMore() -> Bool {
    while at >= end {
      guard end + 4 <= stream.count, stream.uint16(at: end) == 0x003C else { return false }
      at = end + 4
      end = min(stream.count, at + stream.uint16(at: end + 2))
    }
    return true
  }
}

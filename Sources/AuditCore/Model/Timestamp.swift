import ThaiText

/// A moment in whole seconds since 1970-01-01T00:00:00Z. Written as `2023-06-15T02:00:00Z` (RFC 3339, UTC).
package struct Timestamp: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  package let secondsSinceEpoch: Int

  private static let epoch = CivilDate.firstDay(ofMonth: 1, year: 1970)

  package init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// Reads `YYYY-MM-DDTHH:MM:SS` with an optional fraction (dropped) and `Z` or `±HH:MM`.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Self.number(bytes, 11), let minute = Self.number(bytes, 14), let second = Self.number(bytes, 17),
      hour < 24, minute < 60, second < 61
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    var offset = 0
    if rest.count == 6, let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      let zone = Array(rest)
      guard let hours = Self.number(zone, 1), let minutes = Self.number(zone, 4) else { return nil }
      offset = (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
    } else if !(rest.isEmpty || Array(rest) == [UInt8(ascii: "Z")]) {
      return nil
    }
    secondsSinceEpoch = Self.epoch.days(until: date) * 86_400 + hour * 3_600 + minute * 60 + second - offset
  }

  /// The calendar day in Thailand (UTC+7): the day a recording belongs to.
  package var thaiDay: CivilDate {
    Self.epoch.adding(days: Self.floorDivide(secondsSinceEpoch + 7 * 3_600, 86_400))
  }

  package var description: String {
    let days = Self.floorDivide(secondsSinceEpoch, 86_400)
    let second = secondsSinceEpoch - days * 86_400
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(Self.epoch.adding(days: days).iso)T\(clock.joined(separator: ":"))Z"
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.secondsSinceEpoch < b.secondsSinceEpoch }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Timestamp(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time: \(text)")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count else { return nil }
    let tens = Int(bytes[at]) - 48
    let ones = Int(bytes[at + 1]) - 48
    guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
    return tens * 10 + ones
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((-a + b - 1) / b)
  }
}

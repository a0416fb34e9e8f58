/// A length of time as people write it: `90s`, `60m`, `2h`, or seconds.
package struct TimeSpan: Sendable, Hashable, LosslessStringConvertible {
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// Nil for what is no time, and for a number outside 1 to 10,000,000.
  package init?(_ text: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), (1...10_000_000).contains(number)
    else { return nil }
    seconds = number * (unit ?? 1)
  }

  package var description: String { seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s" }
}

/// A number of bytes as people write it: `50MB`, `800KB`, `1GB`, or bytes (powers of ten).
package struct ByteSize: Sendable, Hashable, LosslessStringConvertible {
  package let bytes: Int

  package init(bytes: Int) { self.bytes = bytes }

  package init?(_ text: String) {
    let text = text.uppercased()
    for (suffix, factor) in [("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1), ("", 1)]
    where text.hasSuffix(suffix) {
      guard let number = Int(text.dropLast(suffix.count)), (1...1_000_000_000).contains(number) else { return nil }
      bytes = number * factor
      return
    }
    return nil
  }

  package var description: String { bytes % 1_000_000 == 0 ? "\(bytes / 1_000_000)MB" : "\(bytes)B" }
}

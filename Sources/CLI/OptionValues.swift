import ArgumentParser
import WebURL

/// `90s`, `60m`, `2h`, or seconds.
struct TimeSpan: ExpressibleByArgument, CustomStringConvertible {
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600]
    let unit = argument.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), (1...10_000_000).contains(number)
    else { return nil }
    seconds = number * (unit ?? 1)
  }

  var description: String { seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s" }
  var defaultValueDescription: String { description }
}

/// `50MB`, `800KB`, `1GB`, or bytes (powers of ten).
struct ByteSize: ExpressibleByArgument, CustomStringConvertible {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let text = argument.uppercased()
    for (suffix, factor) in [("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1), ("", 1)]
    where text.hasSuffix(suffix) {
      guard let number = Int(text.dropLast(suffix.count)), (1...1_000_000_000).contains(number) else { return nil }
      bytes = number * factor
      return
    }
    return nil
  }

  var description: String { bytes % 1_000_000 == 0 ? "\(bytes / 1_000_000)MB" : "\(bytes)B" }
  var defaultValueDescription: String { description }
}

/// `www.town.example=127.0.0.1:8080`: where to connect for a host, like curl's --resolve.
struct FixedHost: ExpressibleByArgument {
  let host: String
  let address: IPAddress
  let port: Int?

  init?(argument: String) {
    let sides = argument.split(separator: "=", maxSplits: 1)
    guard sides.count == 2 else { return nil }
    host = sides[0].lowercased()
    if let whole = IPAddress(parsing: String(sides[1])) {
      address = whole
      port = nil
      return
    }
    guard let colon = sides[1].lastIndex(of: ":"), let address = IPAddress(parsing: String(sides[1][..<colon])),
      let port = Int(sides[1][sides[1].index(after: colon)...]), (1...65_535).contains(port)
    else { return nil }
    self.address = address
    self.port = port
  }
}

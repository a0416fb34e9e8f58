import ArgumentParser
import AuditCore
import WebURL

extension TimeSpan: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
  package var defaultValueDescription: String { description }
}

extension ByteSize: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
  package var defaultValueDescription: String { description }
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

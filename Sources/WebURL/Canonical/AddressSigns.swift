/// What in an address could call a rule to act, seen in one pass over its bytes. Most links of a page carry none of
/// it and are their own key at once; addresses that are not fetched over HTTP have at most a fragment.
struct AddressSigns: OptionSet {
  let rawValue: UInt16

  static let fragment = AddressSigns(rawValue: 1)
  /// A parameter that some rule knows by name.
  static let knownName = AddressSigns(rawValue: 2)
  /// Parameters that are not in the order of their names.
  static let disorder = AddressSigns(rawValue: 4)
  /// `&&`, or nothing behind the `?`.
  static let emptyPair = AddressSigns(rawValue: 8)
  /// An escape that is not already in its one right form.
  static let escape = AddressSigns(rawValue: 16)
  static let semicolon = AddressSigns(rawValue: 32)
  static let parenthesis = AddressSigns(rawValue: 64)
  static let doubleSlash = AddressSigns(rawValue: 128)
  static let indexPage = AddressSigns(rawValue: 256)
  static let rootDot = AddressSigns(rawValue: 512)
  /// The site has taught something that concerns this address.
  static let lessons = AddressSigns(rawValue: 1024)

  /// Signs whose rules change names and segments, after which every rule for these has to look.
  static let rewriting: AddressSigns = [.escape, .semicolon, .parenthesis]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ url: WebURL) {
    self = []
    if url.marks.fragmentStart != nil { insert(.fragment) }
    guard url.isHTTP else { return }
    if let query = url.query { readPairs(of: query) }
    let pathStart = Int(url.marks.pathStart)
    let queryStart = url.marks.queryStart.map(Int.init) ?? .max
    var previous: UInt8 = 0
    var index = 0
    var rest = url.href.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x25: if !isUsual(rest, inPath: index < queryStart) { insert(.escape) }
      case 0x3B: insert(.semicolon)
      case 0x28: insert(.parenthesis)
      case 0x2F where previous == 0x2F && index > pathStart: insert(.doubleSlash)
      case 0x2F, 0x3A:
        if previous == 0x2E, index <= pathStart { insert(.rootDot) }
      case 0x69, 0x49, 0x64, 0x44:  // i, d: how the names of index pages begin
        if previous == 0x2F, index < queryStart { insert(.indexPage) }
      default: break
      }
      previous = byte
      index += 1
    }
  }

  private mutating func readPairs(of query: String) {
    var previous = ""
    for pair in QueryPair.allPairs(of: query) {
      if pair.name.isEmpty, pair.value == nil { insert(.emptyPair) }
      if pair.name < previous { insert(.disorder) }
      if KnownParameter.matches(pair.name) { insert(.knownName) }
      previous = pair.name
    }
  }

  /// Whether the digits behind a `%` are capitals and stand for a byte outside ASCII, as in every Thai name, or for a
  /// space in a path.
  private func isUsual(_ rest: Substring.UTF8View, inPath: Bool) -> Bool {
    guard let high = rest.first, let low = rest.dropFirst().first else { return false }
    if inPath, high == 0x32, low == 0x30 { return true }
    return high >= 0x38 && high.isCapitalHexDigit && low.isCapitalHexDigit
  }
}

extension CanonicalRule {
  /// The signs without which the rule has nothing to do.
  var occasions: AddressSigns {
    switch self {
    case .fragment: .fragment
    case .scheme, .www, .defaultPort, .pathCase, .trailingSlash: .lessons
    case .hostDot: .rootDot
    case .percentEncoding: .escape
    case .straySemicolon: .semicolon
    case .emptyQuery: AddressSigns.rewriting.union(.emptyPair)
    case .trackingParameters, .cacheBusters, .sortPermutations, .printViews, .firstPage, .sessionIdentifiers:
      AddressSigns.rewriting.union(.knownName)
    case .parameterOrder: AddressSigns.rewriting.union(.disorder)
    case .dotSegments: .rewriting
    case .duplicateSlashes: AddressSigns.rewriting.union(.doubleSlash)
    case .indexPages: AddressSigns.rewriting.union(.indexPage)
    }
  }
}

extension UInt8 {
  fileprivate var isCapitalHexDigit: Bool { isASCIIDigit || (0x41...0x46).contains(self) }
}

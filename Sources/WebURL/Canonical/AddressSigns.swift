/// What in an address could call a rule to act, seen in one pass over its bytes. Most links of a page carry none of
/// it and are their own key at once.
struct AddressSigns: OptionSet {
  let rawValue: UInt16

  static let fragment = AddressSigns(rawValue: 1)
  static let query = AddressSigns(rawValue: 2)
  static let escape = AddressSigns(rawValue: 4)
  static let semicolon = AddressSigns(rawValue: 8)
  static let parenthesis = AddressSigns(rawValue: 16)
  static let doubleSlash = AddressSigns(rawValue: 32)
  static let indexPage = AddressSigns(rawValue: 64)
  static let rootDot = AddressSigns(rawValue: 128)
  /// The site has taught something.
  static let lessons = AddressSigns(rawValue: 256)

  /// Signs whose rules take something out of the path, after which the rules for what is left have to look.
  static let pathCut: AddressSigns = [.escape, .semicolon, .parenthesis]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ url: WebURL) {
    self = []
    if url.marks.fragmentStart != nil { insert(.fragment) }
    if url.marks.queryStart != nil { insert(.query) }
    let pathStart = Int(url.marks.pathStart)
    let queryStart = url.marks.queryStart.map(Int.init) ?? .max
    var previous: UInt8 = 0
    var index = 0
    for byte in url.href.utf8 {
      switch byte {
      case 0x25: insert(.escape)
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
    case .emptyQuery, .trackingParameters, .cacheBusters, .sortPermutations, .printViews, .firstPage,
      .parameterOrder:
      .query
    case .sessionIdentifiers: AddressSigns.pathCut.union(.query)
    case .dotSegments: .pathCut
    case .duplicateSlashes: AddressSigns.pathCut.union(.doubleSlash)
    case .indexPages: AddressSigns.pathCut.union(.indexPage)
    }
  }
}

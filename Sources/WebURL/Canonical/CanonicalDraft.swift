/// An http(s) address taken apart, while the rules work on it.
struct CanonicalDraft: Equatable {
  var scheme: String
  let credentials: String
  var host: String
  var port: Int?
  /// Between the slashes; at least one, the last empty when the path ends in a slash.
  var segments: [String]
  /// Empty pairs included, so that switching ``CanonicalRule/emptyQuery`` off leaves them.
  var pairs: [QueryPair]
  var fragment: String?

  init(_ url: WebURL) {
    scheme = url.scheme
    let password = url.password.isEmpty ? "" : ":" + url.password
    credentials = url.username.isEmpty && password.isEmpty ? "" : url.username + password + "@"
    host = url.host ?? ""
    port = url.port
    segments = url.pathSegments
    pairs = url.query.map(QueryPair.allPairs(of:)) ?? []
    fragment = url.fragment
  }

  /// The address put together again.
  var address: WebURL? {
    var text = scheme + "://" + credentials + host
    if let port { text += ":\(port)" }
    for segment in segments { text += "/" + segment }
    for (index, pair) in pairs.enumerated() { text += (index == 0 ? "?" : "&") + pair.serialised }
    if let fragment { text += "#" + fragment }
    return WebURL(parsing: text)
  }

  mutating func dropRootDot() {
    if host.utf8.last == UInt8(ascii: "."), host.utf8.count > 1 { host = String(host.dropLast()) }
  }

  mutating func dropDefaultPort() {
    if port == SchemeKind(scheme.utf8).defaultPort.map(Int.init) { port = nil }
  }

  mutating func normaliseEscapes() {
    for index in segments.indices { segments[index] = EscapeForm.path.normalised(segments[index]) }
    pairs = pairs.map { pair in
      QueryPair(name: EscapeForm.query.normalised(pair.name), value: pair.value.map(EscapeForm.query.normalised))
    }
  }

  /// Removes session ids from the path. - Parameter uncoveringDots: Whether a segment may be left as `.` or `..`.
  mutating func dropPathSessions(uncoveringDots: Bool) {
    segments = segments.compactMap { segment in
      let left = SessionIdentifier.removed(fromSegment: segment)
      if SessionIdentifier.isCookielessSegment(left) { return nil }
      return DotSegment(Array(left.utf8)[...]) == nil || uncoveringDots ? left : segment
    }
    if segments.isEmpty { segments = [""] }
  }

  mutating func resolveDotSegments() {
    guard segments.contains(where: { DotSegment(Array($0.utf8)[...]) != nil }) else { return }
    var resolved: [String] = []
    for segment in segments {
      switch DotSegment(Array(segment.utf8)[...]) {
      case .double: _ = resolved.popLast()
      case .single: break
      case nil: resolved.append(segment)
      }
    }
    if let last = segments.last, DotSegment(Array(last.utf8)[...]) != nil { resolved.append("") }
    segments = resolved
  }

  /// Joins runs of slashes, except behind a colon, where an address stands inside the path (`/proxy/http://…`).
  mutating func dropEmptySegments() {
    var kept: [String] = []
    for (index, segment) in segments.enumerated() {
      let isInside = segment.isEmpty && index < segments.count - 1
      if isInside, kept.last?.utf8.last != UInt8(ascii: ":") { continue }
      kept.append(segment)
    }
    segments = kept
  }

  mutating func dropStraySemicolon() {
    segments = segments.map(\.withoutTrailingSemicolons)
    pairs = pairs.map { pair in
      let name = pair.value == nil ? pair.name.withoutTrailingSemicolons : pair.name
      return QueryPair(name: name, value: pair.value?.withoutTrailingSemicolons)
    }
  }

  /// Sorts the pairs by name; pairs of one name keep their order, which servers read as a list.
  mutating func orderParameters() {
    let sorted = pairs.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
    pairs = sorted.map(\.element)
  }

  /// Removes the name of an index page when nothing is asked of it.
  mutating func dropIndexPage(evenAtRoot: Bool) {
    guard pairs.isEmpty, namesIndexPage, segments.count > 1 || evenAtRoot else { return }
    segments[segments.count - 1] = ""
  }

  /// Whether the last segment is the name of a folder's index page.
  var namesIndexPage: Bool { segments.last.map { IndexPage.names.contains($0.lowercased()) } ?? false }

  /// The segments, below the root without the name of an index page: one form for `/news/` and `/news/index.php`.
  var folderSegments: [String] { segments.count > 1 && namesIndexPage ? segments.dropLast() + [""] : segments }
}

/// The names under which servers keep the page of a folder.
enum IndexPage {
  static let names: Set<String> = [
    "index.php", "index.html", "index.htm", "index.asp", "index.aspx", "index.jsp", "index.shtml", "index.cfm",
    "default.asp", "default.aspx", "default.htm", "default.html",
  ]
}

extension String {
  fileprivate var withoutTrailingSemicolons: String {
    guard utf8.last == UInt8(ascii: ";") else { return self }
    let kept = utf8.lastIndex { $0 != UInt8(ascii: ";") }.map { utf8.index(after: $0) } ?? startIndex
    return String(self[..<kept])
  }
}

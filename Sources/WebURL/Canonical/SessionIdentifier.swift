/// Marks by which a server tells visitors apart and which it writes into every link while cookies are off. The address
/// is kept, the mark is dropped: refusing such addresses loses whole web boards.
enum SessionIdentifier {
  /// Names that nothing else bears.
  private static let certain: Set<String> = [
    "phpsessid", "jsessionid", "asp.net_sessionid", "cftoken", "oscsid", "xtcsid", "zenid", "sesskey", "ci_session",
    "laravel_session",
  ]

  /// Names that also stand for sections and council sessions: dropped only with the value of a session.
  private static let possible: Set<String> = [
    "sid", "s", "session", "sessionid", "session_id", "sess", "sessid", "sess_id", "phpsession",
  ]

  static let names = certain.union(possible).union(["cfid"])
  static let prefix = "aspsessionid"

  /// The pairs without session ids; ColdFusion's `CFID` goes only together with its `CFTOKEN`.
  static func removed(from pairs: [QueryPair]) -> [QueryPair] {
    let hasColdFusion = pairs.contains { $0.name.lowercased() == "cftoken" }
    return pairs.filter { pair in
      let name = pair.name.lowercased()
      return !(matches(name: name, value: pair.value ?? "") || hasColdFusion && name == "cfid")
    }
  }

  /// A path segment without session parameters (`page.jsp;jsessionid=…`, RFC 3986 §3.3).
  static func removed(fromSegment segment: String) -> String {
    guard segment.utf8.contains(UInt8(ascii: ";")) else { return segment }
    let parts = segment.split(separator: ";", omittingEmptySubsequences: false)
    let kept = parts.dropFirst().filter { part in
      guard let equals = part.firstIndex(of: "=") else { return true }
      return !matches(name: part[..<equals].lowercased(), value: String(part[part.index(after: equals)...]))
    }
    guard kept.count < parts.count - 1, let name = parts.first else { return segment }
    return ([name] + kept.filter { !$0.isEmpty }).joined(separator: ";")
  }

  /// The segment ASP.NET adds while cookies are off: `(S(lit3py55t21z5v55vlm25s55))`.
  static func isCookielessSegment(_ segment: String) -> Bool {
    let bytes = Array(segment.utf8)
    guard bytes.count >= 20, bytes.first == UInt8(ascii: "("), bytes[1].isASCIILetter, bytes[2] == UInt8(ascii: "("),
      bytes.suffix(2).elementsEqual("))".utf8)
    else { return false }
    return bytes.allSatisfy { $0.isUnreserved || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
  }

  private static func matches(name: String, value: String) -> Bool {
    if certain.contains(name) || name.hasPrefix(prefix) { return true }
    return possible.contains(name) && isToken(value)
  }

  /// Whether a value looks drawn by lot: 24 or more hexadecimal digits, or 26, 32 or 40 small letters and digits (the
  /// lengths PHP makes); base64 words, which some vendors use as names, have capitals.
  private static func isToken(_ value: String) -> Bool {
    let bytes = value.utf8
    guard bytes.contains(where: \.isASCIIDigit), bytes.contains(where: \.isASCIILetter) else { return false }
    if bytes.count >= 24, bytes.allSatisfy({ $0.hexValue != nil }) { return true }
    guard [26, 32, 40].contains(bytes.count) else { return false }
    return bytes.allSatisfy { $0.isASCIIDigit || ($0.isASCIILetter && $0 == $0.lowercasedASCII) }
  }
}

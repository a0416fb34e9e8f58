/// Which charset a body is in, and what decided it: byte order mark, HTTP field, `<meta>`, or the bytes.
///
/// `declared` is what the standards make of the labels (HTML Standard §13.2.3.2; windows-874 as the default of a Thai
/// reader). `charset` is what the author wrote in: the same, unless the bytes prove the label wrong.
struct CharsetDecision: Equatable, Sendable {
  enum Reason: String, Sendable {
    case bom, http, meta
    /// A `<meta>` beyond the first 1,024 bytes: browsers start over when they reach it.
    case lateMeta = "late meta"
    /// `encoding` of an XML declaration.
    case declaration
    /// No label at all, but the bytes are well-formed UTF-8.
    case sniffing
    case `default`
  }

  /// What kind of labels the body may carry inside.
  enum Labels: Sendable { case html, xml, none }

  let declared: Charset
  let reason: Reason
  let charset: Charset
  /// Whether the bytes are UTF-8 as they stand.
  let isWellFormedUTF8: Bool

  /// How far a late `<meta>` is sought, in bytes.
  private static let lateReach = 65_536

  init(of bytes: [UInt8], contentType: String?, labels: Labels = .html) {
    let evidence = ByteEvidence(Self.wholeLetters(bytes))
    (declared, reason) = Self.label(of: bytes, evidence, contentType: contentType, labels: labels)
    charset = Self.corrected(declared, reason, evidence)
    isWellFormedUTF8 = evidence.isWellFormedUTF8 && Self.wholeLetters(bytes).count == bytes.count
  }

  /// The body in well-formed UTF-8.
  func text(of bytes: [UInt8]) -> [UInt8] {
    if charset == .utf8, isWellFormedUTF8, reason != .bom { return bytes }
    return TextDecoding.utf8(bytes[...], from: charset)
  }

  /// "utf-8 by meta", "windows-874 by bytes, labelled utf-8 by http".
  var description: String {
    charset == declared
      ? "\(charset.name) by \(reason.rawValue)"
      : "\(charset.name) by bytes, labelled \(declared.name) by \(reason.rawValue)"
  }

  /// A wrong label that makes browsers show the page unreadable.
  var fault: String? {
    charset == declared ? nil : "labelled \(declared.name) by \(reason.rawValue), written in \(charset.name)"
  }

  private static func label(
    of bytes: [UInt8], _ evidence: ByteEvidence, contentType: String?, labels: Labels
  ) -> (Charset, Reason) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, .bom) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, .bom) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, .bom) }
    if let contentType, let named = MetaPrescan.charset(inContentType: Array(contentType.utf8)) {
      return (named, .http)
    }
    switch labels {
    case .html:
      if let named = MetaPrescan.charset(in: bytes) { return (named, .meta) }
      if let named = MetaPrescan.charset(in: bytes, reach: lateReach) { return (named, .lateMeta) }
    case .xml:
      if let named = XMLDeclaration.charset(of: bytes) { return (named, .declaration) }
    case .none: break
    }
    return evidence.isWellFormedUTF8 ? (.utf8, .sniffing) : (.windows874, .default)
  }

  private static func corrected(_ declared: Charset, _ reason: Reason, _ evidence: ByteEvidence) -> Charset {
    guard reason != .bom, reason != .sniffing else { return declared }
    switch declared {
    case .utf8, .windows1252: if evidence.suggestsWindows874 { return .windows874 }
    default: break
    }
    if declared != .utf8, evidence.provesUTF8 { return .utf8 }
    if case .foreign = declared { return evidence.isWellFormedUTF8 ? .utf8 : declared }
    return declared
  }

  /// A body that was cut may end inside a letter.
  private static func wholeLetters(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard let last = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes.count - last <= 3, bytes[last] >= 0xC2
    else { return bytes[...] }
    let needed = bytes[last] >= 0xF0 ? 4 : bytes[last] >= 0xE0 ? 3 : 2
    return last + needed > bytes.count && last > 0 ? bytes[..<last] : bytes[...]
  }
}

/// The `encoding` of an XML declaration (XML 1.0 §4.3.3).
enum XMLDeclaration {
  static func charset(of bytes: [UInt8]) -> Charset? {
    let start = bytes.firstIndex { !$0.isMarkupSpace } ?? 0
    guard bytes[start...].starts(with: Array("<?xml".utf8)),
      let end = bytes.position(ofLowercase: "?>", from: start, before: start + 400),
      let word = bytes.position(ofLowercase: "encoding", from: start, before: end)
    else { return nil }
    let value = bytes[(word + 8)..<end].drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    guard let quote = value.first else { return nil }
    return Charset(label: value.dropFirst().prefix { $0 != quote })
  }
}

/// A text that came from a site, made harmless for one line of a report.
///
/// Terminal escape sequences, control characters, and characters that are invisible or change the direction of
/// writing are left out; white space is one space; more than four marks on one letter are dropped; what is longer than
/// the limit ends in "…". The text is not yet escaped for any format.
enum SiteText {
  /// Marks that real writing puts on one letter; Thai needs three.
  private static let mostMarks = 4

  /// - Parameter limit: code points kept at most.
  static func line(_ text: String, limit: Int = 400) -> String {
    let reach = limit * 8 + 1_000
    let source = Array(text.unicodeScalars.prefix(reach))
    let isLonger = source.count == reach && !text.unicodeScalars.dropFirst(reach).isEmpty
    var kept = String.UnicodeScalarView()
    var count = 0
    var marks = 0
    var spaceIsDue = false
    var at = 0
    while at < source.count {
      let scalar = source[at]
      if let end = EscapeSequence.end(in: source, from: at) {
        at = end
        continue
      }
      at += 1
      if scalar.properties.isWhitespace {
        spaceIsDue = count > 0
        continue
      }
      guard !isUnseen(scalar) else { continue }
      marks = scalar.properties.isGraphemeExtend ? marks + 1 : 0
      guard marks <= mostMarks else { continue }
      guard count + (spaceIsDue ? 1 : 0) < limit else { return String(kept) + "…" }
      if spaceIsDue { kept.append(" ") }
      count += spaceIsDue ? 2 : 1
      spaceIsDue = false
      kept.append(scalar)
    }
    return String(kept) + (isLonger ? "…" : "")
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

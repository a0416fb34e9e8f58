/// A passage of an original text, fit to be shown as evidence.
///
/// The passage is cut between whole characters, never between a Thai letter and its marks or between a leading vowel
/// and its consonant, preferably at white space; "…" stands where text was left out. Controls, zero-width and
/// bidirectional characters are left out and white space is one space, so that a hostile page cannot reorder or hide
/// what the reader sees.
struct Quotation {
  let text: String

  /// - Parameters:
  ///   - range: UTF-8 offsets of what is quoted.
  ///   - context: letters shown on each side of it.
  ///   - limit: letters at most; a longer passage loses its context first, then its end.
  init(of original: String, around range: Range<Int>, context: Int, limit: Int) {
    let scalars = original.unicodeScalars
    let bytes = original.utf8
    let lower = min(max(range.lowerBound, 0), bytes.count)
    let upper = min(max(range.upperBound, lower), bytes.count)
    let reach = QuotationReach(in: scalars)
    let matchStart = reach.boundary(atOrBefore: bytes.index(bytes.startIndex, offsetBy: lower))
    var matchEnd = reach.boundary(atOrAfter: bytes.index(bytes.startIndex, offsetBy: upper))
    let matched = reach.letters(from: matchStart, to: matchEnd, atMost: limit)
    matchEnd = matched.end
    let side = max(0, min(context, (limit - matched.count) / 2))
    let start = reach.stepBack(side, from: matchStart)
    let end = reach.stepForward(side, from: matchEnd)
    let passage = Self.cleaned(scalars[start..<end])
    let head = start > scalars.startIndex && !passage.isEmpty ? "…" : ""
    let tail = end < scalars.endIndex ? "…" : ""
    text = head + passage + tail
  }

  /// Leaves out what is not seen and brings white space down to single spaces.
  private static func cleaned(_ scalars: Substring.UnicodeScalarView) -> String {
    var result = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        spaceIsDue = !result.isEmpty
      } else if !isUnseen(scalar) {
        if spaceIsDue { result.append(" ") }
        spaceIsDue = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

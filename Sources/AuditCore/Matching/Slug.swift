/// A Latin word of an address as content systems make it from a title: pieces set off by hyphens or underscores, with
/// numbers of the entry, years and item numbers around them ("o31-no-gift-policy-2566", "action_plan_12").
struct Slug {
  /// Lower-case letters and digits between the marks.
  let pieces: [String]

  init(_ word: String) {
    pieces = word.lowercased().split { $0 == "-" || $0 == "_" || $0 == "+" || $0 == " " }.map(String.init)
  }

  /// The pieces that are words, joined by hyphens; the word itself where all of them are numbers.
  var plain: String {
    let words = pieces.drop(while: Self.isMark).reversed().drop(while: Self.isMark).reversed()
    return (words.isEmpty ? pieces : Array(words)).joined(separator: "-")
  }

  /// Two words or more, as a text that names may be looked for in; nil where there are fewer.
  var phrase: String? {
    let words = pieces.filter { !Self.isMark($0) }
    return words.count > 1 ? words.joined(separator: " ") : nil
  }

  /// A number of an entry or an item, a year, or the name of the assessment.
  private static func isMark(_ piece: String) -> Bool {
    piece.allSatisfy(\.isNumber) || itemNumber(piece) != nil || ["ita", "oit"].contains(piece) || listYear(piece) != nil
  }

  /// 12 for "o12" and "o012", nil for anything else.
  static func itemNumber(_ piece: String) -> Int? {
    guard piece.first == "o", (2...4).contains(piece.utf8.count), let number = Int(piece.dropFirst()),
      (1...99).contains(number)
    else { return nil }
    return number
  }

  /// The Buddhist year of "2566", "ita2566", "oit66" or "2023".
  static func listYear(_ piece: String) -> Int? {
    let isNamed = piece.hasPrefix("ita") || piece.hasPrefix("oit")
    let digits = isNamed ? piece.dropFirst(3) : Substring(piece)
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else { return nil }
    switch (number, digits.utf8.count) {
    case (2_550...2_599, 4): return number
    case (2_007...2_056, 4): return number + 543
    case (50...99, 2) where isNamed: return number + 2_500
    default: return nil
    }
  }
}

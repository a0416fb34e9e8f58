/// A piece of HTML. What is written in the program is markup; every text put into it is escaped, so that nothing of a
/// site can become an element, an attribute or a script.
///
///     let cell: HTML = "<td>\(quotation)</td>"
struct HTML: ExpressibleByStringInterpolation {
  let markup: String

  init(stringLiteral markup: String) { self.markup = markup }
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  struct Interpolation: StringInterpolationProtocol {
    var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity * 2) }
    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += XMLText.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
    mutating func appendInterpolation(_ pieces: [HTML]) { markup += pieces.map(\.markup).joined(separator: "\n") }
    mutating func appendInterpolation(_ piece: HTML?) { markup += piece?.markup ?? "" }
  }
}

/// A piece of a text as the reader of periods sees it.
struct PeriodToken {
  enum Kind: Equatable {
    /// `value` is 0 for more than nine digits.
    case number(value: Int, digits: Int)
    case word(PeriodWord)
    /// One ASCII punctuation mark.
    case mark(UInt8)
    case lineBreak
    /// Latin letters that are no known word.
    case latin
    /// Other letters.
    case text
  }

  let kind: Kind
  /// Its symbols in the readable text.
  let place: Range<Int>

  /// The pieces of a text, spaces left out.
  static func tokens(of text: ReadableText) -> [PeriodToken] {
    let words = PeriodLexicon.thai.matches(in: text)
    var tokens: [PeriodToken] = []
    var nextWord = 0
    var place = 0
    while place < text.symbols.count {
      if nextWord < words.count, words[nextWord].place.lowerBound == place {
        tokens.append(PeriodToken(kind: .word(words[nextWord].word), place: words[nextWord].place))
        place = words[nextWord].place.upperBound
        nextWord += 1
        continue
      }
      let limit = nextWord < words.count ? words[nextWord].place.lowerBound : text.symbols.count
      let token = plainToken(of: text, at: place, before: limit)
      if let token { tokens.append(token) }
      place = token?.place.upperBound ?? place + 1
    }
    return tokens
  }

  private static func plainToken(of text: ReadableText, at place: Int, before limit: Int) -> PeriodToken? {
    func run(_ belongs: (UInt8) -> Bool) -> Range<Int> {
      var end = place + 1
      while end < limit, belongs(text[end]) { end += 1 }
      return place..<end
    }
    let symbol = text[place]
    if symbol.isDigit {
      let digits = run(\.isDigit)
      let value = digits.count > 9 ? 0 : text.symbols[digits].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return PeriodToken(kind: .number(value: value, digits: digits.count), place: digits)
    }
    if symbol.isLatinLetter { return PeriodToken(kind: .latin, place: run(\.isLatinLetter)) }
    switch symbol {
    case 0x20: return nil
    case 0x0A: return PeriodToken(kind: .lineBreak, place: place..<place + 1)
    case 0x21...0x7E: return PeriodToken(kind: .mark(symbol), place: place..<place + 1)
    default: return PeriodToken(kind: .text, place: run { !(0x20...0x7E).contains($0) && $0 != 0x0A })
    }
  }
}

/// Tells what each period is to its text, from the words before it.
struct PeriodRoles {
  private let tokens: PeriodTokens
  /// Where the last period that is not a law's ended: its words no longer count for the next one.
  private var covered = 0
  /// Where the year of the last law ended.
  private var named = 0

  /// How far the name of a law reaches before its year, in letters.
  private static let longestLawName = 220

  init(tokens: PeriodTokens) {
    self.tokens = tokens
  }

  /// The role of the next period of the text; ask in the order of the text.
  mutating func role(of period: FoundPeriod) -> PeriodReading.Role {
    let role = roleFromWords(of: period)
    if role == .law { named = period.tokens.upperBound } else { covered = period.tokens.upperBound }
    return role
  }

  private func roleFromWords(of period: FoundPeriod) -> PeriodReading.Role {
    let start = period.tokens.lowerBound
    if let word = publicationWord(before: start) {
      // "ระเบียบ… ลงวันที่ 3 ธันวาคม 2545" dates the rule that is cited, not the paper that cites it.
      return word == .dated && followsLaw(start) ? .law : .publication
    }
    if period.wording == .serial { return isOrderNumber(start) ? .publication : .covered }
    let isYearOfName = period.kind == .fiscalYear && (period.wording == .era || period.wording == .bare)
    return isYearOfName && followsLaw(start) ? .law : .covered
  }

  /// The word of signing or publishing that a day stands behind.
  private func publicationWord(before start: Int) -> PeriodWord? {
    var index = start - 1
    for _ in 0..<4 {
      switch tokens[index] {
      case .word(let word) where word == .publication || word == .dated: return word
      case .word(.day), .word(.monthUnit), .word(.buddhistEra), .lineBreak, .mark: index -= 1
      default: return nil
      }
    }
    return nil
  }

  private func isOrderNumber(_ start: Int) -> Bool {
    tokens.word(start - 1) == .order
      || (tokens.word(start - 1) == .ordinal && tokens[start - 2] == .text)
  }

  /// Whether the name of a law is still open at a place: its year, or that of an amendment to it, has yet to come.
  private func followsLaw(_ start: Int) -> Bool {
    var index = start - 1
    var lineBreaks = 0
    var isAmendment = false
    while index >= covered, let kind = tokens[index] {
      guard index >= named || isAmendment else { return false }
      guard tokens.all[start].place.lowerBound - tokens.all[index].place.lowerBound <= Self.longestLawName else {
        return false
      }
      switch kind {
      case .word(.law), .word(.byLaw): return true
      case .word(.amendment): isAmendment = true
      case .word(.fiscalYear), .word(.annual): return false
      case .lineBreak:
        lineBreaks += 1
        if lineBreaks > 2 { return false }
      default: break
      }
      index -= 1
    }
    return false
  }
}

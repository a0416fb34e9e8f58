/// Reads named parts of a fiscal year: "รอบ 6 เดือนแรก", "ไตรมาสที่ 2", "ครึ่งปีหลัง", "รอบที่ 1/2566".
struct PartGrammar {
  let tokens: PeriodTokens

  /// The part that begins with the piece at an index, with its year where one is joined by a stroke.
  func result(at index: Int) -> DayGrammar.Result? {
    guard let part = part(at: index) else { return nil }
    guard let (year, end) = joinedYear(after: part), let days = part.part.interval(in: FiscalYear(year.year)) else {
      return .pending(part)
    }
    let isBehindStroke = tokens.isMark(end - 2, "/")
    let confidence: PeriodReading.Confidence = !isBehindStroke ? .guessed : year.digits == 4 ? .stated : .likely
    return .found(
      FoundPeriod(days: days, tokens: part.tokens.lowerBound..<end, wording: .part, confidence: confidence))
  }

  /// The year in "ไตรมาส 2/2566", or the two digits in "รอบ 6 เดือน 66".
  private func joinedYear(after part: PendingPart) -> (year: YearNumber, end: Int)? {
    let next = tokens.skipping(part.tokens.upperBound)
    if tokens.isMark(next, "/") {
      return YearNumber(fullOrShort: tokens.number(next + 1)).map { ($0, next + 2) }
    }
    guard case .half = part.part else { return nil }
    let place = tokens.skipping(part.tokens.upperBound, marks: "-_(")
    guard let number = tokens.number(place), number.digits == 2, (55...75).contains(number.value),
      !tokens.isCounted(place), !tokens.isJoinedToNumber(after: place, marks: "-/.,")
    else { return nil }
    return YearNumber(fullOrShort: number).map { ($0, place + 1) }
  }

  private func part(at index: Int) -> PendingPart? {
    switch tokens.word(index) {
    case .half(let second): PendingPart(part: .half(second: second, isNamed: true), tokens: index..<index + 1)
    case .quarter: quarter(at: index)
    case .round, .every: round(at: index)
    default: monthCount(at: index, isNamedPeriod: tokens.isMark(index - 1, "("))
    }
  }

  // MARK: Months

  /// "6 เดือน", which counts as a period behind รอบ, beside a year, or with แรก or หลัง behind it.
  private func monthCount(at index: Int, isNamedPeriod: Bool) -> PendingPart? {
    let count: Int
    var end: Int
    if case .monthCount(let months) = tokens.word(index) {
      (count, end) = (months, index + 1)
    } else if let number = tokens.number(index), number.digits <= 2,
      case let unit = tokens.skipping(index + 1, marks: "-_"), tokens.word(unit) == .monthUnit
    {
      (count, end) = (number.value, unit + 1)
    } else {
      return nil
    }
    let place = tokens.word(end)
    if place == .first || place == .last { end += 1 }
    let isOfYear = (count == 6 || count == 12) && (isYear(before: index) || isYear(at: end))
    guard isNamedPeriod || isOfYear || place == .first || place == .last else { return nil }
    let isLast = place == .last
    switch count {
    case 3: return PendingPart(part: .quarters(isLast ? 4...4 : 1...1), tokens: index..<end)
    case 6: return PendingPart(part: .half(second: isLast, isNamed: isLast || place == .first), tokens: index..<end)
    case 9: return PendingPart(part: .quarters(1...3), tokens: index..<end)
    case 12: return PendingPart(part: .wholeYear, tokens: index..<end)
    default: return nil
    }
  }

  private func isYear(before index: Int) -> Bool {
    tokens.word(index - 1) == .annual || tokens.word(index - 1) == .fiscalYear
  }

  private func isYear(at index: Int) -> Bool {
    let next = tokens.skipping(index, marks: "-_(")
    return tokens.word(next)?.isYearLabel == true || YearNumber(full: tokens.number(next)) != nil
  }

  /// "รอบ 6 เดือน"; "รอบที่ 1" is October to March, as in the rounds of staff appraisal.
  private func round(at index: Int) -> PendingPart? {
    let next = tokens.skipping(index + 1, marks: ":-(") { $0 == .ordinal }
    if let months = monthCount(at: next, isNamedPeriod: true) {
      return PendingPart(part: months.part, tokens: index..<months.tokens.upperBound)
    }
    guard tokens.word(index) == .round, let number = tokens.number(next), number.digits == 1,
      (1...2).contains(number.value)
    else { return nil }
    return PendingPart(part: .half(second: number.value == 2, isNamed: true), tokens: index..<next + 1)
  }

  // MARK: Quarters

  /// "ไตรมาส 1", "ไตรมาสที่ 1-2", "ไตรมาสที่ 1 และ 2".
  private func quarter(at index: Int) -> PendingPart? {
    let next = tokens.skipping(index + 1, marks: ".:(") { $0 == .ordinal }
    if tokens.word(next) == .first { return PendingPart(part: .quarters(1...1), tokens: index..<next + 1) }
    guard let first = quarterNumber(next), !isListNumber(next) else { return nil }
    let connector = tokens.skipping(next + 1)
    let joins = tokens.isMark(connector, "-,&") || tokens.word(connector) == .and || tokens.word(connector) == .until
    let second = tokens.skipping(connector + 1) { $0 == .ordinal || $0 == .quarter }
    guard joins, let last = quarterNumber(second), last > first else {
      return PendingPart(part: .quarters(first...first), tokens: index..<next + 1)
    }
    return PendingPart(part: .quarters(first...last), tokens: index..<second + 1)
  }

  /// "ไตรมาส ⏎ 3. จัดประชุม…": the number of the next line of a list.
  private func isListNumber(_ index: Int) -> Bool {
    tokens[index - 1] == .lineBreak && tokens.isMark(index + 1, ".)")
  }

  private func quarterNumber(_ index: Int) -> Int? {
    guard let number = tokens.number(index), number.digits == 1, (1...4).contains(number.value) else { return nil }
    return number.value
  }
}

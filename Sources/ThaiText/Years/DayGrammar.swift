/// Reads days, months and stretches of them: "15 มิถุนายน 2566", "31/3/66", "ต.ค. 65 - มี.ค. 66".
struct DayGrammar {
  let tokens: PeriodTokens

  /// What stands at one end of a stretch; the other end may supply what is missing.
  private struct Point {
    var day: Int?
    var month: Int?
    var year: YearNumber?
    /// The first piece that is not part of it.
    var end: Int
    /// A month named by its full name or with เดือน, so that it means a month even without a year.
    var isPlainMonth = false
  }

  enum Result {
    case found(FoundPeriod)
    case pending(PendingPart)

    var end: Int {
      switch self {
      case .found(let period): period.tokens.upperBound
      case .pending(let part): part.tokens.upperBound
      }
    }
  }

  /// The days that begin with the piece at an index.
  func result(at index: Int) -> Result? {
    guard let first = point(at: index) else { return nil }
    return stretch(from: index, first) ?? single(from: index, first)
  }

  // MARK: One day or month

  private func single(from index: Int, _ point: Point) -> Result? {
    guard let month = point.month else { return nil }
    guard let year = point.year else {
      guard point.day == nil, point.isPlainMonth else { return nil }
      return .pending(PendingPart(part: .months(month, month), tokens: index..<point.end))
    }
    let confidence: PeriodReading.Confidence =
      year.digits == 4 ? .stated : year.era == .buddhist ? .likely : .guessed
    guard let day = point.day else {
      let first = CivilDate.firstDay(ofMonth: month, year: year.gregorian)
      let last = CivilDate.lastDay(ofMonth: month, year: year.gregorian)
      return .found(FoundPeriod(days: first...last, tokens: index..<point.end, confidence: confidence))
    }
    guard let date = CivilDate(year: year.gregorian, month: month, day: day) else { return nil }
    return .found(FoundPeriod(days: date...date, tokens: index..<point.end, confidence: confidence))
  }

  // MARK: From–to

  private func stretch(from index: Int, _ first: Point) -> Result? {
    let connector = tokens.skipping(first.end)
    guard tokens.isMark(connector, "-~") || tokens.word(connector) == .until else { return nil }
    guard let last = point(at: tokens.skipping(connector + 1)), let lastMonth = last.month else { return nil }
    guard (first.day == nil) == (last.day == nil) else { return nil }
    let firstMonth = first.month ?? lastMonth
    let backwards = firstMonth > lastMonth
    let years = (first.year?.gregorian, last.year?.gregorian)
    let range = index..<last.end
    let lastYear: Int
    switch years {
    case (_, let year?): lastYear = year
    case (let year?, nil): lastYear = backwards ? year + 1 : year
    case (nil, nil):
      let isPlain = first.isPlainMonth || last.isPlainMonth || first.day == nil
      guard isPlain, coversWholeMonths(first, last, lastMonth) else { return nil }
      return .pending(PendingPart(part: .months(firstMonth, lastMonth), tokens: range))
    }
    let firstYear = years.0 ?? (backwards ? lastYear - 1 : lastYear)
    guard let start = CivilDate(year: firstYear, month: firstMonth, day: first.day ?? 1) else { return nil }
    let lastDay = last.day ?? CivilDate.length(ofMonth: lastMonth, year: lastYear)
    guard let end = CivilDate(year: lastYear, month: lastMonth, day: lastDay) else { return nil }
    guard start <= end, start.days(until: end) < 3660 else { return nil }
    let isShort = [first.year, last.year].contains { $0?.digits == 2 }
    return .found(FoundPeriod(days: start...end, tokens: range, confidence: isShort ? .likely : .stated))
  }

  private func coversWholeMonths(_ first: Point, _ last: Point, _ lastMonth: Int) -> Bool {
    guard let firstDay = first.day, let lastDay = last.day else { return true }
    return firstDay == 1 && lastDay >= CivilDate.length(ofMonth: lastMonth, year: 2023)
  }

  // MARK: Points

  private func point(at index: Int) -> Point? {
    let start = tokens.skipping(index) { $0 == .day || $0 == .monthUnit }
    if let date = numericDate(at: start) { return date }
    if let number = tokens.number(start), number.digits <= 2, (1...31).contains(number.value) {
      let next = tokens.skipping(start + 1, marks: ".-/") { $0 == .monthUnit }
      guard case .month(let month, let isFull) = tokens.word(next), !isStretch(start + 1) || next == start + 2,
        tokens.word(next - 1) != .monthUnit || tokens.word(start - 1) == .day
          || [.publication, .dated].contains(tokens.word(start - 1))
      else { return Point(day: number.value, end: start + 1) }
      return withYear(Point(day: number.value, month: month, end: next + 1, isPlainMonth: isFull))
    }
    guard case .month(let month, let isFull) = tokens.word(start) else { return nil }
    let isPlain = isFull || tokens.word(start - 1) == .monthUnit
    return englishDate(month, at: start) ?? withYear(Point(month: month, end: start + 1, isPlainMonth: isPlain))
  }

  /// Whether a dash with space around it follows, which joins two points rather than a day and its month.
  private func isStretch(_ index: Int) -> Bool {
    tokens.isMark(index, "-") && !tokens.isGlued(index)
  }

  private func withYear(_ point: Point) -> Point {
    let labelled = tokens.skipping(point.end, marks: ".,'") { $0 == .year || $0 == .buddhistEra || $0 == .commonEra }
    let joined = tokens.isMark(point.end, "-/") && tokens.isGlued(point.end) ? point.end + 1 : labelled
    let number = tokens.number(joined)
    guard let year = YearNumber(fullOrShort: number), !tokens.isCounted(joined) else { return point }
    guard !tokens.isJoinedToNumber(after: joined, marks: "/,") else { return point }
    var point = point
    point.year = year
    point.end = joined + 1
    return point
  }

  /// "October 1, 2022"
  private func englishDate(_ month: Int, at index: Int) -> Point? {
    guard let day = tokens.number(index + 1), day.digits <= 2, (1...31).contains(day.value) else { return nil }
    let next = tokens.skipping(index + 2, marks: ",")
    guard let year = YearNumber(full: tokens.number(next)) else { return nil }
    return Point(day: day.value, month: month, year: year, end: next + 1, isPlainMonth: true)
  }

  /// "31/3/2566", "31-03-66", "2023-03-31", days before months unless that cannot be.
  private func numericDate(at index: Int) -> Point? {
    guard let first = tokens.number(index), let second = tokens.number(index + 2),
      let third = tokens.number(index + 4), tokens[index + 1] == tokens[index + 3], tokens.isMark(index + 1, "/-."),
      (1...4).allSatisfy({ tokens.isGlued(index + $0) }),
      !tokens.isJoinedToNumber(after: index + 4, marks: "/-."), !tokens.isJoinedToNumber(before: index, marks: "/-.")
    else { return nil }
    let end = index + 5
    if let year = YearNumber(full: first), second.digits <= 2, third.digits <= 2 {
      return (1...12).contains(second.value) ? Point(day: third.value, month: second.value, year: year, end: end) : nil
    }
    guard first.digits <= 2, second.digits <= 2,
      let year = YearNumber(fullOrShort: third) ?? YearNumber(shortCommon: third)
    else { return nil }
    if (1...12).contains(second.value) {
      return Point(day: first.value, month: second.value, year: year, end: end)
    }
    guard year.era == .common, (1...12).contains(first.value) else { return nil }
    return Point(day: second.value, month: first.value, year: year, end: end)
  }
}

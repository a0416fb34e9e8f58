/// A period as the grammar finds it, before its role in the text is known.
struct FoundPeriod {
  /// What the wording says of the year.
  enum Wording {
    /// ปีงบประมาณ, ประจำปี
    case fiscal
    /// ปี, ปีปฏิทิน, ค.ศ.
    case year
    /// พ.ศ.
    case era
    /// Four digits and no more.
    case bare
    /// The number of a paper in a year's register, 12/2566.
    case serial
    /// A day, a month, or days from–to.
    case days
    /// A named part of a year.
    case part
  }

  let kind: PeriodReading.Kind
  let interval: ClosedRange<CivilDate>
  /// Fiscal years, Buddhist era.
  let years: ClosedRange<Int>
  /// Its pieces.
  let tokens: Range<Int>
  let wording: Wording
  let confidence: PeriodReading.Confidence

  /// One year or, with a last year, several.
  init(
    year: YearNumber, through last: Int? = nil, label: PeriodWord?, tokens: Range<Int>, wording: Wording,
    confidence: PeriodReading.Confidence
  ) {
    let lastYear = max(last ?? year.year, year.year)
    let isCalendar = label == .calendarYear || label == .commonEra || (year.era == .common && label != .fiscalYear)
    if isCalendar {
      interval =
        CivilDate.firstDay(
          ofMonth: 1, year: year.gregorian)...CivilDate.lastDay(ofMonth: 12, year: lastYear - CivilDate.buddhistOffset)
    } else {
      interval = FiscalYear(year.year).firstDay...FiscalYear(lastYear).lastDay
    }
    let isCommon = year.era == .common && label != .calendarYear
    kind = lastYear > year.year ? .span : !isCalendar ? .fiscalYear : isCommon ? .gregorianYear : .calendarYear
    years = year.year...lastYear
    self.tokens = tokens
    self.wording = wording
    self.confidence = confidence
  }

  /// Days, called by the name they have in the fiscal year if they have one.
  init(
    days: ClosedRange<CivilDate>, tokens: Range<Int>, wording: Wording = .days,
    confidence: PeriodReading.Confidence = .stated
  ) {
    interval = days
    kind = Self.name(of: days)
    let calendarYear = days.lowerBound.buddhistYear
    years =
      kind == .calendarYear
      ? calendarYear...calendarYear
      : FiscalYear(containing: days.lowerBound).year...FiscalYear(containing: days.upperBound).year
    self.tokens = tokens
    self.wording = wording
    self.confidence = confidence
  }

  private static func name(of days: ClosedRange<CivilDate>) -> PeriodReading.Kind {
    let first = days.lowerBound
    let year = FiscalYear(containing: first)
    if first == days.upperBound { return .date }
    if days == year.days { return .fiscalYear }
    if days == year.firstHalf { return .firstHalf }
    if days == year.secondHalf { return .secondHalf }
    if (1...4).contains(where: { days == year.quarter($0) }) { return .quarter }
    if days == year.month(first.month) { return .month }
    let isCalendarYear = first.month == 1 && first.day == 1 && first.days(until: days.upperBound) >= 364
    return isCalendarYear && days.upperBound == CivilDate.lastDay(ofMonth: 12, year: first.year) ? .calendarYear : .span
  }
}

/// A part of a year whose year has to be found elsewhere in the text.
struct PendingPart {
  let part: PeriodPart
  let tokens: Range<Int>
}

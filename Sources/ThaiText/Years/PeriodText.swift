/// One text with all that the grammar finds in it.
struct PeriodText {
  private let tokens: PeriodTokens
  private var found: [FoundPeriod] = []
  private var pending: [PendingPart] = []
  private var years: [FoundPeriod] = []
  private var lastDate: CivilDate?
  /// The kinds of period that are spelt out in days.
  private var spelt: Set<PeriodReading.Kind> = []

  init(_ text: String) {
    tokens = PeriodTokens(text)
    let days = DayGrammar(tokens: tokens)
    let parts = PartGrammar(tokens: tokens)
    let grammar = YearGrammar(tokens: tokens)
    var index = 0
    while index < tokens.count {
      guard
        let result = parts.result(at: index) ?? days.result(at: index) ?? grammar.found(at: index).map({ .found($0) })
      else {
        index += 1
        continue
      }
      switch result {
      case .found(let period): found.append(period)
      case .pending(let part): pending.append(part)
      }
      index = max(result.end, index + 1)
    }
    years = Self.years(among: found)
    lastDate = found.last { $0.kind == .date }?.interval.upperBound
    spelt = Set(found.lazy.filter { $0.wording == .days }.map(\.kind))
  }

  /// The parts for which the text has no year.
  var undatedParts: [PendingPart] {
    pending.filter { yearFor($0) == nil && !isSaidInDays($0) }
  }

  func readings(within year: FiscalYear?) -> [PeriodReading] {
    var roles = PeriodRoles(tokens: tokens)
    var readings: [PeriodReading] = []
    for period in found {
      let role = roles.role(of: period)
      guard role == .law || FiscalYear.plausible.contains(period.years.lowerBound) else { continue }
      readings.append(reading(of: period, role: role))
    }
    for part in pending where !isSaidInDays(part) {
      let own = yearFor(part)
      guard let place = own?.year ?? year, let days = part.part.interval(in: place) else { continue }
      let confidence = own.map { min($0.confidence, .likely) } ?? .guessed
      let period = FoundPeriod(days: days, tokens: part.tokens, wording: .part, confidence: confidence)
      readings.append(reading(of: period, role: .covered))
    }
    return readings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The year a part belongs to: the single year named nearest behind it, else nearest before it.
  private func yearFor(_ part: PendingPart) -> (year: FiscalYear, confidence: PeriodReading.Confidence)? {
    var low = 0
    var high = years.count
    while low < high {
      let middle = (low + high) / 2
      if years[middle].tokens.lowerBound < part.tokens.upperBound { low = middle + 1 } else { high = middle }
    }
    let behind = low < years.count ? years[low] : nil
    let near = behind.flatMap { $0.tokens.lowerBound - part.tokens.upperBound <= 12 ? $0 : nil }
    guard let period = near ?? (low > 0 ? years[low - 1] : behind) else {
      return lastDate.flatMap { Self.lastYear(of: part.part, endedOn: $0) }.map { ($0, .guessed) }
    }
    return (FiscalYear(period.years.lowerBound), period.wording == .fiscal ? .stated : .likely)
  }

  /// The last fiscal year in which a part was over by a day: reports are dated after the time they report on.
  private static func lastYear(of part: PeriodPart, endedOn date: CivilDate) -> FiscalYear? {
    let year = FiscalYear(containing: date)
    guard let days = part.interval(in: year) else { return nil }
    return days.upperBound <= date ? year : year.previous
  }

  /// Single years that parts may belong to: those called fiscal years, else named ones, else those of papers.
  private static func years(among found: [FoundPeriod]) -> [FoundPeriod] {
    let years = found.filter { period in
      let isYear = period.kind == .fiscalYear || period.kind == .calendarYear || period.kind == .gregorianYear
      return isYear && period.wording != .days && period.wording != .part
        && FiscalYear.plausible.contains(period.years.lowerBound)
    }
    let stated = years.filter { $0.wording == .fiscal }
    let named = years.filter { $0.wording != .serial }
    return !stated.isEmpty ? stated : !named.isEmpty ? named : years
  }

  /// Whether the days behind an undetermined part are spelt out: "รอบ 6 เดือน (เม.ย. – ก.ย. 66)".
  private func isSaidInDays(_ part: PendingPart) -> Bool {
    switch part.part {
    case .half(_, isNamed: false): spelt.contains(.firstHalf) || spelt.contains(.secondHalf)
    case .half(let second, isNamed: true): spelt.contains(second ? .secondHalf : .firstHalf)
    case .quarters(let quarters): quarters.count == 1 && spelt.contains(.quarter)
    case .wholeYear: spelt.contains(.fiscalYear)
    case .months(let first, let last): first == last && spelt.contains(.month)
    }
  }

  private func reading(of period: FoundPeriod, role: PeriodReading.Role) -> PeriodReading {
    PeriodReading(
      kind: period.kind, interval: period.interval, fiscalYears: period.years.map { FiscalYear($0) },
      range: tokens.originalRange(of: period.tokens), role: role, confidence: period.confidence,
      digits: tokens.digits(in: period.tokens))
  }
}

/// A Thai fiscal year, named by the Buddhist era: FY2566 runs from 1 October 2565 to 30 September 2566.
package struct FiscalYear: Hashable, Comparable, Sendable {
  /// Buddhist era.
  package let year: Int

  /// Years that texts about public bodies are believed to mean.
  package static let plausible = 2540...2580

  package init(_ year: Int) {
    self.year = year
  }

  /// The fiscal year a day falls in: October to December belong to the next one.
  package init(containing date: CivilDate) {
    year = date.buddhistYear + (date.month >= 10 ? 1 : 0)
  }

  package var firstDay: CivilDate { day(firstOfMonth: 10) }
  package var lastDay: CivilDate { CivilDate.lastDay(ofMonth: 9, year: gregorian) }
  package var days: ClosedRange<CivilDate> { firstDay...lastDay }

  /// October to March, what a six-month report covers.
  package var firstHalf: ClosedRange<CivilDate> { months(10, 3) }
  /// April to September.
  package var secondHalf: ClosedRange<CivilDate> { months(4, 9) }

  /// Quarter 1 is October to December; other numbers than 1–4 are brought to the nearest.
  package func quarter(_ number: Int) -> ClosedRange<CivilDate> {
    let first = [10, 1, 4, 7][min(max(number, 1), 4) - 1]
    return months(first, first + 2)
  }

  /// The days of one calendar month of this fiscal year.
  package func month(_ month: Int) -> ClosedRange<CivilDate> { months(month, month) }

  package var previous: FiscalYear { FiscalYear(year - 1) }
  package var next: FiscalYear { FiscalYear(year + 1) }

  package static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }

  private var gregorian: Int { year - CivilDate.buddhistOffset }

  private func day(firstOfMonth month: Int) -> CivilDate {
    CivilDate.firstDay(ofMonth: month, year: month >= 10 ? gregorian - 1 : gregorian)
  }

  /// From the first day of one month to the last of another, both within this fiscal year.
  func months(_ first: Int, _ last: Int) -> ClosedRange<CivilDate> {
    let start = day(firstOfMonth: first)
    let end = CivilDate.lastDay(ofMonth: last, year: last >= 10 ? gregorian - 1 : gregorian)
    return start...max(start, end)
  }
}

extension FiscalYear: CustomStringConvertible {
  /// "FY2566".
  package var description: String { "FY\(year)" }
}

extension FiscalYear: Codable {
  package init(from decoder: any Decoder) throws {
    year = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Encodes the year as a number.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(year)
  }
}

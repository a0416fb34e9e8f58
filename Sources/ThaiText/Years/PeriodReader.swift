/// Reads the years, periods and dates of a text.
package enum PeriodReader {
  /// All of them, in the order of the text.
  ///
  /// - Parameter year: the fiscal year the surroundings speak of; parts of a year that name none are placed in it.
  package static func readings(in text: String, within year: FiscalYear? = nil) -> [PeriodReading] {
    PeriodText(text).readings(within: year)
  }

  /// The period the text is about: periods before dates, named years before bare ones, the first of equals. A date of
  /// publication is the answer only where nothing else is named (see its role), a law's year never.
  package static func covered(in text: String, within year: FiscalYear? = nil) -> PeriodReading? {
    readings(in: text, within: year).filter { $0.role != .law }.min { left, right in
      (rank(left), -left.confidence.rawValue, left.range.lowerBound)
        < (rank(right), -right.confidence.rawValue, right.range.lowerBound)
    }
  }

  /// The part of a year that a text names without a year, if there is one.
  package static func undatedPart(in text: String) -> PeriodPart? {
    PeriodText(text).undatedParts.first?.part
  }

  private static func rank(_ reading: PeriodReading) -> Int {
    if reading.role == .publication { return 9 }
    switch reading.kind {
    case .firstHalf, .secondHalf, .quarter, .month: return 0
    case .span where reading.dayCount <= 366: return reading.dayCount < 32 ? 5 : 0
    case .fiscalYear, .calendarYear, .span:
      switch reading.confidence {
      case .stated: return 1
      case .likely: return 2
      case .guessed: return 3
      }
    case .gregorianYear: return 4
    case .date: return 6
    }
  }
}

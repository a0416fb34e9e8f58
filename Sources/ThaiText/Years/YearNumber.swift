/// A number read as a year.
struct YearNumber {
  enum Era { case buddhist, common }

  /// Buddhist era.
  let year: Int
  let era: Era
  let digits: Int

  var gregorian: Int { year - CivilDate.buddhistOffset }

  private static let plausibleCommon = 1997...2037

  /// Four digits of a plausible year in either era.
  init?(full number: (value: Int, digits: Int)?) {
    guard let number, number.digits == 4 else { return nil }
    if FiscalYear.plausible.contains(number.value) {
      self.init(year: number.value, era: .buddhist, digits: 4)
    } else if Self.plausibleCommon.contains(number.value) {
      self.init(year: number.value + CivilDate.buddhistOffset, era: .common, digits: 4)
    } else {
      return nil
    }
  }

  /// Four digits, or two for 2540–2580.
  init?(fullOrShort number: (value: Int, digits: Int)?) {
    if let number, number.digits == 2, (40...80).contains(number.value) {
      self.init(year: 2500 + number.value, era: .buddhist, digits: 2)
    } else {
      self.init(full: number)
    }
  }

  /// A year in which laws still in force were made, however long ago.
  init?(ofLaw number: (value: Int, digits: Int)?) {
    guard let number, number.digits == 4, (2400..<FiscalYear.plausible.lowerBound).contains(number.value) else {
      return nil
    }
    self.init(year: number.value, era: .buddhist, digits: 4)
  }

  private init(year: Int, era: Era, digits: Int) {
    self.year = year
    self.era = era
    self.digits = digits
  }

  /// Two digits behind a stroke or a month that can only be a year of the common era: 31/3/23.
  init?(shortCommon number: (value: Int, digits: Int)?) {
    guard let number, number.digits == 2, (10...37).contains(number.value) else { return nil }
    self.init(year: 2000 + number.value + CivilDate.buddhistOffset, era: .common, digits: 2)
  }
}

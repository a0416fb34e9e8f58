import ThaiText

/// The period an item asks for in one judged fiscal year, as days.
struct RequiredPeriod: Sendable {
  let rule: PeriodRule
  let year: FiscalYear
  /// The paper must analyse the result of the year before and is named after it ("วิเคราะห์ผลการประเมิน ITA ปี 2565").
  var analysesYearBefore = false

  enum Fit: Sendable, Equatable {
    case fits
    case otherPeriod
    /// Of the right year, but it does not say which half.
    case rightYearOnly
  }

  /// How a period that a text gives fits what is asked for; nil where it says nothing of it: the day on which a plan
  /// or a report was signed or put up is not the time it is about.
  func fit(of reading: PeriodReading) -> Fit? {
    let first = fit(of: reading, covers: rule.covers)
    guard first != .fits, let other = rule.orElse else { return first }
    let second = fit(of: reading, covers: other)
    return second == .fits ? .fits : (first == .rightYearOnly ? first : second ?? first)
  }

  private func fit(of reading: PeriodReading, covers: PeriodRule.Covers) -> Fit? {
    let found = reading.interval
    if isDay(reading) {
      switch covers {
      case .span, .previousYear: return nil
      case .firstHalf: return found.overlaps(year.days) ? .rightYearOnly : nil
      case .year where !within(found, year): return nil
      default: break
      }
    }
    switch covers {
    case .undated: return .fits
    case .year, .span:
      return found.contains(year.month(1).lowerBound) || (within(found, year) && covers == .year) ? .fits : .otherPeriod
    case .inYear:
      return found.overlaps(year.days) ? .fits : .otherPeriod
    case .previousYear:
      return found.contains(year.previous.firstDay) && found.contains(year.previous.lastDay) ? .fits : .otherPeriod
    case .firstHalf:
      switch reading.kind {
      case .fiscalYear, .calendarYear, .gregorianYear:
        return found.overlaps(year.firstHalf) ? .rightYearOnly : .otherPeriod
      default:
        return found.overlaps(year.firstHalf) ? .fits : .otherPeriod
      }
    }
  }

  /// Whether the paper may be named after the year before, whose result it analyses.
  func mayAnalyse(_ reading: PeriodReading?) -> Bool {
    analysesYearBefore && reading?.fiscalYears == [year.previous]
  }

  /// Readings without the years that only say of which year a part is: "ปี 2566 รอบที่ 2" is not about 2566 as a whole.
  /// Where the parts make up the year, as in the head of a table of quarters, it is.
  func withoutYearsOfParts(_ readings: [PeriodReading]) -> [PeriodReading] {
    guard rule.covers == .firstHalf || rule.covers == .previousYear else { return readings }
    let parts = readings.filter { reading in
      reading.role == .covered && [.firstHalf, .secondHalf, .quarter].contains(reading.kind)
    }
    return readings.filter { reading in
      guard reading.kind == .fiscalYear, reading.role == .covered, let year = reading.fiscalYears.first else {
        return true
      }
      let own = parts.filter { reading.interval.contains($0.interval.lowerBound) }
      let isWhole = (1...4).allSatisfy { quarter in
        own.contains { $0.interval.contains(year.quarter(quarter).lowerBound) }
      }
      return own.isEmpty || isWhole
    }
  }

  /// Whether a text names the year before as the one whose result it analyses: the words stand before the year, and no
  /// measures between them that the year could be of ("การวิเคราะห์ผลการประเมิน ITA และมาตรการ… ปี 2565").
  func isAnalysis(_ text: String, of reading: PeriodReading) -> Bool {
    guard mayAnalyse(reading) else { return false }
    let before = text.utf8.prefix(reading.range.lowerBound)
    let folded = ThaiFolding.fold(String(decoding: Array(before), as: UTF8.self))
    let ends = Self.analysis.compactMap { word in
      folded.indices.last { folded[$0...].starts(with: word) }.map { $0 + word.count }
    }
    return ends.max().map { !ByteSearch.contains(Array(folded[$0...]), Self.measures) } ?? false
  }

  private static let analysis = ["วิเคราะห์ผล", "ผลการวิเคราะห์"].map { ThaiFolding.fold($0) }
  private static let measures = ThaiFolding.fold("มาตรการ")

  /// A day, or the number of a paper of a year ("คำสั่งที่ 12/2566").
  private func isDay(_ reading: PeriodReading) -> Bool {
    reading.kind == .date || (reading.role == .publication && reading.kind != .month)
  }

  private func within(_ found: ClosedRange<CivilDate>, _ year: FiscalYear) -> Bool {
    found.lowerBound >= year.firstDay && found.upperBound <= year.lastDay
  }

  /// The asked-for period in words, Thai or English; nil where none is asked for.
  func words(_ language: Language) -> String? {
    let this = year.year
    let previous = this - 1
    switch (rule.covers, language) {
    case (.undated, _): return nil
    case (.year, .th), (.span, .th): return "ใช้บังคับครอบคลุมปีงบประมาณ พ.ศ. \(this)"
    case (.year, .en), (.span, .en): return "in force in fiscal year \(this)"
    case (.inYear, .th): return "ปีงบประมาณ พ.ศ. \(this) (1 ต.ค. \(previous) – 30 ก.ย. \(this))"
    case (.inYear, .en): return "fiscal year \(this) (1 Oct \(previous - 543) – 30 Sep \(this - 543))"
    case (.firstHalf, .th): return "6 เดือนแรกของปีงบประมาณ พ.ศ. \(this) (1 ต.ค. \(previous) – 31 มี.ค. \(this))"
    case (.firstHalf, .en): return "first half of fiscal year \(this) (1 Oct \(previous - 543) – 31 Mar \(this - 543))"
    case (.previousYear, .th): return "ทั้งปีงบประมาณ พ.ศ. \(previous)"
    case (.previousYear, .en): return "the whole of fiscal year \(previous)"
    }
  }
}

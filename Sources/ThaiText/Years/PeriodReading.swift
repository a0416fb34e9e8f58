/// A year, period or date that a text names, and how it was read.
package struct PeriodReading: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// October to September: "ปีงบประมาณ พ.ศ. 2566", "ประจำปี 2566", and years that say nothing else.
    case fiscalYear
    /// January to December: "ปีปฏิทิน 2566", "1 มกราคม – 31 ธันวาคม 2566"; also school years, by their first year.
    case calendarYear
    /// A year of the common era, "2023".
    case gregorianYear
    /// Several years, or any stretch of days that has no name of its own.
    case span
    case firstHalf, secondHalf, quarter, month, date
  }

  /// What the period is to the text.
  package enum Role: String, Hashable, Sendable {
    /// What the text is about.
    case covered
    /// When it was signed, published or put up: "ประกาศ ณ วันที่ …", "คำสั่งที่ 12/2566".
    case publication
    /// Part of the name of a law: "พระราชบัญญัติ … พ.ศ. 2562". It says nothing of how current the text is.
    case law
  }

  /// How much the wording leaves open.
  package enum Confidence: Int, Comparable, Hashable, Sendable {
    /// A number that looks like a year, a part of a year placed by its surroundings.
    case guessed
    /// A named year without saying of which kind, two digits for four.
    case likely
    /// Said in so many words.
    case stated

    package static func < (left: Confidence, right: Confidence) -> Bool { left.rawValue < right.rawValue }
  }

  /// The digits it is written with; OCR is not to be trusted with Thai ones.
  package enum Digits: String, Hashable, Sendable {
    case arabic, thai, mixed
  }

  package let kind: Kind
  /// The days covered.
  package let interval: ClosedRange<CivilDate>
  /// The fiscal years it speaks for, in order. A calendar year stands for the fiscal year of the same number.
  package let fiscalYears: [FiscalYear]
  /// Where it stands in the text, UTF-8 offsets.
  package let range: Range<Int>
  package let role: Role
  package let confidence: Confidence
  package let digits: Digits

  /// Whether it speaks for a fiscal year.
  package func speaks(for year: FiscalYear) -> Bool { fiscalYears.contains(year) }

  /// How many days it covers.
  package var dayCount: Int { interval.lowerBound.days(until: interval.upperBound) + 1 }
}

/// A part of a fiscal year that a text names without saying of which one: "รอบ 6 เดือน", "ไตรมาส 2".
package enum PeriodPart: Hashable, Sendable {
  /// "รอบ 6 เดือน" may be either half and is taken for the first; `isNamed` where the text says แรก or หลัง.
  case half(second: Bool, isNamed: Bool)
  /// One or several quarters, 1–4.
  case quarters(ClosedRange<Int>)
  /// From the first to the second month, 1–12, in the order of the fiscal year.
  case months(Int, Int)
  case wholeYear

  /// The days of this part in a fiscal year, nil for months that would run backwards.
  package func interval(in year: FiscalYear) -> ClosedRange<CivilDate>? {
    switch self {
    case .half(let second, _): return second ? year.secondHalf : year.firstHalf
    case .quarters(let quarters):
      return year.quarter(quarters.lowerBound).lowerBound...year.quarter(quarters.upperBound).upperBound
    case .months(let first, let last):
      let start = year.month(first).lowerBound
      let end = year.month(last).upperBound
      return start <= end ? start...end : nil
    case .wholeYear: return year.days
    }
  }
}

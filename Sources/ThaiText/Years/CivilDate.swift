/// A day of the Gregorian calendar, without a time and without a time zone. Thai dates name the same days with years
/// of the Buddhist era, 543 more.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Gregorian.
  package let year: Int
  package let month: Int
  package let day: Int

  /// What is added to a Gregorian year to get the Thai one.
  package static let buddhistOffset = 543

  /// A day that exists, or nil: 30 February and year 0 do not.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.length(ofMonth: month, year: year)).contains(day) else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Reads `yyyy-mm-dd` (ISO 8601), nothing else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = parts.map(\.utf8.count) == [4, 2, 2] && parts.joined().utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isPlain, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(validYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day of a month; years and months outside the calendar are brought to its ends.
  package static func firstDay(ofMonth month: Int, year: Int) -> CivilDate {
    CivilDate(validYear: min(max(year, 1), 9999), month: min(max(month, 1), 12), day: 1)
  }

  /// The last day of a month; years and months outside the calendar are brought to its ends.
  package static func lastDay(ofMonth month: Int, year: Int) -> CivilDate {
    let first = firstDay(ofMonth: month, year: year)
    return CivilDate(
      validYear: first.year, month: first.month, day: length(ofMonth: first.month, year: first.year))
  }

  /// Days of a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

// MARK: - Counting days

extension CivilDate {
  /// Days since 1 March of year 0. Years are counted from March, so that the leap day is their last (H. Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms").
  private var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The number of days from this day to another, negative if that is earlier.
  package func days(until other: CivilDate) -> Int {
    other.ordinal - ordinal
  }

  /// The day so many days later, or earlier if negative; beyond the calendar its first or last day.
  package func adding(days: Int) -> CivilDate {
    let first = CivilDate(validYear: 1, month: 1, day: 1)
    let last = CivilDate(validYear: 9999, month: 12, day: 31)
    let (sum, overflows) = ordinal.addingReportingOverflow(days)
    if overflows { return days < 0 ? first : last }
    let ordinal = min(max(sum, first.ordinal), last.ordinal)
    let era = ordinal / 146_097
    let dayOfEra = ordinal % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return CivilDate(validYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }
}

// MARK: - Writing

extension CivilDate: CustomStringConvertible {
  /// The year of the Buddhist era.
  package var buddhistYear: Int { year + Self.buddhistOffset }

  /// `yyyy-mm-dd`.
  package var iso: String {
    let padded = { (value: Int, width: Int) in
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// "15 มิถุนายน 2566".
  package var thai: String { "\(day) \(ThaiMonth.name(month)) \(buddhistYear)" }

  /// "15 มิ.ย. 66".
  package var thaiShort: String { "\(day) \(ThaiMonth.abbreviation(month)) \(buddhistYear % 100)" }

  package var description: String { iso }
}

// MARK: - In files

extension CivilDate: Codable {
  /// Decodes the ISO form.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day (yyyy-mm-dd): \(text)")
    }
    self = date
  }

  /// Encodes the ISO form.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

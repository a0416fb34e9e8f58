/// What a word means for a period of time.
enum PeriodWord: Hashable, Sendable {
  case month(Int, isFull: Bool)
  /// ปีงบประมาณ
  case fiscalYear
  /// ประจำปี
  case annual
  /// ปี
  case year
  /// พ.ศ.
  case buddhistEra
  /// ค.ศ.
  case commonEra
  /// ปีปฏิทิน, ปีการศึกษา
  case calendarYear
  /// ITA and its kin, which stand before years.
  case survey
  /// รอบ
  case round
  /// ระยะ, ราย
  case every
  /// เดือน after a number or before a name
  case monthUnit
  /// หกเดือน and other numbers of months in words
  case monthCount(Int)
  /// ไตรมาส
  case quarter
  /// ครึ่งปีแรก, ครึ่งปีหลัง
  case half(second: Bool)
  /// แรก, หลัง behind a number of months
  case first, last
  /// ถึง
  case until
  /// และ
  case and
  /// ที่
  case ordinal
  /// วันที่
  case day
  /// What stands before the day of signing or publishing.
  case publication
  /// ลงวันที่: as above, of this paper or of one that it cites.
  case dated
  /// A law or what is cited like one.
  case law
  /// What joins a later law to the one it amends.
  case amendment
  /// A form whose number is no day: สขร.1.
  case form
  /// A by-law of the town, which is a law or this year's budget.
  case byLaw
  /// คำสั่งที่, ประกาศที่: a number in the year's register follows.
  case order
  /// ครั้งที่
  case meeting
  /// Words whose numbers are never years: telephone, house, section.
  case otherNumber
  /// Money and people, where they stand alone behind a number.
  case unit

  /// Whether a year may follow it.
  var isYearLabel: Bool {
    switch self {
    case .fiscalYear, .annual, .year, .buddhistEra, .commonEra, .calendarYear: true
    default: false
    }
  }
}

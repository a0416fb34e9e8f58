import ThaiText

/// Which period a disclosure is about, and where that stands. Its own title and text come before the words of the
/// link: labels are copied from year to year.
struct PeriodFinding: Sendable {
  enum Source: Int, Sendable { case ownTitle, ownText, label, list, none }
  enum Fit: Sendable { case fits, rightYearOnly, otherPeriod, unstated }

  let fit: Fit
  let reading: PeriodReading?
  let quote: String
  let source: Source
  /// 0…1.
  let confidence: Double

  static let notAsked = PeriodFinding(fit: .fits, reading: nil, quote: "", source: .none, confidence: 1)

  /// Reads the period of a text against what is asked for. The best of its readings speaks; nil where it has none.
  static func read(_ text: String, _ required: RequiredPeriod, source: Source, confidence: Double) -> PeriodFinding? {
    let all = PeriodReader.readings(in: text).filter { $0.role != .law }
    let covered = all.filter { $0.role == .covered }
    let readings = covered.isEmpty ? all : covered
    guard let newest = readings.max(by: { $0.interval.upperBound < $1.interval.upperBound }) else { return nil }
    var best: (fit: Fit, reading: PeriodReading) = (.otherPeriod, newest)
    for reading in readings {
      switch required.fit(of: reading) {
      case .fits: return finding(.fits, reading, text, source, confidence)
      case .rightYearOnly: best = (.rightYearOnly, reading)
      case .otherPeriod: continue
      }
    }
    return finding(best.fit, best.reading, text, source, confidence)
  }

  private static func finding(
    _ fit: Fit, _ reading: PeriodReading, _ text: String, _ source: Source, _ confidence: Double
  ) -> PeriodFinding {
    PeriodFinding(
      fit: fit, reading: reading, quote: Quotation.of(text), source: source,
      confidence: confidence * (fit == .rightYearOnly ? 0.85 : 1))
  }

  /// The body of a document: each block that names a period votes; what is asked for must be named about as often
  /// as anything else, because reports compare themselves with the years before.
  static func readBody(_ blocks: [Block], _ required: RequiredPeriod) -> PeriodFinding? {
    var fitting: [PeriodFinding] = []
    var other: [PeriodFinding] = []
    for block in blocks.prefix(600) where !block.text.isEmpty {
      guard let found = read(block.text, required, source: .ownText, confidence: 0.85) else { continue }
      if found.fit == .otherPeriod { other.append(found) } else { fitting.append(found) }
      if fitting.count + other.count >= 60 { break }
    }
    if let best = fitting.first(where: { $0.fit == .fits }) ?? fitting.first, fitting.count * 2 >= other.count {
      return best
    }
    return other.max { a, b in
      guard let first = a.reading, let second = b.reading else { return b.reading != nil }
      return first.interval.upperBound < second.interval.upperBound
    }
  }

  /// The found period in words, for the report.
  var words: String? { reading.map(PeriodWords.thai) }
}

/// Periods in words.
enum PeriodWords {
  static func thai(_ reading: PeriodReading) -> String {
    switch reading.kind {
    case .fiscalYear, .calendarYear, .gregorianYear:
      if let year = reading.fiscalYears.last { return "ปี พ.ศ. \(year.year)" }
    case .firstHalf:
      if let year = reading.fiscalYears.last { return "6 เดือนแรก ปีงบประมาณ พ.ศ. \(year.year)" }
    case .secondHalf:
      if let year = reading.fiscalYears.last { return "6 เดือนหลัง ปีงบประมาณ พ.ศ. \(year.year)" }
    default: break
    }
    if reading.interval.lowerBound == reading.interval.upperBound { return reading.interval.lowerBound.thai }
    return "\(reading.interval.lowerBound.thai) – \(reading.interval.upperBound.thai)"
  }
}

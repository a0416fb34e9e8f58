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
  /// Its digits were read by OCR, so that they need another witness.
  var isScanned = false

  static let notAsked = PeriodFinding(fit: .fits, reading: nil, quote: "", source: .none, confidence: 1)

  /// Reads the period of a text against what is asked for. The best of its readings speaks; nil where it has none.
  static func read(_ text: String, _ required: RequiredPeriod, source: Source, confidence: Double) -> PeriodFinding? {
    read(text, PeriodReader.readings(in: text), required, source: source, confidence: confidence)
  }

  /// As above, for a text whose periods have been read already.
  static func read(
    _ text: String, _ found: [PeriodReading], _ required: RequiredPeriod, source: Source, confidence: Double
  ) -> PeriodFinding? {
    let telling = required.withoutYearsOfParts(found).filter { $0.role != .law }.compactMap { reading in
      required.fit(of: reading).map { fit in
        (fit: fit == .otherPeriod && required.isAnalysis(text, of: reading) ? .fits : fit, reading: reading)
      }
    }
    let covered = telling.filter { $0.reading.role == .covered }
    let readings = covered.isEmpty ? telling : covered
    if let fitting = readings.first(where: { $0.fit == .fits }) {
      return finding(.fits, fitting.reading, text, source, confidence)
    }
    if let near = readings.last(where: { $0.fit == .rightYearOnly }) {
      return finding(.rightYearOnly, near.reading, text, source, confidence)
    }
    let newest = readings.max { $0.reading.interval.upperBound < $1.reading.interval.upperBound }
    return newest.map { finding(.otherPeriod, $0.reading, text, source, confidence) }
  }

  private static func finding(
    _ fit: Fit, _ reading: PeriodReading, _ text: String, _ source: Source, _ confidence: Double
  ) -> PeriodFinding {
    PeriodFinding(
      fit: fit, reading: reading, quote: Quotation.of(text), source: source,
      confidence: confidence * (fit == .rightYearOnly ? 0.85 : 1))
  }

  /// The period of a page or paper: what it is called, the lines it begins with, then what its body says.
  static func read(_ page: IndexedPage, at place: Int, _ pages: PageReadings, _ required: RequiredPeriod)
    -> PeriodFinding?
  {
    var inTitle: PeriodFinding?
    if let title = pages.title(of: place) {
      inTitle = read(title.text, required, source: .ownTitle, confidence: 1)
      inTitle?.isScanned = title.isScanned
    }
    // What analyses the year before is named after it; when it was written tells of which year it is.
    if let inTitle, inTitle.fit != .otherPeriod || !required.mayAnalyse(inTitle.reading) { return inTitle }
    // A web page is called by its heading; what its first sentence says of other times counts where that is silent.
    let heading = pages.title(of: place) == nil ? read(page.heading, required, source: .ownTitle, confidence: 1) : nil
    if let heading, heading.fit == .fits { return heading }
    var inOpening = read(Opening.lines(of: page, limit: 160), required, source: .ownTitle, confidence: 1)
    inOpening?.isScanned = Opening.isScanned(page)
    if let inOpening, inOpening.fit != .otherPeriod { return inOpening }
    return inTitle ?? inOpening ?? readBody(place, pages, required)
  }

  /// The body of a document: each block that names a period votes; what is asked for must be named about as often
  /// as anything else, because reports compare themselves with the years before. Bare numbers ("เป้าหมาย 2579") are
  /// heard only where nothing is called a year.
  static func readBody(_ page: Int, _ pages: PageReadings, _ required: RequiredPeriod) -> PeriodFinding? {
    var fitting: [PeriodFinding] = []
    var other: [PeriodFinding] = []
    let blocks = pages.datedBlocks(of: page)
    let isNamed = blocks.contains { $0.readings.contains(where: names) }
    for dated in blocks {
      let readings = isNamed ? dated.readings.filter { $0.confidence > .guessed } : dated.readings
      guard var found = read(dated.text, readings, required, source: .ownText, confidence: 0.85) else { continue }
      found.isScanned = dated.isScanned
      if found.fit == .otherPeriod { other.append(found) } else { fitting.append(found) }
      if fitting.count + other.count >= 60 { break }
    }
    let typed = fitting.filter { !$0.isScanned }
    let best =
      typed.first { $0.fit == .fits } ?? fitting.first { $0.fit == .fits } ?? typed.first ?? fitting.first
    if let best, fitting.count * 2 >= other.count { return best }
    return other.max { a, b in
      guard let first = a.reading, let second = b.reading else { return b.reading != nil }
      return first.interval.upperBound < second.interval.upperBound
    }
  }

  /// A year or period called by its name, that the text is about.
  private static func names(_ reading: PeriodReading) -> Bool {
    reading.role == .covered && reading.kind != .date && reading.confidence > .guessed
  }

  /// Whether it rests on digits that only OCR has read and the words of the link do not say the same.
  func isUnproven(beside label: PeriodFinding) -> Bool {
    guard isScanned, let reading else { return false }
    guard let said = label.reading else { return label.source != .list || label.fit != fit }
    return label.fit != fit && Set(said.fiscalYears).isDisjoint(with: reading.fiscalYears)
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

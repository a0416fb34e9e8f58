/// Reads years: "ปีงบประมาณ พ.ศ. 2566", "ปี 65", "พ.ศ. 2566–2570", a bare "2566", "คำสั่งที่ 12/2566".
struct YearGrammar {
  let tokens: PeriodTokens

  /// Years that a number without any label is believed to be.
  private static let plausibleBare = 2546...2576

  /// The year that begins with the piece at an index.
  func found(at index: Int) -> FoundPeriod? {
    if let label = tokens.word(index), label.isYearLabel { return labelled(at: index) }
    if tokens.word(index) == .byLaw || tokens.word(index) == .survey { return attached(at: index) }
    return bare(at: index)
  }

  // MARK: With a label

  private func labelled(at index: Int) -> FoundPeriod? {
    var labels: Set<PeriodWord> = []
    var place = index
    while place < index + 9 {
      if let word = tokens.word(place), word.isYearLabel || word == .survey {
        labels.insert(word)
      } else if !tokens.isMark(place, ".:(-/_\"'") && tokens[place] != .lineBreak {
        break
      }
      place += 1
    }
    let (number, end) = yearDigits(at: place)
    let isFiscal = labels.contains(.fiscalYear) || labels.contains(.annual)
    let wording: FoundPeriod.Wording =
      isFiscal ? .fiscal : labels.contains(.buddhistEra) && !labels.contains(.year) ? .era : .year
    if wording == .era, let year = YearNumber(ofLaw: number) {
      return FoundPeriod(
        year: year, label: nil, tokens: index..<end, wording: .era, confidence: .guessed)
    }
    guard let year = YearNumber(fullOrShort: number), !(year.digits == 2 && tokens.isCounted(end - 1)) else {
      return nil
    }
    guard !tokens.isJoinedToNumber(after: end - 1, marks: ",") else { return nil }
    let strongest: [PeriodWord] = [.calendarYear, .commonEra, .fiscalYear, .annual, .year, .buddhistEra]
    var confidence: PeriodReading.Confidence = isFiscal || labels.contains(.calendarYear) ? .stated : .likely
    if year.digits == 2 { confidence = isFiscal ? .likely : .guessed }
    let last = lastYear(after: end - 1, first: year)
    return FoundPeriod(
      year: year, through: last?.year, label: strongest.first { labels.contains($0) },
      tokens: index..<(last?.end ?? end), wording: wording, confidence: confidence)
  }

  /// A number, put together again where damaged text has spaces between the digits of a year: "25 66".
  private func yearDigits(at index: Int) -> (number: (value: Int, digits: Int)?, end: Int) {
    var joined = (value: 0, digits: 0)
    var end = index
    while joined.digits < 4, let number = tokens.number(end), number.digits < 4 {
      joined = (
        joined.value * (number.digits == 1 ? 10 : number.digits == 2 ? 100 : 1000) + number.value,
        joined.digits + number.digits
      )
      end += 1
    }
    let isSplit = end > index + 1 && joined.digits == 4 && joined.value / 100 == 25
    return isSplit ? (joined, end) : (tokens.number(index), index + 1)
  }

  /// The second year of "2566-2570", "2566 ถึง พ.ศ. 2570", "61-65", "2566 2570", up to ten years on.
  private func lastYear(after index: Int, first: YearNumber) -> (year: Int, end: Int)? {
    let connector = tokens.skipping(index + 1)
    let isConnected =
      tokens.isMark(connector, "-~") || tokens.word(connector) == .until
      || (tokens.isMark(connector, "/") && tokens.number(connector + 1)?.digits == 4)
    let place =
      isConnected
      ? tokens.skipping(connector + 1, marks: ".") { $0 == .year || $0 == .buddhistEra || $0 == .fiscalYear }
      : index + 1
    guard let number = tokens.number(place), !tokens.isJoinedToNumber(after: place, marks: "-/,") else { return nil }
    let full =
      number.digits == 2 && isConnected ? first.year / 100 * 100 + number.value : YearNumber(full: number)?.year
    guard let last = full, last > first.year, last <= first.year + 10 else { return nil }
    guard !tokens.isCounted(place) else { return nil }
    return (last, place + 1)
  }

  /// "ข้อบัญญัติ65", "ITA66": two digits for the year of a budget or a survey.
  private func attached(at index: Int) -> FoundPeriod? {
    guard let number = tokens.number(index + 1), number.digits == 2, !tokens.isCounted(index + 1),
      tokens.isGlued(index + 1) || tokens.word(index) == .byLaw, let year = YearNumber(fullOrShort: number)
    else { return nil }
    return FoundPeriod(
      year: year, label: nil, tokens: index..<index + 2, wording: .year, confidence: .guessed)
  }

  // MARK: Without a label

  private func bare(at index: Int) -> FoundPeriod? {
    if let serial = serial(at: index) { return serial }
    guard let number = tokens.number(index), let year = YearNumber(full: number) else { return nil }
    guard Self.plausibleBare.contains(year.year) else { return nil }
    guard !isPartOfOtherNumber(index), !tokens.isCounted(index) else { return nil }
    if let last = lastYear(after: index, first: year) {
      return FoundPeriod(
        year: year, through: last.year, label: nil, tokens: index..<last.end, wording: .bare, confidence: .likely)
    }
    guard !tokens.isJoinedToNumber(after: index, marks: "-") else { return nil }
    return FoundPeriod(
      year: year, label: nil, tokens: index..<index + 1, wording: .bare, confidence: .guessed)
  }

  /// "12/2566"
  private func serial(at index: Int) -> FoundPeriod? {
    guard let number = tokens.number(index), number.digits <= 2, tokens.isJoinedToNumber(after: index, marks: "/"),
      let year = YearNumber(full: tokens.number(index + 2)), year.era == .buddhist,
      !tokens.isJoinedToNumber(before: index, marks: "/-."), !isPartOfOtherNumber(index),
      !tokens.isJoinedToNumber(after: index + 2, marks: "/-.,"), !tokens.isCounted(index + 2)
    else { return nil }
    return FoundPeriod(
      year: year, label: nil, tokens: index..<index + 3, wording: .serial, confidence: .guessed)
  }

  private func isPartOfOtherNumber(_ index: Int) -> Bool {
    if tokens.isJoinedToNumber(after: index, marks: ",.:"), !isFileEnding(index + 1) { return true }
    if tokens.number(index)?.digits == 4, tokens.isJoinedToNumber(after: index, marks: "/") { return true }
    if tokens.isJoinedToNumber(before: index, marks: "-/.,:") || tokens.isMark(index - 1, "=#") { return true }
    if tokens.isGlued(index + 1), tokens[index + 1] == .latin { return true }
    if tokens.isGlued(index), tokens[index - 1] == .latin { return true }
    let before = tokens.isMark(index - 1, ".:") ? index - 2 : index - 1
    return tokens.word(before) == .otherNumber
  }

  private func isFileEnding(_ index: Int) -> Bool {
    tokens.isMark(index, ".") && tokens[index + 1] == .latin
  }
}

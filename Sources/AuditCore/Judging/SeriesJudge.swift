import ThaiText

/// A half year may be one document, two quarters or six months (O12, O16, O21, O24, O29, O37): puts the parts
/// together and names the months that no part covers.
struct SeriesJudge {
  private let item: ItemRule
  private let months: [ClosedRange<CivilDate>]

  init(item: ItemRule, year: FiscalYear) {
    self.item = item
    months = [10, 11, 12, 1, 2, 3].map { year.month($0) }
  }

  /// The verdict of the parts together, or nil where the item has no series or one document speaks for the whole.
  func finding(_ assessments: [Assessment]) -> ItemFinding? {
    guard item.period.covers == .firstHalf, item.period.madeOf.contains(where: { $0 != .whole }) else { return nil }
    var covered: [Int: Assessment] = [:]
    var unread: [Int: Assessment] = [:]
    var parts: [Assessment] = []
    var holdsWhole = false
    for assessment in assessments {
      guard let reading = assessment.period.reading else { continue }
      let which = monthsCovered(by: reading)
      switch assessment.outcome {
      case .complete, .incomplete:
        if which.count == months.count {
          if case .complete = assessment.outcome { return nil }
          // A paper that names the year and holds next to nothing does not stand against the months.
          holdsWhole = holdsWhole || assessment.share >= 0.5
          continue
        }
        var isNew = false
        for month in which where covered[month] == nil {
          covered[month] = assessment
          isNew = true
        }
        if isNew { parts.append(assessment) }
      case .unreadable, .broken:
        for month in which where unread[month] == nil { unread[month] = assessment }
      default: continue
      }
    }
    guard !covered.isEmpty, let best = parts.first else { return nil }
    let series = put(together: parts, best, covered: covered, unread: unread)
    return holdsWhole && series.verdict != .met ? nil : series
  }

  private func put(
    together parts: [Assessment], _ best: Assessment, covered: [Int: Assessment], unread: [Int: Assessment]
  ) -> ItemFinding {
    let gaps = months.indices.filter { covered[$0] == nil }
    let confidence = parts.map(\.confidence).min() ?? best.confidence
    var finding = ItemFinding(item: item, verdict: .met, confidence: confidence, best: best)
    finding.supporting = Array(parts.dropFirst())
    var lacking = Set(item.elements.filter { $0.need == .must }.map(\.id))
    for part in parts { lacking.formIntersection(part.missing.map(\.id)) }
    finding.missing =
      item.elements.filter { lacking.contains($0.id) && $0.type != .months }.map(ItemReport.MissingElement.init)
      + gaps.map(name)
    guard !finding.missing.isEmpty else { return finding }
    finding.verdict = .partial
    if finding.missing.count == gaps.count, let closed = gaps.compactMap({ unread[$0] }).first,
      gaps.allSatisfy({ unread[$0] != nil }), case .unreadable(let cause, _) = closed.outcome
    {
      finding.verdict = .unknown
      finding.cause = cause
      finding.missing = []
    }
    return finding
  }

  private func monthsCovered(by reading: PeriodReading) -> [Int] {
    switch reading.kind {
    case .fiscalYear, .calendarYear, .gregorianYear, .firstHalf, .date: return Array(months.indices)
    default:
      return months.indices.filter {
        reading.interval.lowerBound <= months[$0].lowerBound && reading.interval.upperBound >= months[$0].upperBound
      }
    }
  }

  private func name(_ month: Int) -> ItemReport.MissingElement {
    let first = months[month].lowerBound
    let english = ["October", "November", "December", "January", "February", "March"][month]
    return ItemReport.MissingElement(
      id: "month-\(first.buddhistYear)-\(first.month)", th: "\(ThaiMonth.name(first.month)) \(first.buddhistYear)",
      en: "\(english) \(first.year)")
  }
}

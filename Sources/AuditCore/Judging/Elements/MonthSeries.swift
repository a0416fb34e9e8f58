import ThaiText

/// The months of a half fiscal year, as documents name them.
enum MonthSeries {
  /// October to March: full and abbreviated names, folded.
  private static let firstHalf: [[[UInt8]]] = [
    ["ตุลาคม", "ต.ค."], ["พฤศจิกายน", "พ.ย."], ["ธันวาคม", "ธ.ค."], ["มกราคม", "ม.ค."], ["กุมภาพันธ์", "ก.พ."],
    ["มีนาคม", "มี.ค."],
  ].map { $0.map { ThaiFolding.fold($0) } }

  /// A quotation that shows all six months, each by name or as one period from October to March.
  static func wholeHalf(in text: JudgedText) -> String? {
    var quote: String?
    let all = firstHalf.allSatisfy { names in
      names.contains { name in
        guard let range = text.firstRange(of: name) else { return false }
        quote = quote ?? text.quote(at: range.lowerBound)
        return true
      }
    }
    if all { return quote }
    for block in text.blocks.prefix(60) {
      let readings = PeriodReader.readings(in: block.text)
      let covers = readings.contains { $0.role == .covered && ($0.kind == .firstHalf || isHalf($0)) }
      if covers { return Quotation.of(block.text) }
    }
    return nil
  }

  private static func isHalf(_ reading: PeriodReading) -> Bool {
    let days = reading.interval.lowerBound.days(until: reading.interval.upperBound)
    return reading.kind == .span && (170...190).contains(days)
  }
}

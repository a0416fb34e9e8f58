import AuditCore
import ThaiText

/// Numbers and days as a report writes them, in its language and digits.
struct Figures {
  let language: Language
  let thaiDigits: Bool

  init(_ report: AuditReport, _ options: ReportOptions) {
    self.init(report.language, options)
  }

  init(_ language: Language, _ options: ReportOptions) {
    self.language = language
    thaiDigits = options.thaiDigits && language == .th
  }

  /// A score in per cent, with two decimals as the official results print it: "67.75".
  func score(_ value: Double) -> String {
    written(Self.fixed(value, decimals: 2))
  }

  /// Points of OIT 100, with at most three decimals: "5", "1.25", "3.125".
  func points(_ value: Double) -> String {
    var text = Self.fixed(value, decimals: 3)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return written(text)
  }

  func count(_ value: Int) -> String { written(String(value)) }

  /// A fiscal year of the Buddhist era; English adds the Gregorian one's start is left to the reader.
  func year(_ value: Int) -> String { written(String(value)) }

  /// The range from the score that is sure to the one that is possible: "60.42–65.42", or one number.
  func range(_ low: Double, _ high: Double) -> String {
    let texts = (score(low), score(high))
    return texts.0 == texts.1 ? texts.0 : "\(texts.0)–\(texts.1)"
  }

  /// A Gregorian day `2023-06-15` as "15 มิถุนายน 2566" or "15 June 2023"; what is no day stays, made harmless.
  func day(_ iso: String) -> String {
    guard let date = CivilDate(iso: iso) else { return SiteText.line(iso, limit: 40) }
    return written(language == .th ? date.thai : Self.english(date))
  }

  /// The Thai day of a moment (RFC 3339); empty where there was none.
  func dayOfMoment(_ text: String) -> String {
    guard let moment = Timestamp(iso: text) else { return SiteText.line(text, limit: 40) }
    return written(language == .th ? moment.thaiDay.thai : Self.english(moment.thaiDay))
  }

  /// A sentence of the report's own in its digits. Quotations and words with Latin letters (O12, addresses, file names)
  /// stay as they are.
  func own(_ text: String) -> String {
    guard thaiDigits else { return text }
    var isQuoted = false
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let scalars = word.unicodeScalars
      let isKept = isQuoted || scalars.contains("“") || scalars.contains { $0.isASCII && $0.properties.isAlphabetic }
      if let last = scalars.last(where: { $0 == "“" || $0 == "”" }) { isQuoted = last == "“" }
      return isKept ? String(word) : ThaiDigits.thai(String(word))
    }
    return words.joined(separator: " ")
  }

  private func written(_ text: String) -> String {
    thaiDigits ? ThaiDigits.thai(text) : text
  }

  private static func english(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// A number with so many decimals, rounded half away from zero; "–" for what is no number.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let scaled = (value * Double(scale)).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "–" }
    let whole = Int(abs(scaled))
    guard decimals > 0 else { return (scaled < 0 ? "-" : "") + String(whole) }
    let fraction = String(whole % scale)
    let sign = scaled < 0 ? "-" : ""
    return sign + "\(whole / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}

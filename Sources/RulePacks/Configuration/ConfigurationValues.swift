import AuditCore
import ThaiText
import WebURL

/// Values that only a configuration holds.
extension RuleNode {
  /// A text of one line and bounded length: it goes into reports, messages and headers.
  func line(longest: Int = 300) -> String? {
    guard let text = text() else { return nil }
    guard text.unicodeScalars.count <= longest,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.value == 0x2028 })
    else {
      report(
        .badValue, th: "ต้องเป็นข้อความบรรทัดเดียว ยาวไม่เกิน \(longest) ตัวอักษร",
        en: "must be one line of at most \(longest) letters")
      return nil
    }
    return text
  }

  func integer(in range: ClosedRange<Int>) -> Int? {
    guard let value = integer() else { return nil }
    guard range.contains(value) else {
      report(
        .badValue, th: "ต้องอยู่ระหว่าง \(range.lowerBound) ถึง \(range.upperBound)",
        en: "must be from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  /// A quantity with its unit; a bare number is of the smallest unit.
  func quantity<Quantity: LosslessStringConvertible>(_: Quantity.Type, example: String) -> Quantity? {
    if let text = node.scalar?.string, let value = Quantity(text) { return value }
    report(.badValue, th: "ต้องเขียนเช่น \(example)", en: "must be written like \(example)")
    return nil
  }

  /// A day `yyyy-mm-dd` of the common era. A year of the Buddhist era is recognised and refused: it would lie five
  /// centuries ahead.
  func day() -> CivilDate? {
    guard let text = text() else { return nil }
    guard let day = CivilDate(iso: text) else {
      report(
        .badValue, th: "ต้องเป็นวันที่ที่มีจริง แบบ ค.ศ. เช่น 2026-09-30",
        en: "must be a real day written like 2026-09-30")
      return nil
    }
    guard day.year < 2_400 else {
      let common = CivilDate(year: day.year - 543, month: day.month, day: day.day)?.iso ?? "2026-09-30"
      report(
        .badValue, th: "ใช้ปี ค.ศ. (\(common)) ไม่ใช่ พ.ศ.", en: "write the year of the common era: \(common)")
      return nil
    }
    return day
  }

  /// An http or https address with a host, without credentials.
  func webAddress() -> WebURL? {
    guard let text = line(longest: 2_000) else { return nil }
    // Whether a Thai domain is valid is asked where the library for it is; here it only has to look like one.
    let url = WebURL(parsing: text, domainToASCII: DomainToASCII { _ in "xn--thai.example" })
    guard let url, url.isHTTP, let host = url.host, !text.utf8.contains(UInt8(ascii: " ")),
      host.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }) || host == "localhost"
    else {
      report(
        .badValue, th: "ต้องเป็นที่อยู่เว็บ เช่น https://www.example.go.th",
        en: "must be a web address such as https://www.example.go.th")
      return nil
    }
    guard !Self.hasCredentials(url) else {
      report(
        .secretInClear, th: "ห้ามใส่ชื่อผู้ใช้หรือรหัสผ่านในที่อยู่เว็บ", en: "must not hold a user name or password")
      return nil
    }
    return url
  }

  private static func hasCredentials(_ url: WebURL) -> Bool {
    url.href.split(separator: "/", maxSplits: 2).dropFirst().first?.utf8.contains(UInt8(ascii: "@")) ?? false
  }

  /// A host name as it stands in an address, without scheme, port or path; lower case.
  func host() -> String? {
    guard let text = line(longest: 253)?.lowercased() else { return nil }
    guard let url = WebURL(parsing: "http://\(text)/"), url.host == text, url.href == "http://\(text)/",
      text.utf8.contains(UInt8(ascii: "."))
    else {
      report(
        .badValue, th: "ต้องเป็นชื่อโฮสต์ เช่น files.example.go.th (โดเมนภาษาไทยใช้รูป xn--)",
        en: "must be a host such as files.example.go.th (a Thai domain in its xn-- form)")
      return nil
    }
    return text
  }

  /// One e-mail address and nothing else: it becomes an argument and a header.
  func mailAddress() -> String? {
    guard let text = line(longest: 254) else { return nil }
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    let isSafe = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[]\",;:\\|`$".utf8.contains($0) }
    guard isSafe, sides.count == 2, sides.allSatisfy({ !$0.isEmpty }), text.utf8.first != UInt8(ascii: "-") else {
      report(.badValue, th: "ต้องเป็นอีเมลเดียว เช่น name@example.go.th", en: "must be one address: name@example.go.th")
      return nil
    }
    return text
  }
}

/// Results of single items as people write them: `O10=missing,O12=0`, one a line, or the first two columns of a table.
package struct ItemResults: Sendable {
  package let verdicts: [String: Verdict]

  /// What could not be read, as it was written.
  package enum Fault: Error, Hashable {
    case unknownItem(String)
    case unknownResult(item: String, result: String)
    case twice(String)
    case nothing
  }

  /// - Parameters:
  ///   - pairs: item and result; an item alone means that it is not met.
  ///   - edition: the list that the items belong to.
  package init(pairs: [(item: String, result: String?)], edition: Edition) throws(Fault) {
    var verdicts: [String: Verdict] = [:]
    for pair in pairs {
      let number = Self.number(pair.item)
      guard edition.item(numbered: number) != nil else { throw .unknownItem(pair.item) }
      guard verdicts[number] == nil else { throw .twice(number) }
      guard let verdict = Self.verdict(pair.result) else {
        throw .unknownResult(item: number, result: pair.result ?? "")
      }
      verdicts[number] = verdict
    }
    guard !verdicts.isEmpty else { throw .nothing }
    self.verdicts = verdicts
  }

  /// Reads items separated by commas, semicolons or line ends; result behind `=`, `:` or a tab.
  package init(text: String, edition: Edition) throws(Fault) {
    let parts = text.split { ",;\n\r\r\n".contains($0) }.map { Self.trimmed($0) }.filter { !$0.isEmpty }
    try self.init(
      pairs: parts.map { part in
        let sides = part.split(maxSplits: 1, omittingEmptySubsequences: false) { "=:\t".contains($0) }
        return (Self.trimmed(sides[0]), sides.count > 1 ? Self.trimmed(sides[1]) : nil)
      }, edition: edition)
  }

  /// Every item of the edition: those without a result get `others`.
  package func verdicts(for edition: Edition, others: Verdict) -> [String: Verdict] {
    var all = verdicts
    for item in edition.items where all[item.number] == nil { all[item.number] = others }
    return all
  }

  /// `o10`, `O10`, `10` and `ข้อ 10` are O10.
  package static func number(_ text: String) -> String {
    var digits = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(scalar)
      case 0xE50...0xE59: if let digit = Unicode.Scalar(scalar.value - 0xE50 + 0x30) { digits.append(digit) }
      case 0x20, 0x2E, 0x4F, 0x6F, 0xE02, 0xE49, 0xE2D: break
      default: return text
      }
    }
    return Int(String(digits)).map { "O\($0)" } ?? text
  }

  /// The contract's words, the Thai ones, points (0 or 100), or มี/ไม่มี.
  package static func verdict(_ text: String?) -> Verdict? {
    guard let text else { return .missing }
    if let verdict = Verdict(rawValue: text.lowercased()) { return verdict }
    switch text.lowercased() {
    case "100", "1", "มี", "yes", "ครบถ้วน", "ได้": return .met
    case "0", "ไม่มี", "no", "ไม่พบ", "ไม่ได้": return .missing
    case "ไม่ครบ", "ไม่ครบองค์ประกอบ": return .partial
    case "ไม่เป็นปัจจุบัน": return .outdated
    case "ลิงก์เสีย": return .broken
    case "ตรวจไม่ได้", "ตรวจเอง", "?": return .unknown
    case "ยังไม่ถึงกำหนด": return .notDue
    case "ยกเว้น": return .waived
    default: return nil
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace || first.value == 0xFEFF { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}

/// One line of the journal: a checksum, a word, a value. Text of a plan is escaped, so that a line is a line.
enum JournalLine {
  static func text(of entry: CrawlJournal.Entry) -> String {
    let body =
      switch entry {
      case .begun(let plan): "begun " + escaped(plan)
      case .visit(let length, let spent): "visit \(length) \(Int(spent.inSeconds * 1_000))"
      case .closing(let length): "closing \(length)"
      case .ended: "ended"
      }
    return checksum(body) + " " + body + "\n"
  }

  /// Nil where the line is torn or false.
  static func entry(_ line: [UInt8]) -> CrawlJournal.Entry? {
    guard let text = String(validating: line, as: UTF8.self), let space = text.firstIndex(of: " ") else { return nil }
    let body = String(text[text.index(after: space)...])
    guard checksum(body) == text[..<space] else { return nil }
    let words = body.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let numbers = words.dropFirst().flatMap { $0.split(separator: " ") }.map { Int($0) }
    let value = words.count > 1 ? words[1] : ""
    switch words[0] {
    case "begun": return .begun(plan: unescaped(value))
    case "visit":
      // Older journals do not tell the time.
      guard let length = numbers.first ?? nil, let time = numbers.count > 1 ? numbers[1] : 0 else { return nil }
      return .visit(archiveBytes: length, spent: .milliseconds(time))
    case "closing": return Int(value).map { .closing(archiveBytes: $0) }
    case "ended": return .ended
    default: return nil
    }
  }

  /// CRC-32 (ISO 3309), eight hexadecimal digits.
  static func checksum(_ text: String) -> String {
    var sum = UInt32.max
    for byte in text.utf8 {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    let digits = String(~sum, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ text: String) -> String {
    var read = ""
    var isEscape = false
    for character in text.unicodeScalars {
      if isEscape {
        read.unicodeScalars.append(character == "n" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        read.unicodeScalars.append(character)
      }
    }
    return read
  }
}

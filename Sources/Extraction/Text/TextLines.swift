import AuditCore

/// Plain text in lines becomes blocks. Lines of one paragraph stay together, so that a phrase broken at the end of a
/// line is found, and a blank line or a line that begins something new parts them.
enum TextLines {
  /// Bytes and lines of one block.
  private static let blockBytes = 900
  private static let blockLines = 12

  static func blocks(of text: String, page: Int? = nil) -> [Block] {
    var blocks: [Block] = []
    var lines: [String] = []
    var bytes = 0
    func end() {
      if !lines.isEmpty { blocks.append(Block(kind: .paragraph, text: lines.joined(separator: "\n"), page: page)) }
      lines = []
      bytes = 0
    }
    for line in text.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0C || $0 == 0x0D })
    {
      let words = String(Substring(line)).singleSpaced
      if words.isEmpty || bytes + words.utf8.count > blockBytes || lines.count >= blockLines || beginsItem(words) {
        end()
      }
      if words.isEmpty { continue }
      lines.append(words.cut(toBytes: 100_000))
      bytes += words.utf8.count
    }
    end()
    return blocks
  }

  /// "1.", "๑.", "(1)", "1)", "-", "•", "ข้อ 1", "ส่วนที่ 1", "บทที่ 1".
  private static func beginsItem(_ line: String) -> Bool {
    let scalars = Array(line.unicodeScalars.prefix(12))
    guard let first = scalars.first else { return false }
    if first == "•" || first == "●" || first == "-" && scalars.count > 1 && scalars[1] == " " { return true }
    let digits = scalars.drop { $0 == "(" }.prefix(while: isDigit)
    if !digits.isEmpty, digits.count <= 2, let next = scalars.dropFirst(digits.endIndex).first {
      return next == "." || next == ")"
    }
    return ["ข้อ ", "ส่วนที่ ", "บทที่ ", "หมวด ", "เรื่อง "].contains { line.utf8.starts(with: $0.utf8) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("๐"..."๙").contains(scalar)
  }
}

import ThaiText

/// Breaks a text into lines of at most so many columns.
///
/// Thai writes no spaces between words. A line is broken at a space; a longer stretch is broken before a leading vowel
/// (เ แ โ ใ ไ begin a syllable) near its end, else anywhere but inside a letter: never before a mark or a following
/// vowel, never after a leading vowel.
struct LineBreaking {
  let columns: Int

  func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    var used = 0
    for scalar in text.unicodeScalars {
      line.append(scalar)
      used += ThaiWidth.columns(String(scalar))
      guard used > columns else { continue }
      let cut = place(in: line)
      lines.append(trimmed(line[..<cut]))
      line = Array(line[cut...].drop { $0 == " " })
      used = line.reduce(0) { $0 + ThaiWidth.columns(String($1)) }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line[...])) }
    return lines
  }

  /// Where a line that is one letter too long ends.
  private func place(in line: [Unicode.Scalar]) -> Int {
    let last = line.count - 1
    let nearEnd = max(1, last * 3 / 4)
    if let space = line.lastIndex(of: " "), space >= max(1, last / 2) { return space }
    let breaks = (1...max(1, last)).filter { mayBreak(line, before: $0) }
    if let syllable = breaks.last(where: { $0 >= nearEnd && isLeadingVowel(line[$0]) }) { return syllable }
    return breaks.last ?? max(1, last)
  }

  private func mayBreak(_ line: [Unicode.Scalar], before place: Int) -> Bool {
    guard place < line.count else { return false }
    let next = line[place]
    if ThaiWidth.columns(String(next)) == 0 || isLeadingVowel(line[place - 1]) { return false }
    switch next.value {
    case 0xE2F, 0xE30, 0xE32, 0xE33, 0xE45, 0xE46: return false
    default: return true
    }
  }

  private func isLeadingVowel(_ scalar: Unicode.Scalar) -> Bool { (0xE40...0xE44).contains(scalar.value) }

  private func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

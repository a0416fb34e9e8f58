import Foundation

/// Reading bytes of UTF-8, which is what Thai must be compared by.
enum ByteText {
  /// Escapes resolved where they spell UTF-8.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return text.removingPercentEncoding ?? text
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard let head = part.first else { return true }
    let text = Array(text.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start] == head && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Buddhist years 2550 to 2599 in Arabic or Thai digits: four standing alone, or the last two behind "ปี" or "พ.ศ.".
  static func years(_ text: String) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    /// The last two letters that are neither space nor full stop.
    var before: (UInt32, UInt32) = (0, 0)
    func close() {
      let number = run.reduce(0) { $0 * 10 + $1 }
      if run.count == 4, (2550...2599).contains(number) { found.append(number) }
      if run.count == 2, (50...99).contains(number), yearWords.contains(where: { $0 == before }) {
        found.append(2500 + number)
      }
      run = []
      before = (0, 0)
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: run.append(Int(scalar.value - 0x30))
      case 0xE50...0xE59: run.append(Int(scalar.value - 0xE50))
      default:
        if !run.isEmpty { close() }
        if scalar.value != 0x20, scalar.value != 0x2E, scalar.value != 0xA0 { before = (before.1, scalar.value) }
      }
    }
    if !run.isEmpty { close() }
    return found
  }

  /// "ปี", and "พ.ศ." without its stops.
  private static let yearWords: [(UInt32, UInt32)] = [(0x0E1B, 0x0E35), (0x0E1E, 0x0E28)]
}

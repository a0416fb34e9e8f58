/// Where Latin words and numbers begin and end in a text.
struct WordEdges {
  private let text: String.UTF8View

  init(of text: String) {
    self.text = text.utf8
  }

  /// True unless an edge of the range lies inside a run of ASCII letters or inside a run of digits.
  func isWhole(_ range: Range<Int>) -> Bool {
    guard range.upperBound <= text.count, !range.isEmpty else { return true }
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(start, offsetBy: range.count)
    return !isInside(start) && !isInside(end)
  }

  private func isInside(_ index: String.UTF8View.Index) -> Bool {
    guard index > text.startIndex, index < text.endIndex else { return false }
    return switch (kind(endingAt: index), kind(startingAt: index)) {
    case (.letter, .letter), (.digit, .digit): true
    default: false
    }
  }

  private enum Kind { case letter, digit, other }

  private func kind(endingAt index: String.UTF8View.Index) -> Kind {
    let last = text.index(before: index)
    guard text[last] >= 0x80, let first = text.index(index, offsetBy: -3, limitedBy: text.startIndex) else {
      return kind(startingAt: last)
    }
    return kind(startingAt: first)
  }

  private func kind(startingAt index: String.UTF8View.Index) -> Kind {
    switch text[index] {
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x30...0x39: return .digit
    case 0xE0:
      let bytes = text[index...].prefix(3)
      return bytes.elementsEqual([0xE0, 0xB9, bytes.last ?? 0]) && (0x90...0x99).contains(bytes.last ?? 0)
        ? .digit : .other
    default: return .other
    }
  }
}

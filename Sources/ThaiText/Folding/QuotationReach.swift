/// Steps through a text letter by letter, a letter being what must not be cut: a character with all its marks, a Thai
/// leading vowel with its consonant, two regional indicators, what zero-width joiners hold together.
///
/// One letter is at most `longest` code points, so that piled-up marks on a hostile page cannot stretch a passage.
struct QuotationReach {
  private static let longest = 12
  private let scalars: String.UnicodeScalarView

  typealias Index = String.UnicodeScalarView.Index

  init(in scalars: String.UnicodeScalarView) {
    self.scalars = scalars
  }

  /// The last place at or before an index where a letter begins.
  func boundary(atOrBefore index: Index) -> Index {
    var index = index
    for _ in 0..<Self.longest where !isBoundary(index) { index = scalars.index(before: index) }
    return index
  }

  /// The first place at or after an index where a letter ends.
  func boundary(atOrAfter index: Index) -> Index {
    var index = index
    for _ in 0..<Self.longest where !isBoundary(index) { index = scalars.index(after: index) }
    return index
  }

  /// Counts the letters of a stretch, up to a limit, and says where the count ended.
  func letters(from start: Index, to end: Index, atMost limit: Int) -> (count: Int, end: Index) {
    var count = 0
    var index = start
    while index < end, count < limit {
      index = boundary(atOrAfter: scalars.index(after: index))
      count += 1
    }
    return (count, max(start, min(index, end)))
  }

  /// Goes back over so many letters; the first white space in the last third of the way is taken as the end of it.
  func stepBack(_ count: Int, from start: Index) -> Index {
    var index = start
    var atSpace: Index?
    for step in 0..<count {
      guard index > scalars.startIndex else { return index }
      let previous = boundary(atOrBefore: scalars.index(before: index))
      if step * 3 >= count * 2, scalars[previous].properties.isWhitespace { atSpace = index }
      index = previous
    }
    return index > scalars.startIndex ? atSpace ?? index : index
  }

  /// Goes on over so many letters, ending at white space in the last third of the way where there is one.
  func stepForward(_ count: Int, from start: Index) -> Index {
    var index = start
    var atSpace: Index?
    for step in 0..<count {
      guard index < scalars.endIndex else { return index }
      if step * 3 >= count * 2, scalars[index].properties.isWhitespace { atSpace = index }
      index = boundary(atOrAfter: scalars.index(after: index))
    }
    return index < scalars.endIndex ? atSpace ?? index : index
  }

  private func isBoundary(_ index: Index) -> Bool {
    guard index > scalars.startIndex, index < scalars.endIndex else { return true }
    let next = scalars[index]
    let previous = scalars[scalars.index(before: index)]
    if next.properties.isGraphemeExtend || next.properties.generalCategory == .spacingMark { return false }
    switch (previous.value, next.value) {
    case (0x0D, 0x0A), (0x200D, _), (_, 0x200D): return false
    case (0xE40...0xE44, 0xE01...0xE2E): return false
    case (0xE01...0xE4E, 0xE30), (0xE01...0xE4E, 0xE32...0xE33), (0xE01...0xE4E, 0xE45...0xE46): return false
    case (0x1F1E6...0x1F1FF, 0x1F1E6...0x1F1FF): return false
    case (0x1100...0x11FF, 0x1160...0x11FF): return false
    default: return true
    }
  }
}

/// The tree of all phrases while an automaton is built: one row of transitions a state, state 0 the root.
struct PhraseTrie {
  private static let none: UInt32 = .max

  private let columnCount: Int
  /// `next[state * columnCount + column]`, 0 where the tree has no branch yet.
  private(set) var next: [UInt32]
  private(set) var firstPhrase: [UInt32]
  private(set) var shorterMatch: [UInt32]
  private(set) var twinPhrase: [UInt32] = []

  init(columnCount: Int) {
    self.columnCount = columnCount
    next = [UInt32](repeating: 0, count: columnCount)
    firstPhrase = [Self.none]
    shorterMatch = [Self.none]
  }

  /// Adds the next phrase, given as columns.
  mutating func insert(_ phrase: some Sequence<UInt16>) {
    var state = 0
    for column in phrase {
      let entry = state * columnCount + Int(column)
      if next[entry] == 0 {
        next[entry] = UInt32(firstPhrase.count)
        next.append(contentsOf: repeatElement(0, count: columnCount))
        firstPhrase.append(Self.none)
        shorterMatch.append(Self.none)
      }
      state = Int(next[entry])
    }
    let index = UInt32(twinPhrase.count)
    guard state != 0 else { return twinPhrase.append(Self.none) }
    twinPhrase.append(firstPhrase[state])
    firstPhrase[state] = index
  }

  /// Fills the missing transitions, breadth first: a state falls back to that of its longest proper suffix.
  mutating func complete() {
    var fallback = [UInt32](repeating: 0, count: firstPhrase.count)
    var queue: [UInt32] = next[..<columnCount].filter { $0 != 0 }
    var head = 0
    while head < queue.count {
      let state = Int(queue[head])
      head += 1
      let shorter = Int(fallback[state])
      shorterMatch[state] = firstPhrase[shorter] != Self.none ? UInt32(shorter) : shorterMatch[shorter]
      for column in 0..<columnCount {
        let entry = state * columnCount + column
        let inherited = next[shorter * columnCount + column]
        if next[entry] == 0 {
          next[entry] = inherited
        } else {
          fallback[Int(next[entry])] = inherited
          queue.append(next[entry])
        }
      }
    }
  }
}

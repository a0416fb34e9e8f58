/// Finds every occurrence of many phrases in one pass over a text (Aho and Corasick, 1975).
///
/// Phrases and text are bytes: fold both the same way first. States near the root have a complete row of transitions
/// over the bytes that occur in phrases (all others share one column). The many deep ones have their few branches and
/// the state to fall back to, so that a vocabulary takes a megabyte, not tens of them, and a byte of text costs two
/// steps at most in the long run, whatever the number of phrases.
package struct PhraseAutomaton: Sendable {
  /// Set on a transition into a state at which at least one phrase ends.
  private static let endsPhrase: UInt32 = 1 << 31
  private static let none = PhraseTrie.none

  /// A state that is no deeper, or that has more branches, has a row.
  private static let deepestRow = 3
  private static let mostBranches = 3

  /// The column of every byte value; 0 is that of bytes no phrase has.
  private let columns: [UInt16]
  private let columnCount: Int
  private let states: [Transitions]
  /// Row after row; an entry is a state, with `endsPhrase`.
  private let rows: [UInt32]
  private let branches: [Branch]
  /// For every state the first phrase ending there.
  private let firstPhrase: [UInt32]
  /// For every state the next shorter state with a phrase ending there.
  private let shorterMatch: [UInt32]
  /// For every phrase another phrase with the same bytes.
  private let twinPhrase: [UInt32]

  private struct Transitions {
    /// Where its row begins, or its first branch.
    var start: UInt32
    /// The branches; `hasRow` where it has a row.
    var count: UInt16
    var suffix: UInt32
  }

  private static let hasRow = UInt16.max

  private struct Branch {
    var column: UInt16
    /// With `endsPhrase`.
    var next: UInt32
  }

  /// Where a pass stands: feed it bytes with `advance(_:over:)`.
  package struct State: Sendable, Equatable {
    fileprivate var number: UInt32 = 0
    package init() {}
  }

  /// Builds the automaton. The index of a phrase is its place in the list; empty phrases never match.
  package init(phrases: [[UInt8]]) {
    var columns = [UInt16](repeating: 0, count: 256)
    var columnCount = 1
    for byte in Set(phrases.joined()).sorted() {
      columns[Int(byte)] = UInt16(columnCount)
      columnCount += 1
    }
    var trie = PhraseTrie(columnCount: columnCount)
    for phrase in phrases {
      trie.insert(phrase.lazy.map { columns[Int($0)] })
    }
    let (order, suffix) = trie.suffixes()
    var shorterMatch = [UInt32](repeating: Self.none, count: trie.count)
    for state in order.dropFirst() {
      let shorter = Int(suffix[state])
      shorterMatch[state] = trie.firstPhrase[shorter] != Self.none ? UInt32(shorter) : shorterMatch[shorter]
    }
    func entry(_ state: Int) -> UInt32 {
      let ends = trie.firstPhrase[state] != Self.none || shorterMatch[state] != Self.none
      return UInt32(state) | (ends ? Self.endsPhrase : 0)
    }
    var states = [Transitions](repeating: Transitions(start: 0, count: 0, suffix: 0), count: trie.count)
    var rows: [UInt32] = []
    var branches: [Branch] = []
    // A row is that of the suffix, which is shorter and done, with the state's own branches in it.
    for state in order {
      let own = Array(trie.branches(of: state))
      let isRow = trie.depth[state] <= Self.deepestRow || own.count > Self.mostBranches
      states[state] = Transitions(
        start: UInt32(isRow ? rows.count : branches.count), count: isRow ? Self.hasRow : UInt16(own.count),
        suffix: suffix[state])
      guard isRow else {
        branches += own.map { Branch(column: trie.column[$0], next: entry($0)) }
        continue
      }
      let start = rows.count
      for column in 0..<columnCount {
        rows.append(
          state == 0
            ? 0 : Self.entry(of: suffix[state], on: UInt16(column), in: states, rows: rows, branches: branches))
      }
      for next in own { rows[start + Int(trie.column[next])] = entry(next) }
    }
    self.columns = columns
    self.columnCount = columnCount
    self.states = states
    self.rows = rows
    self.branches = branches
    self.shorterMatch = shorterMatch
    firstPhrase = trie.firstPhrase
    twinPhrase = trie.twinPhrase
  }

  /// Calls `body` with every phrase found and the offset just behind it, ordered by that offset; of phrases that end at
  /// the same place the longest comes first.
  package func forEachMatch(
    in text: some Sequence<UInt8>, _ body: (_ phraseIndex: Int, _ endOffset: Int) -> Void
  ) {
    let done: Void? = text.withContiguousStorageIfAvailable { scan($0, body) }
    if done == nil { Array(text).withUnsafeBufferPointer { scan($0, body) } }
  }

  /// Takes one byte; true if a phrase ends with it, to be read with `forEachPhrase(endingAt:_:)`.
  package func advance(_ state: inout State, over byte: UInt8) -> Bool {
    let entry = Self.entry(of: state.number, on: columns[Int(byte)], in: states, rows: rows, branches: branches)
    state.number = entry & ~Self.endsPhrase
    return entry & Self.endsPhrase != 0
  }

  /// Calls `body` with the phrases that end in a state, the longest first.
  package func forEachPhrase(endingAt state: State, _ body: (_ phraseIndex: Int) -> Void) {
    report(state: state.number, body)
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
    states.withUnsafeBufferPointer { states in
      rows.withUnsafeBufferPointer { rows in
        branches.withUnsafeBufferPointer { branches in
          columns.withUnsafeBufferPointer { columns in
            var state: UInt32 = 0
            for offset in text.indices {
              let entry = Self.entry(
                of: state, on: columns[Int(text[offset])], in: states, rows: rows, branches: branches)
              state = entry & ~Self.endsPhrase
              if entry != state { report(state: state) { body($0, offset + 1) } }
            }
          }
        }
      }
    }
  }

  /// Where a column leads from a state: by its row, by one of its branches, or as from its suffix. The root has a row.
  @inline(__always)
  private static func entry<States, Rows, Branches>(
    of state: UInt32, on column: UInt16, in states: States, rows: Rows, branches: Branches
  ) -> UInt32
  where
    States: RandomAccessCollection<Transitions>, Rows: RandomAccessCollection<UInt32>,
    Branches: RandomAccessCollection<Branch>, States.Index == Int, Rows.Index == Int, Branches.Index == Int
  {
    var state = states[Int(state)]
    while state.count != hasRow {
      for branch in Int(state.start)..<Int(state.start) + Int(state.count) where branches[branch].column == column {
        return branches[branch].next
      }
      state = states[Int(state.suffix)]
    }
    return rows[Int(state.start) + Int(column)]
  }

  private func report(state: UInt32, _ body: (Int) -> Void) {
    var state = state
    while state != Self.none {
      var phrase = firstPhrase[Int(state)]
      while phrase != Self.none {
        body(Int(phrase))
        phrase = twinPhrase[Int(phrase)]
      }
      state = shorterMatch[Int(state)]
    }
  }
}

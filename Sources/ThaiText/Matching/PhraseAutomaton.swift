/// Finds every occurrence of many phrases in one pass over a text (Aho and Corasick, 1975).
///
/// Phrases and text are bytes: fold both the same way first. The automaton is a complete table of transitions over the
/// bytes that occur in phrases (all others share one column), so a byte of text costs one look-up, whatever the number
/// of phrases.
package struct PhraseAutomaton: Sendable {
  /// Set on a transition into a state at which at least one phrase ends.
  private static let endsPhrase: UInt32 = 1 << 31
  private static let none: UInt32 = .max

  /// The column of every byte value; 0 is that of bytes no phrase has.
  private let columns: [UInt16]
  private let columnCount: Int
  /// Row after row; an entry is the first index of the next state's row, with `endsPhrase`.
  private let transitions: [UInt32]
  /// For every state the first phrase ending there.
  private let firstPhrase: [UInt32]
  /// For every state the next shorter state with a phrase ending there.
  private let shorterMatch: [UInt32]
  /// For every phrase another phrase with the same bytes.
  private let twinPhrase: [UInt32]

  /// Where a pass stands: feed it bytes with `advance(_:over:)`.
  package struct State: Sendable, Equatable {
    fileprivate var row: UInt32 = 0
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
    trie.complete()
    self.columns = columns
    self.columnCount = columnCount
    firstPhrase = trie.firstPhrase
    shorterMatch = trie.shorterMatch
    twinPhrase = trie.twinPhrase
    transitions = trie.next.map { state in
      let ends = trie.firstPhrase[Int(state)] != Self.none || trie.shorterMatch[Int(state)] != Self.none
      return state * UInt32(columnCount) | (ends ? Self.endsPhrase : 0)
    }
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
    let entry = transitions[Int(state.row) + Int(columns[Int(byte)])]
    state.row = entry & ~Self.endsPhrase
    return entry & Self.endsPhrase != 0
  }

  /// Calls `body` with the phrases that end in a state, the longest first.
  package func forEachPhrase(endingAt state: State, _ body: (_ phraseIndex: Int) -> Void) {
    report(row: state.row, body)
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Int, Int) -> Void) {
    transitions.withUnsafeBufferPointer { transitions in
      columns.withUnsafeBufferPointer { columns in
        var row: UInt32 = 0
        for offset in text.indices {
          let entry = transitions[Int(row) + Int(columns[Int(text[offset])])]
          row = entry & ~Self.endsPhrase
          if entry != row { report(row: row) { body($0, offset + 1) } }
        }
      }
    }
  }

  private func report(row: UInt32, _ body: (Int) -> Void) {
    var state = row / UInt32(columnCount)
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

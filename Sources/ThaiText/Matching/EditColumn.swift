/// One column of the table of edit distances between a pattern and a text, 64 rows a machine word (Myers, 1999, in
/// Hyyrö's form of 2003). Rows are kept as differences to the row above: plus one, minus one or none.
struct EditColumn {
  /// For every symbol the rows at which the pattern has it, `blocks` words each.
  private let occurrences: [UInt64]
  private let blocks: Int
  private let lastRow: UInt64
  private var rising: [UInt64]
  private var falling: [UInt64]

  /// The distance in the last row: between the whole pattern and the text so far.
  private(set) var distance: Int

  /// What the row above the first says of a text that grows by one letter.
  enum Start {
    /// A match may begin anywhere: text before it is free.
    case anywhere
    /// The whole text counts.
    case atBeginning
  }

  /// - Parameter pattern: at least one symbol.
  init(pattern: [UInt8]) {
    blocks = (pattern.count + 63) / 64
    var occurrences = [UInt64](repeating: 0, count: 256 * blocks)
    for (row, symbol) in pattern.enumerated() {
      occurrences[Int(symbol) * blocks + row / 64] |= 1 << UInt64(row % 64)
    }
    self.occurrences = occurrences
    lastRow = 1 << UInt64(max(pattern.count - 1, 0) % 64)
    rising = [UInt64](repeating: .max, count: blocks)
    falling = [UInt64](repeating: 0, count: blocks)
    distance = pattern.count
  }

  /// Takes the next symbol of the text.
  @inline(__always)
  mutating func advance(over symbol: UInt8, from start: Start) {
    var carry = start == .anywhere ? 0 : 1
    for block in 0..<blocks {
      var equal = occurrences[Int(symbol) * blocks + block]
      let vertical = equal | falling[block]
      if carry < 0 { equal |= 1 }
      let diagonal = (((equal & rising[block]) &+ rising[block]) ^ rising[block]) | equal
      var up = falling[block] | ~(diagonal | rising[block])
      var down = rising[block] & diagonal
      let bottom: UInt64 = block == blocks - 1 ? lastRow : 1 << 63
      let out = up & bottom != 0 ? 1 : down & bottom != 0 ? -1 : 0
      up <<= 1
      down <<= 1
      if carry < 0 { down |= 1 } else if carry > 0 { up |= 1 }
      rising[block] = down | ~(vertical | up)
      falling[block] = up & vertical
      carry = out
    }
    distance += carry
  }
}

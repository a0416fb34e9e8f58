/// The tree of all phrases while an automaton is built: for every state its branches, state 0 the root.
struct PhraseTrie {
  static let none = UInt32.max

  /// The column on which a state is entered.
  private(set) var column: [UInt16] = [0]
  private(set) var depth: [UInt16] = [0]
  private(set) var firstPhrase = [none]
  private(set) var twinPhrase: [UInt32] = []
  private var firstBranch = [none]
  private var nextBranch = [none]
  /// The root's branches by column, 0 where it has none.
  private var rootBranches: [UInt32]

  init(columnCount: Int) { rootBranches = [UInt32](repeating: 0, count: columnCount) }

  var count: Int { column.count }

  /// Adds the next phrase, given as columns.
  mutating func insert(_ phrase: some Sequence<UInt16>) {
    var state = 0
    for column in phrase { state = branch(of: state, on: column) ?? addBranch(to: state, on: column) }
    let index = UInt32(twinPhrase.count)
    guard state != 0 else { return twinPhrase.append(Self.none) }
    twinPhrase.append(firstPhrase[state])
    firstPhrase[state] = index
  }

  private mutating func addBranch(to state: Int, on column: UInt16) -> Int {
    let new = UInt32(count)
    self.column.append(column)
    depth.append(depth[state] &+ 1)
    firstPhrase.append(Self.none)
    firstBranch.append(Self.none)
    nextBranch.append(firstBranch[state])
    firstBranch[state] = new
    if state == 0 { rootBranches[Int(column)] = new }
    return Int(new)
  }

  func branches(of state: Int) -> some Sequence<Int> {
    sequence(first: firstBranch[state]) { nextBranch[Int($0)] }.lazy.prefix { $0 != Self.none }.map(Int.init)
  }

  /// Where a column leads within the tree.
  func branch(of state: Int, on column: UInt16) -> Int? {
    guard state != 0 else { return rootBranches[Int(column)] == 0 ? nil : Int(rootBranches[Int(column)]) }
    return branches(of: state).first { self.column[$0] == column }
  }

  /// All states, shorter before longer, and for every state the one of its longest proper suffix in the tree.
  func suffixes() -> (order: [Int], suffix: [UInt32]) {
    var suffix = [UInt32](repeating: 0, count: count)
    var order = [0]
    order.reserveCapacity(count)
    var head = 0
    while head < order.count {
      let state = order[head]
      head += 1
      for next in branches(of: state) {
        order.append(next)
        guard state != 0 else { continue }
        var shorter = Int(suffix[state])
        while shorter != 0, branch(of: shorter, on: column[next]) == nil { shorter = Int(suffix[shorter]) }
        suffix[next] = UInt32(branch(of: shorter, on: column[next]) ?? 0)
      }
    }
    return (order, suffix)
  }
}

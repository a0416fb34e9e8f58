/// The waiting addresses of one origin, best first; of equals the one known longest. A binary heap whose entries may
/// be stale: whoever takes one asks whether it still holds.
struct PriorityQueue: Sendable {
  struct Entry: Sendable {
    var priority: Float
    var index: Int32
    var stamp: UInt32

    func precedes(_ other: Entry) -> Bool {
      priority != other.priority ? priority > other.priority : index < other.index
    }
  }

  private var heap: [Entry] = []

  var first: Entry? { heap.first }
  var count: Int { heap.count }

  mutating func insert(_ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].precedes(heap[best]) {
        best = child
      }
      guard best != parent else { return }
      heap.swapAt(best, parent)
      parent = best
    }
  }

  /// The first entry that still holds, with what it is worth now. Worths sink while the crawl learns, so the first is
  /// weighed again before it is believed.
  mutating func best(isStale: (Entry) -> Bool, worth: (Int32) -> Float) -> Entry? {
    for _ in 0..<Self.reweighings {
      while let entry = first, isStale(entry) { removeFirst() }
      guard var entry = first else { return nil }
      let worth = worth(entry.index)
      if worth >= entry.priority - 0.02 {
        entry.priority = worth
        return entry
      }
      removeFirst()
      entry.priority = worth
      insert(entry)
    }
    return first.flatMap { isStale($0) ? nil : $0 }
  }

  private static let reweighings = 400

  /// All entries given up, to be inserted anew with other priorities.
  mutating func drain() -> [Entry] {
    defer { heap = [] }
    return heap
  }
}

import AuditCore
import Extraction
import Synchronization
import WebURL

/// What Extraction read out of bodies, remembered, so that a page is read once: by the crawl that fetched it, by the
/// judging after it, and by the next night where it did not change.
///
/// The memory of a pure function and nothing else. Whoever asks gets what `DocumentExtractor` would give, and a memory
/// that is lost, full, damaged or of another program costs time and changes nothing. It is never evidence: `judge` and
/// whatever else starts from a snapshot alone reads the recorded bytes.
package final class ReadingMemory: Extractor {
  private struct State {
    var known: [ReadingKey: Document] = [:]
    /// Asked for this night, and those of them that no earlier night had read.
    var used: Set<ReadingKey> = []
    var fresh: Set<ReadingKey> = []
    var weight = 0
  }

  /// Bytes of memory, roughly, after which nothing more is remembered.
  private static let mostWeight = 192 << 20

  private let state: Mutex<State>
  private let extractor = DocumentExtractor()
  /// How many of the documents came from an earlier night.
  private let inherited: Int

  package init() {
    state = Mutex(State())
    inherited = 0
  }

  /// Remembers what an earlier night kept in a file; nothing where there is none that this program wrote.
  package init(reading path: String) {
    let known = ReadingFile.read(path) ?? [:]
    inherited = known.count
    state = Mutex(State(known: known, weight: known.values.reduce(0) { $0 + Self.weight(of: $1) }))
  }

  package func document(from delivery: Delivery, at url: WebURL) -> Document {
    let key = ReadingKey(delivery, at: url)
    let known = state.withLock { state in
      state.used.insert(key)
      return state.known[key]
    }
    if let known { return known }
    let document = extractor.document(from: delivery, at: url)
    state.withLock { state in
      let weight = Self.weight(of: document)
      guard state.weight + weight <= Self.mostWeight else { return }
      state.weight += weight
      state.known[key] = document
      state.fresh.insert(key)
    }
    return document
  }

  /// Writes what this night used for the next one. Where the file holds nearly that already it stays as it is; where it
  /// cannot be written the next night reads its pages anew.
  package func keep(at path: String) {
    let (known, used, fresh) = state.withLock { ($0.known, $0.used, $0.fresh) }
    let current = known.filter { used.contains($0.key) }
    let idle = inherited - (current.count - fresh.count)
    guard fresh.count + idle > max(20, inherited / 10) else { return }
    ReadingFile.write(current, to: path)
  }

  private static func weight(of document: Document) -> Int {
    document.blocks.reduce(1_000 + document.links.count * 400) { sum, block in
      sum + 100 + block.text.utf8.count * (block.cells.isEmpty ? 1 : 2)
    }
  }
}

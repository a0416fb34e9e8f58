import Foundation

/// `index.jsonl` of a snapshot: one JSON object a record and line, sorted by address, then date. It can be made
/// again from the archive at any time.
package struct SnapshotIndex: Sendable {
  package private(set) var entries: [IndexEntry]

  package init(_ entries: [IndexEntry]) { self.entries = entries.sorted(by: IndexEntry.precedes) }

  /// Reads the archive once and indexes what is whole; the reader's faults come along.
  package static func of(archive path: String) throws(ArchiveError) -> (index: SnapshotIndex, faults: [WARCFault]) {
    let reader = try WARCReader(path: path)
    var entries: [IndexEntry] = []
    while let record = try reader.next() {
      if let location = record.location { entries.append(IndexEntry(record, at: location)) }
    }
    return (SnapshotIndex(entries), reader.faults)
  }

  /// All entries for one address, oldest first.
  package subscript(url: String) -> ArraySlice<IndexEntry> {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if (entries[middle].url ?? "") < url { low = middle + 1 } else { high = middle }
    }
    return entries[low...].prefix { $0.url == url }
  }

  /// Reads the file's bytes; throws with the number of the first line that is not one of ours.
  package init(lines: [UInt8], path: String) throws(ArchiveError) {
    let decoder = JSONDecoder()
    entries = []
    for (number, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let entry = try? decoder.decode(IndexEntry.self, from: Data(line)) else {
        throw ArchiveError("the index is damaged", path: path, cause: "line \(number + 1) is not an index entry")
      }
      entries.append(entry)
    }
  }
}

import AuditCore
import Foundation

extension SnapshotIndex {
  /// Writes the index of an archive without holding it: its lines are laid down in the order of the archive, and only
  /// their places are put in order. Every record has to unpack with its checksum right; what does not is a fault.
  static func write(of archive: String, to path: String) throws(ArchiveError) -> [WARCFault] {
    let reader = try WARCReader(path: archive, limits: .unpackingOnly)
    let unsorted = path + ".unsorted"
    unlink(unsorted)
    defer { unlink(unsorted) }
    var order = LineOrder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try AtomicFile.write(to: unsorted) { (file: inout AtomicFile.Appender) throws(ArchiveError) in
      while let record = try reader.next() {
        guard let location = record.location else { continue }
        let entry = IndexEntry(record, at: location)
        guard let line = try? encoder.encode(entry) else {
          throw ArchiveError("cannot write an index line", path: path, cause: entry.url ?? entry.type)
        }
        order.note(entry, bytes: line.count + 1)
        try file.append(line)
        try file.append(CollectionOfOne(UInt8(ascii: "\n")))
      }
    }
    let lines = try OpenFile(unsorted, .reading)
    try AtomicFile.write(to: path) { (file: inout AtomicFile.Appender) throws(ArchiveError) in
      for place in order.sorted() { try file.append(try lines.read(at: place.start, count: place.bytes)) }
    }
    return reader.faults
  }
}

/// Where the lines of an index lie, and the order in which they belong (see `IndexEntry.precedes`).
private struct LineOrder {
  struct Place {
    var address: Int32
    var date: Int
    /// In the archive.
    var offset: UInt64
    /// In the file of lines.
    var start: UInt64
    var bytes: Int
  }

  private var places: [Place] = []
  private var addresses: [String: Int32] = [:]
  private var end: UInt64 = 0

  mutating func note(_ entry: IndexEntry, bytes: Int) {
    let address = entry.url ?? ""
    let number = addresses[address] ?? Int32(addresses.count)
    addresses[address] = number
    places.append(
      Place(
        address: number, date: entry.date?.secondsSinceEpoch ?? 0, offset: entry.offset, start: end, bytes: bytes))
    end += UInt64(bytes)
  }

  func sorted() -> [Place] {
    var ranks = [Int32](repeating: 0, count: addresses.count)
    for (rank, address) in addresses.sorted(by: { $0.key < $1.key }).enumerated() {
      ranks[Int(address.value)] = Int32(rank)
    }
    return places.sorted {
      (ranks[Int($0.address)], $0.date, $0.offset) < (ranks[Int($1.address)], $1.date, $1.offset)
    }
  }
}

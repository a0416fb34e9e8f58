/// The end of an archive after a recording was killed: the last record may be there in part only.
package enum WARCTail {
  /// What was found and done.
  package struct Outcome: Sendable, Hashable {
    /// Whole records that stand in the file.
    package let records: Int
    /// Bytes of the file now; the next record goes here.
    package let bytes: UInt64
    /// Bytes that were cut off, 0 where the file ended with a whole record.
    package let removed: UInt64
  }

  /// Cuts the file at `path` back to the end of its last whole record and makes that durable. Throws, and leaves
  /// the file alone, where it is damaged elsewhere than at its end: that is no work of an interrupted recording.
  ///
  /// With `journalled`, the end that a journal vouches for, whole records behind it are cut off too: they belong
  /// to a visit that was not finished. The outcome's `bytes` are fewer where the file does not reach that far.
  package static func cutBack(_ path: String, to journalled: UInt64? = nil) throws(ArchiveError) -> Outcome {
    var limits = WARCLimits.unpackingOnly
    limits.blockBytes = 0
    let size: UInt64
    do {
      let file = try OpenFile(path, .reading)
      size = try file.size()
    }
    guard size > 0 else { return Outcome(records: 0, bytes: 0, removed: 0) }
    let reader = try WARCReader(path: path, limits: limits)
    var records = 0
    var end: UInt64 = 0
    while let record = try reader.next() {
      guard let location = record.location, location.offset == end else {
        let cause = reader.faults.first?.description ?? "a record stands where none may"
        throw ArchiveError("cannot continue the recording", path: path, cause: cause)
      }
      guard location.end <= journalled ?? .max else { break }
      records += 1
      end = location.end
    }
    if let fault = reader.faults.first, fault.kind == .notWARC {
      throw ArchiveError("cannot continue the recording", path: path, cause: fault.description)
    }
    if end < size {
      let file = try OpenFile(path, .updating)
      try file.truncate(to: end)
      try file.sync()
    }
    return Outcome(records: records, bytes: end, removed: size - end)
  }
}

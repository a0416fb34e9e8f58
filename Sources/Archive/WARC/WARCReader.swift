/// Reads a WARC file record by record, `.warc` or `.warc.gz`, one gzip member a record or one for all, in bounded
/// memory. What is wrong with the file never ends in silence or a crash: it is in `faults`, and reading goes on
/// with the next record that can be found.
///
///     let reader = try WARCReader(path: "site.warc.gz")
///     while let record = try reader.next() { … }
///     for fault in reader.faults { print(fault) }
package final class WARCReader {
  /// In the order met; complete once `next` has returned nil.
  package private(set) var faults: [WARCFault] = []
  /// How many there were, should there have been more than the limit keeps.
  package private(set) var faultCount = 0

  let limits: WARCLimits
  var source: WARCSource
  var isFinished = false
  var isFirst = true
  var saidSharedMember = false
  /// The gzip member in which the record before ended.
  var lastMember: UInt64?

  /// Opens `path`, or only the `range` of it that an index names. Throws only where the file cannot be opened.
  package init(path: String, range: WARCLocation? = nil, limits: WARCLimits = WARCLimits()) throws(ArchiveError) {
    source = try WARCSource(try OpenFile(path, .reading), range: range)
    self.limits = limits
  }

  /// The one record at a place that an index names.
  package static func record(
    at location: WARCLocation, in path: String, limits: WARCLimits = WARCLimits()
  ) throws(ArchiveError) -> WARCRecord {
    let reader = try WARCReader(path: path, range: location, limits: limits)
    guard let record = try reader.next(), !record.isCut else {
      let cause = reader.faults.first?.description ?? "there is no record at byte \(location.offset)"
      throw ArchiveError("cannot read the record that the index names", path: path, cause: cause)
    }
    return record
  }

  /// The next whole record, nil at the end of what can be read. Throws only where our own disk fails.
  package func next() throws(ArchiveError) -> WARCRecord? {
    while !isFinished {
      guard try findRecord() else {
        isFinished = true
        break
      }
      isFirst = false
      if let record = try readRecord() { return record }
    }
    return nil
  }

  /// The record at whose first line the source stands; nil where it cannot be handed out, with the fault noted and
  /// the source past it.
  private func readRecord() throws(ArchiveError) -> WARCRecord? {
    let offset = source.offset
    guard let head = try readHead() else { return nil }
    for complaint in head.complaints { note(.badHeader, "\(complaint)", at: offset) }
    for name in head.missingFields { note(.badHeader, "the record has no \(name)", at: offset) }
    let declared: UInt64
    switch head.contentLength {
    case .success(let length): declared = length
    case .failure(let problem):
      note(.contentLength, "\(problem.words); the record is passed over", at: offset)
      if try !scan() { isFinished = true }
      return nil
    }
    var record = WARCRecord(version: head.version, headers: head.headers, block: [])
    guard try readBlock(of: &record, declared: declared, recordOffset: offset) else { return nil }
    if record.headers["WARC-Target-URI"]?.utf8.contains(UInt8(ascii: " ")) == true {
      note(.address, "WARC-Target-URI contains spaces; they are read as %20", at: offset)
    }
    if !record.isCut {
      let problems = limits.checksDigests ? WARCDigestCheck.problems(of: record) : []
      for problem in problems { note(.digest, problem, at: offset) }
      record.isSound = problems.isEmpty && record.headers["WARC-Segment-Number"] == nil
    }
    return record
  }

  private func readHead() throws(ArchiveError) -> WARCHead? {
    let offset = source.offset
    var head = WARCHead()
    var taken = 0
    var searched = 0
    while true {
      if let end = source.firstLineEnd(from: searched) {
        var line = source.take(end + 1).dropLast()
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        taken += end + 1
        searched = 0
        if line.isEmpty { return head }
        head.add(line)
      } else {
        searched = source.available
        let edge = try source.fill()
        if edge != .bytes {
          try giveUp(at: edge, offset: offset, inside: "the header of a record")
          return nil
        }
      }
      if taken + searched > limits.headerBytes {
        note(
          .tooLarge, "the header of a record is longer than \(limits.headerBytes) bytes; it is passed over", at: offset)
        if try !scan() { isFinished = true }
        return nil
      }
    }
  }

  /// The record cannot be finished; the source stands where the next one may be found.
  func giveUp(at edge: WARCSource.Edge, offset: UInt64, inside what: String) throws(ArchiveError) {
    switch edge {
    case .bytes: break
    case .memberEnd where try source.openMember():
      note(.cutOff, "the gzip member ends inside \(what)", at: offset)
    case .memberEnd, .end, .cut:
      note(.cutOff, "the file ends inside \(what)", at: offset)
      isFinished = true
    case .damaged(let words):
      if try !passDamage(words) { isFinished = true }
    }
  }

  func note(_ kind: WARCFault.Kind, _ sentence: String, at offset: UInt64? = nil) {
    faultCount += 1
    guard faults.count < limits.faults else { return }
    faults.append(WARCFault(kind: kind, offset: offset ?? source.offset, sentence: sentence))
  }

  static func tooLong(_ declared: UInt64, holds length: UInt64) -> String {
    "Content-Length is \(declared), but the next record begins after \(length) bytes"
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") }
}

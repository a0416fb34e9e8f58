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

  private let limits: WARCLimits
  private var source: WARCSource
  private var isFinished = false
  private var isFirst = true
  private var saidSharedMember = false
  /// The gzip member in which the record before ended.
  private var lastMember: UInt64?

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

  // MARK: - Finding the next record

  /// Stands before the first line of a record, past empty lines and whatever else lies there.
  private func findRecord() throws(ArchiveError) -> Bool {
    while true {
      while source.available > 0, Self.isLineEnd(source[0]) { source.skip(1) }
      if source.starts(with: "WARC/") { return true }
      switch try source.fill(to: 5) {
      case .bytes:
        if source.starts(with: "WARC/") { return true }
        if Self.isLineEnd(source[0]) { continue }
        return try passStrayBytes()
      case .memberEnd:
        if source.available > 0 { note(.strayBytes, "the gzip member ends with bytes that belong to no record") }
        source.skip(source.available)
        guard try source.openMember() else { return false }
      case .end:
        if source.available > 0 {
          note(.cutOff, "the file ends inside the first line of a record")
        } else if isFirst, faults.isEmpty {
          note(.notWARC, "the file is empty")
        }
        return false
      case .cut:
        note(.cutOff, "the file ends in the middle of a gzip member")
        return false
      case .damaged(let words):
        guard try passDamage(words) else { return false }
      }
    }
  }

  private func passStrayBytes() throws(ArchiveError) -> Bool {
    guard isFirst, faults.isEmpty else {
      note(.strayBytes, "bytes that belong to no record stand between two records")
      return try scan()
    }
    if source.starts(with: "filedesc://") {
      note(
        .notWARC, "this is an ARC file, the format before WARC; convert it first, for instance with warcio recompress")
      return false
    }
    if source[0] == 0x28, source[1] == 0xb5, source[2] == 0x2f, source[3] == 0xfd {
      note(.notWARC, "the archive is packed with zstd, which is not read here; unpack it first with zstd -d")
      return false
    }
    note(.notWARC, "the file does not begin with a WARC record")
    return try scan()
  }

  /// Goes forward to the next line that begins a record.
  private func scan() throws(ArchiveError) -> Bool {
    var atStart = false
    while true {
      if let index = source.firstSignature(atStart: atStart) {
        source.skip(index)
        return true
      }
      // A signature may straddle two pieces: its line end and first five letters stay.
      if source.available > 6 {
        source.skip(source.available - 6)
        atStart = false
      }
      switch try source.fill() {
      case .bytes: continue
      case .memberEnd:
        source.skip(source.available)
        guard try source.openMember() else { return false }
        atStart = true
      case .end: return false
      case .cut:
        note(.cutOff, "the file ends in the middle of a gzip member")
        return false
      case .damaged(let words):
        guard try passDamage(words) else { return false }
        atStart = true
      }
    }
  }

  private func passDamage(_ words: String) throws(ArchiveError) -> Bool {
    note(.damagedGzip, "the gzip member does not unpack (\(words)); what it holds is lost")
    return try source.findMember(after: source.memberOffset)
  }

  // MARK: - Reading one record

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
    if limits.checksDigests, !record.isCut {
      for problem in WARCDigestCheck.problems(of: record) { note(.digest, problem, at: offset) }
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

  /// Reads the block and what must follow it. False where the record is not whole.
  private func readBlock(
    of record: inout WARCRecord, declared: UInt64, recordOffset: UInt64
  ) throws(ArchiveError) -> Bool {
    var length = declared
    if !source.isGzip {
      guard let fitting = try fittingLength(declared, recordOffset: recordOffset) else { return false }
      record.isCut = fitting < declared
      length = fitting
    }
    guard length <= UInt64(limits.recordBytes) else {
      note(.tooLarge, "a record is longer than \(limits.recordBytes) bytes; reading stops here", at: recordOffset)
      isFinished = true
      return false
    }
    var remaining = Int(length)
    var isSplit = false
    record.block.reserveCapacity(min(remaining, limits.blockBytes))
    while remaining > 0 {
      if source.available == 0 {
        let edge = try source.fill()
        if edge == .memberEnd, try source.openMember() {
          _ = try source.fill(to: 5)
          if source.starts(with: "WARC/") {
            note(.contentLength, Self.tooLong(declared, holds: declared - UInt64(remaining)), at: recordOffset)
            record.isCut = true
            return true
          }
          isSplit = true
        } else if edge != .bytes {
          try giveUp(at: edge, offset: recordOffset, inside: "a record whose Content-Length is \(declared)")
          return false
        }
        continue
      }
      let piece = source.take(min(remaining, source.available))
      remaining -= piece.count
      record.block += piece.prefix(limits.blockBytes - record.block.count)
    }
    if record.block.count < Int(length) {
      record.isCut = true
      note(.tooLarge, "only the first \(limits.blockBytes) bytes of a block of \(length) are kept", at: recordOffset)
    }
    return try readEnd(of: &record, recordOffset: recordOffset, isSplit: isSplit)
  }

  /// The length that the block of a plain file really has: where the declared end is not followed by a record's
  /// end, the place of the next record decides. Nil, with the fault noted, where the file ends before.
  private func fittingLength(_ declared: UInt64, recordOffset: UInt64) throws(ArchiveError) -> UInt64? {
    let start = source.offset
    let size = try source.file.size()
    let end = start + declared
    if end <= size {
      let next = try source.file.read(at: end, count: 4)
      if next.isEmpty || Self.isLineEnd(next[0]) || next == Array("WARC".utf8) { return declared }
    }
    while source.offset < end {
      guard try scan() else { break }
      let found = source.offset
      guard found < end else { break }
      // An unread record begins inside the declared block.
      var length = found - start
      let tail = try source.file.read(at: found - min(4, length), count: Int(min(4, length)))
      length -= UInt64(tail.reversed().prefix { Self.isLineEnd($0) }.count)
      source.seek(plain: start)
      note(.contentLength, Self.tooLong(declared, holds: length), at: recordOffset)
      return length
    }
    if end > size {
      note(.cutOff, "the file ends inside a record whose Content-Length is \(declared)", at: recordOffset)
      isFinished = true
      return nil
    }
    source.seek(plain: start)
    return declared
  }

  /// The two empty lines, and in a gzip file the end of the member with its check sum.
  private func readEnd(
    of record: inout WARCRecord, recordOffset: UInt64, isSplit: Bool
  ) throws(ArchiveError) -> Bool {
    var edge = try source.fill(to: 4)
    if source.starts(with: "\r\n\r\n") {
      source.skip(4)
    } else if source.starts(with: "\n\n") {
      source.skip(2)
    } else {
      while source.available > 0, Self.isLineEnd(source[0]) { source.skip(1) }
      edge = try source.fill(to: 5)
      if source.starts(with: "WARC/") || (source.available == 0 && (edge == .end || edge == .memberEnd)) {
        note(.noTerminator, "no two empty lines follow the record", at: recordOffset)
      } else if edge == .cut {
        note(.cutOff, "the file ends in the middle of a gzip member", at: recordOffset)
        isFinished = true
        return false
      } else if case .damaged(let words) = edge {
        if try !passDamage(words) { isFinished = true }
        return false
      } else {
        note(
          .contentLength, "Content-Length is too short: the record goes on behind its declared end", at: recordOffset)
        if try !scan() { isFinished = true }
        return true
      }
    }
    guard source.isGzip else {
      record.location = WARCLocation(offset: recordOffset, length: source.offset - recordOffset)
      return true
    }
    return try readMemberEnd(of: &record, recordOffset: recordOffset, isSplit: isSplit)
  }

  private func readMemberEnd(
    of record: inout WARCRecord, recordOffset: UInt64, isSplit: Bool
  ) throws(ArchiveError) -> Bool {
    while source.available > 0, Self.isLineEnd(source[0]) { source.skip(1) }
    let isShared = lastMember == source.memberOffset
    lastMember = source.memberOffset
    if isSplit { note(.members, "the record is spread over several gzip members", at: recordOffset) }
    switch source.available > 0 ? .bytes : try source.fill() {
    case .bytes:
      while source.available > 0, Self.isLineEnd(source[0]) { source.skip(1) }
      if source.available > 0, !saidSharedMember {
        saidSharedMember = true
        note(.members, "one gzip member holds several records, which have no offsets of their own", at: recordOffset)
      }
    case .memberEnd, .end:
      if !isShared, !isSplit {
        record.location = WARCLocation(offset: recordOffset, length: source.storedEnd - recordOffset)
      }
    case .cut:
      note(.cutOff, "the file ends in the middle of a gzip member", at: recordOffset)
      isFinished = true
      return false
    case .damaged(let words):
      if try !passDamage(words) { isFinished = true }
      return false
    }
    return true
  }

  // MARK: - Saying what is wrong

  /// The record cannot be finished; the source stands where the next one may be found.
  private func giveUp(at edge: WARCSource.Edge, offset: UInt64, inside what: String) throws(ArchiveError) {
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

  private func note(_ kind: WARCFault.Kind, _ sentence: String, at offset: UInt64? = nil) {
    faultCount += 1
    guard faults.count < limits.faults else { return }
    faults.append(WARCFault(kind: kind, offset: offset ?? source.offset, sentence: sentence))
  }

  private static func tooLong(_ declared: UInt64, holds length: UInt64) -> String {
    "Content-Length is \(declared), but the next record begins after \(length) bytes"
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") }
}

/// Reading a record's block, and finding out whether its Content-Length is true.
extension WARCReader {
  /// Reads the block and what must follow it. False where the record is not whole.
  func readBlock(
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
}

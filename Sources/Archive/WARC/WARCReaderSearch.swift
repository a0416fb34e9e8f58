/// Finding the next record, past whatever else stands in the file.
extension WARCReader {
  /// Stands before the first line of a record, past empty lines and whatever else lies there.
  func findRecord() throws(ArchiveError) -> Bool {
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
  func scan() throws(ArchiveError) -> Bool {
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

  func passDamage(_ words: String) throws(ArchiveError) -> Bool {
    note(.damagedGzip, "the gzip member does not unpack (\(words)); what it holds is lost")
    return try source.findMember(after: source.memberOffset)
  }
}

import AuditCore

/// Appends records to a `.warc.gz` file (WARC 1.1, one gzip member a record). The same records at the same offsets
/// give the same bytes: dates come in, ids are derived from what is written and where.
///
///     let writer = try WARCWriter(path: "site.warc.gz")
///     let response = try writer.append(.response(for: url, at: now, head: head, body: body))
///     try writer.append(.request(for: url, at: now, head: sent, concurrentTo: response.id))
///     try writer.flush()
///
/// Not for two tasks at once: let the actor that owns the recording own it.
package final class WARCWriter {
  /// What became of a record: its id, to refer to, and its place, for the index.
  package struct Written: Sendable, Hashable {
    package let id: String
    package let location: WARCLocation
  }

  private var sink: any WARCSink
  private let packer: GzipPacker
  /// Where the next record goes: the end of the last whole one.
  package private(set) var offset: UInt64
  /// What later appends fail with, once the file could not be cut back to its last whole record.
  private var broken: ArchiveError?

  /// Opens `path` for adding to it; it must end with a whole record (see `WARCTail`).
  package convenience init(path: String) throws(ArchiveError) {
    try self.init(sink: try WARCFile(path))
  }

  package init(sink: any WARCSink) throws(ArchiveError) {
    self.sink = sink
    packer = try GzipPacker()
    offset = try sink.size()
  }

  /// Adds one record and says where it stands. Where it cannot be written (full disk), the file is cut back to
  /// the last whole record before the error is thrown.
  @discardableResult
  package func append(_ record: WARCRecord) throws(ArchiveError) -> Written {
    if let broken { throw broken }
    let (id, head) = completedHead(of: record)
    var end = offset
    do {
      try packer.pack([head, record.block, Array("\r\n\r\n".utf8)]) { (piece) throws(ArchiveError) in
        try sink.write(piece, at: end)
        end += UInt64(piece.count)
      }
    } catch {
      do {
        try sink.truncate(to: offset)
      } catch let second {
        broken = ArchiveError(
          "the archive could be neither written nor cut back to its last whole record at byte \(offset)",
          path: sink.path, cause: "\(error.cause); \(second.cause)", code: error.code)
      }
      throw broken ?? ArchiveError("cannot write the archive", path: sink.path, cause: error.cause, code: error.code)
    }
    let location = WARCLocation(offset: offset, length: end - offset)
    offset = end
    return Written(id: id, location: location)
  }

  /// Returns once all records so far are on the disk.
  package func flush() throws(ArchiveError) { try sink.sync() }

  /// Version line and fields, with the id, the block digest and the length that only the writer knows.
  private func completedHead(of record: WARCRecord) -> (id: String, bytes: [UInt8]) {
    let writersOwn: Set = ["warc-block-digest", "content-length"]
    var headers = record.headers.filter { !writersOwn.contains($0.name.lowercased()) }
    let digest = WARCDigest(of: record.block)
    let id = record.id ?? WARCRecordID.derived(headers: headers, block: digest, offset: offset)
    if record.id == nil { headers.insert(HTTPField(name: "WARC-Record-ID", value: id), at: min(1, headers.count)) }
    headers.append(HTTPField(name: "WARC-Block-Digest", value: digest.base32))
    headers.append(HTTPField(name: "Content-Length", value: "\(record.block.count)"))
    var text = "WARC/1.1\r\n"
    for header in headers { text += "\(FieldText.token(header.name)): \(FieldText.oneLine(header.value))\r\n" }
    return (id, Array((text + "\r\n").utf8))
  }
}

/// Record ids without a random source: a UUID of version 8 (RFC 9562 §5.8) cut from a SHA-256 over the record's
/// fields, the digest of its block and its offset, so that no two records of a file share one.
enum WARCRecordID {
  static func derived(headers: [HTTPField], block: WARCDigest, offset: UInt64) -> String {
    var seed = "\(offset)\n\(block.base32)\n"
    for header in headers { seed += "\(header.name): \(header.value)\n" }
    var bytes = Array(WARCDigest(of: Array(seed.utf8)).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let hex = Array(Hexadecimal.text(bytes))
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
    return "<urn:uuid:\(parts.joined(separator: "-"))>"
  }
}

import AuditCore

/// The kinds of record that ISO 28500 §6 defines.
package enum WARCType: String, Sendable, Hashable, CaseIterable {
  case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
}

/// Where a record stands in its file as stored: what an index keeps, and what random access takes.
package struct WARCLocation: Sendable, Hashable, Codable {
  package var offset: UInt64
  package var length: UInt64

  package init(offset: UInt64, length: UInt64) {
    self.offset = offset
    self.length = length
  }

  /// The first byte after the record.
  package var end: UInt64 { offset + length }
}

/// One record of a WARC file (ISO 28500): named fields in their order, and a block of bytes.
package struct WARCRecord: Sendable {
  /// As the first line says: `1.1`.
  package var version: String
  package var headers: [HTTPField]
  package var block: [UInt8]
  /// Nil for a record not yet written, and for one that shares its gzip member with others.
  package var location: WARCLocation?
  /// The block ends earlier than its Content-Length says, because the file does or the reader's limit does.
  package var isCut = false
  /// The digests that its headers state are those of its bytes: compared, or not to be doubted.
  var isSound = false

  package init(version: String = "1.1", headers: [HTTPField], block: [UInt8]) {
    self.version = version
    self.headers = headers
    self.block = block
  }

  /// Nil for a type that the standard does not know, which readers pass over (ISO 28500 §5.5).
  package var type: WARCType? { headers["WARC-Type"].flatMap { WARCType(rawValue: $0.lowercased()) } }

  /// `<urn:uuid:…>` as written, brackets included.
  package var id: String? { headers["WARC-Record-ID"] }

  /// The address recorded. Angle brackets, which wget writes around it, are taken off; spaces are percent-encoded.
  package var target: String? {
    guard var text = headers["WARC-Target-URI"] else { return nil }
    if text.hasPrefix("<"), text.hasSuffix(">") { text = String(text.dropFirst().dropLast()) }
    guard text.utf8.contains(UInt8(ascii: " ")) else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  /// When it was recorded; nil where the field is missing or no date.
  package var date: Timestamp? { headers["WARC-Date"].flatMap { Timestamp(iso: $0) } }

  /// The records made by the same exchange.
  package var concurrentTo: [String] {
    headers.filter { $0.name.lowercased() == "warc-concurrent-to" }.map(\.value)
  }

  /// The record that this one is about or derives from.
  package var refersTo: String? { headers["WARC-Refers-To"] }

  /// The block's media type with its parameters.
  package var contentType: String { headers["Content-Type"] ?? "" }

  /// Why the recorder cut the block, in the standard's words (`length`, `time`, `disconnect`), or our own for a
  /// block that the file does not hold in full.
  package var truncated: String? { headers["WARC-Truncated"] ?? (isCut ? "unspecified" : nil) }

  /// Whether the block is an HTTP message.
  package var isHTTP: Bool {
    contentType.lowercased().hasPrefix("application/http")
      || (contentType.isEmpty && block.starts(with: Array("HTTP/".utf8)))
  }
}

/// A body with its transfer and content codings undone, within limits.
package struct DecodedBody: Sendable, Hashable {
  package var bytes: [UInt8]
  /// Why `bytes` is not, or not certainly, what the server meant to send; nil where all went well.
  package var fault: Fault?

  package init(bytes: [UInt8], fault: Fault? = nil) {
    self.bytes = bytes
    self.fault = fault
  }

  package enum Fault: Sendable, Hashable {
    /// A coding that is not undone here, such as `br`; the bytes still have it on.
    case unknownCoding(String)
    /// The compressed data is damaged or ends early; `bytes` holds what came before.
    case damaged(String)
    /// Chunk sizes that do not fit; the rest is taken as it stands.
    case wrongChunks
    /// More bytes than the limit; cut there.
    case tooLong(limit: Int)
    /// Unpacks to many times its size: refused, nothing is handed out.
    case bomb(ratio: Int)
  }
}

/// What a body may grow to.
package struct BodyLimits: Sendable {
  /// Bytes as received.
  package var receivedBytes: Int
  /// Bytes after decoding.
  package var decodedBytes: Int
  /// Decoded bytes for one received; looked at from `ratioFloor` decoded bytes on. Honest pages stay below 100.
  package var ratio: Int
  package var ratioFloor: Int

  package init(
    receivedBytes: Int = 64 << 20, decodedBytes: Int = 64 << 20, ratio: Int = 200, ratioFloor: Int = 4 << 20
  ) {
    self.receivedBytes = receivedBytes
    self.decodedBytes = decodedBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }
}

extension HTTPMessage {
  /// The body as its reader was to see it. Labels are not believed against the bytes: a body that says gzip and
  /// is not is handed out as it stands.
  package func decodedBody(_ limits: BodyLimits = BodyLimits()) -> DecodedBody {
    var result = DecodedBody(bytes: [])
    var received = body
    if received.count > limits.receivedBytes {
      received = received.prefix(limits.receivedBytes)
      result.fault = .tooLong(limit: limits.receivedBytes)
    }
    if head.isChunked {
      let (bytes, isWhole) = ChunkedBody.decode(received, limit: limits.receivedBytes)
      result.bytes = bytes
      if !isWhole { result.fault = result.fault ?? .wrongChunks }
    } else {
      result.bytes = Array(received)
    }
    for coding in head.contentCodings.prefix(4).reversed() {
      guard coding == "gzip" || coding == "x-gzip" || coding == "deflate" else {
        result.fault = .unknownCoding(coding)
        return result
      }
      let unpacked = ContentCoding.undo(coding, result.bytes, limits: limits)
      result.bytes = unpacked.bytes
      result.fault = unpacked.fault ?? result.fault
      if case .bomb = result.fault { return result }
    }
    if result.bytes.count > limits.decodedBytes {
      result.bytes.removeLast(result.bytes.count - limits.decodedBytes)
      result.fault = .tooLong(limit: limits.decodedBytes)
    }
    return result
  }
}

/// Content codings (RFC 9110 §8.4.1) that archives of the field hold.
enum ContentCoding {
  static func undo(_ coding: String, _ packed: [UInt8], limits: BodyLimits) -> DecodedBody {
    guard let format = format(of: packed, coding) else { return DecodedBody(bytes: packed) }
    guard var inflater = try? Inflater(format) else {
      return DecodedBody(bytes: [], fault: .damaged("no memory for zlib"))
    }
    var bytes: [UInt8] = []
    var used = 0
    while true {
      let (count, outcome) = inflater.step(packed, from: used, into: &bytes, limit: 64 << 10)
      used += count
      if bytes.count > limits.ratioFloor, bytes.count / max(used, 1) > limits.ratio {
        return DecodedBody(bytes: [], fault: .bomb(ratio: bytes.count / max(used, 1)))
      }
      if bytes.count > limits.decodedBytes {
        return DecodedBody(bytes: Array(bytes.prefix(limits.decodedBytes)), fault: .tooLong(limit: limits.decodedBytes))
      }
      switch outcome {
      case .end:
        // A gzip file may be several members one after the other (RFC 1952 §2.2).
        guard format == .gzip, packed[used...].starts(with: [0x1f, 0x8b]) else { return DecodedBody(bytes: bytes) }
        inflater.restart()
      case .damaged(let words): return DecodedBody(bytes: bytes, fault: .damaged(words))
      case .more:
        if used == packed.count, count == 0 {
          return DecodedBody(bytes: bytes, fault: .damaged("the compressed data ends early"))
        }
      }
    }
  }

  /// What the bytes are, whatever the label says; nil for bytes that are not compressed.
  private static func format(of packed: [UInt8], _ coding: String) -> Inflater.Format? {
    guard packed.count >= 2 else { return nil }
    if packed[0] == 0x1f, packed[1] == 0x8b { return .gzip }
    guard coding == "deflate" else { return nil }
    let isZlib = packed[0] & 0x0f == 8 && (Int(packed[0]) << 8 | Int(packed[1])).isMultiple(of: 31)
    return isZlib ? .zlib : .raw
  }
}

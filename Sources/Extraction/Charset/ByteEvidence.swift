/// What the bytes themselves say about their encoding, counted in one pass: labels lie.
struct ByteEvidence {
  /// Sequences of UTF-8 with more than one byte that are well formed (RFC 3629).
  private(set) var sequences = 0
  private var sequenceBytes = 0
  /// Of these, letters of the Thai block.
  private(set) var thaiSequences = 0
  /// Bytes that no well-formed sequence holds.
  private(set) var strayBytes = 0
  /// Of these, bytes that windows-874 has a Thai letter for.
  private(set) var strayThaiBytes = 0

  init(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ count($0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { count($0) }
    }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        at = Self.afterASCII(bytes, from: at)
        continue
      }
      let length = UTF8Shape.length(of: bytes, at: at)
      if length == 0 {
        strayBytes += 1
        if Windows874.isThaiLetter(lead) { strayThaiBytes += 1 }
        at += 1
      } else {
        sequences += 1
        sequenceBytes += length
        if lead == 0xE0, bytes[at + 1] == 0xB8 || bytes[at + 1] == 0xB9 { thaiSequences += 1 }
        at += length
      }
    }
  }

  /// Skips ASCII eight bytes at a time.
  private static func afterASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var at = start
    while at + 8 <= bytes.count,
      UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    return at
  }

  var isWellFormedUTF8: Bool { strayBytes == 0 }

  /// Well-formed UTF-8 with enough letters outside ASCII that it cannot be anything else by accident.
  var provesUTF8: Bool { isWellFormedUTF8 && (sequences >= 8 || sequences == thaiSequences) && sequences > 0 }

  /// Nearly all stray bytes are Thai letters of windows-874, and they are too many for accidents. Pairs of its
  /// letters often look like a sequence of two bytes, but next to never like a Thai letter of UTF-8.
  var suggestsWindows874: Bool {
    strayThaiBytes >= 4 && strayThaiBytes * 20 >= strayBytes * 19 && strayBytes * 4 >= sequenceBytes
      && thaiSequences * 10 <= strayBytes
  }
}

/// The shape of well-formed UTF-8 (RFC 3629 §4).
enum UTF8Shape {
  /// Bytes of the well-formed sequence that begins at a position, 0 where there is none.
  static func length(of bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
    let lead = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return 0
    }
    guard at + length <= bytes.count, bytes[at + 1] >= low, bytes[at + 1] <= high else { return 0 }
    for next in stride(from: at + 2, to: at + length, by: 1) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

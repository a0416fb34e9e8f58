/// The unpacked bytes of an archive, plain or gzip, with the knowledge of where gzip members begin and end.
/// Memory is one piece of input and what the reader has not yet taken.
struct WARCSource: ~Copyable {
  /// What `fill` met.
  enum Edge: Equatable {
    /// There are more bytes in the window.
    case bytes
    /// A gzip member ended, check sum right; `openMember` goes on behind it.
    case memberEnd
    /// The file ended at a place where it may.
    case end
    /// The file ended inside a gzip member.
    case cut
    case damaged(String)
  }

  /// Where the next stored byte stands in a gzip file.
  private enum Place { case beforeMember, atMember, inMember, behindMember }

  private static let pieceSize = 64 << 10

  let file: OpenFile
  let isGzip: Bool
  /// Reads no byte at or after this offset.
  private let limit: UInt64
  /// Unpacked bytes; those before `start` are taken already.
  private(set) var window: [UInt8] = []
  private(set) var start = 0
  /// Stored bytes read from the file but not unpacked yet.
  private var packed: [UInt8] = []
  private var packedStart = 0
  /// Offset in the file of the first byte not read yet.
  private var position: UInt64
  private let unpacker: GzipUnpacker
  /// For members that do not lie in the input whole.
  private var inflater: Inflater
  private var place = Place.beforeMember
  /// Offset of the gzip member that the window's bytes come from.
  private(set) var memberOffset: UInt64

  init(_ file: consuming OpenFile, range: WARCLocation? = nil) throws(ArchiveError) {
    let size = try file.size()
    let from = range?.offset ?? 0
    let magic = try file.read(at: from, count: 2)
    let inflater = try Inflater(.gzip)
    let unpacker = try GzipUnpacker()
    isGzip = !magic.isEmpty && magic.elementsEqual([0x1f, 0x8b].prefix(magic.count))
    limit = range.map { min($0.offset &+ $0.length, size) } ?? size
    position = from
    memberOffset = from
    self.unpacker = unpacker
    self.inflater = inflater
    self.file = file
  }

  /// Bytes waiting in the window.
  var available: Int { window.count - start }

  /// Offset as stored of what comes next: of the byte in a plain file, of the member in a gzip file.
  var offset: UInt64 { isGzip ? memberOffset : position - UInt64(available) }

  /// Offset as stored of the first byte not unpacked: the end of a member that has just ended.
  var storedEnd: UInt64 { isGzip ? position - UInt64(packed.count - packedStart) : offset }

  subscript(index: Int) -> UInt8 { window[start + index] }

  func starts(with text: StaticString) -> Bool {
    guard available >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { letters in letters.elementsEqual(window[start..<(start + letters.count)]) }
  }

  mutating func skip(_ count: Int) { start += count }

  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    let taken = window[start..<(start + count)]
    start += count
    return taken
  }

  /// Index of the first line feed at or after `index`.
  func firstLineEnd(from index: Int) -> Int? {
    window[(start + index)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 - start }
  }

  /// Index of the first line that begins a record. A record may begin at index 0 only where `atStart` says so.
  func firstSignature(atStart: Bool) -> Int? {
    window.withUnsafeBufferPointer { bytes in
      var index = start
      while index + 6 <= bytes.count {
        if bytes[index] == UInt8(ascii: "W"), index > start ? bytes[index - 1] == UInt8(ascii: "\n") : atStart,
          bytes[index + 1] == UInt8(ascii: "A"), bytes[index + 2] == UInt8(ascii: "R"),
          bytes[index + 3] == UInt8(ascii: "C"), bytes[index + 4] == UInt8(ascii: "/"),
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 5])
        {
          return index - start
        }
        index += 1
      }
      return nil
    }
  }

  /// Fills until `count` bytes wait in the window; the edge that came first where there are fewer.
  mutating func fill(to count: Int) throws(ArchiveError) -> Edge {
    while available < count {
      let edge = try fill()
      if edge != .bytes { return edge }
    }
    return .bytes
  }

  /// Continues a plain file at another place.
  mutating func seek(plain offset: UInt64) {
    window.removeAll(keepingCapacity: true)
    start = 0
    position = offset
  }

  /// Adds bytes to the window, or says why there are none. Never goes from one gzip member into the next.
  mutating func fill() throws(ArchiveError) -> Edge {
    if start > 0, start == window.count || start > Self.pieceSize {
      window.removeSubrange(..<start)
      start = 0
    }
    return isGzip ? try fillFromMember() : try fillFromFile()
  }

  /// Goes to the gzip member behind the one that ended. False where the file ends.
  mutating func openMember() throws(ArchiveError) -> Bool {
    guard try refillPacked() else { return false }
    memberOffset = storedEnd
    place = .atMember
    return true
  }

  /// Looks for the next gzip member after `offset` that begins with a record, past damaged data.
  mutating func findMember(after offset: UInt64) throws(ArchiveError) -> Bool {
    window.removeAll(keepingCapacity: true)
    start = 0
    var from = offset + 1
    while from < limit {
      let piece = try file.read(at: from, count: Int(min(UInt64(Self.pieceSize), limit - from)))
      for index in piece.indices.dropLast(2)
      where piece[index] == 0x1f && piece[index + 1] == 0x8b && piece[index + 2] == 8 {
        if try beginsRecord(at: from + UInt64(index)) { return true }
      }
      guard piece.count == Self.pieceSize else { return false }
      from += UInt64(Self.pieceSize - 2)
    }
    return false
  }

  private mutating func beginsRecord(at offset: UInt64) throws(ArchiveError) -> Bool {
    packed.removeAll(keepingCapacity: true)
    packedStart = 0
    position = offset
    window.removeAll(keepingCapacity: true)
    start = 0
    guard try openMember(), try fill() == .bytes else { return false }
    return starts(with: "WARC/")
  }

  private mutating func fillFromFile() throws(ArchiveError) -> Edge {
    let piece = try file.read(at: position, count: Int(min(UInt64(Self.pieceSize), limit - min(limit, position))))
    guard !piece.isEmpty else { return .end }
    position += UInt64(piece.count)
    window += piece
    return .bytes
  }

  private mutating func fillFromMember() throws(ArchiveError) -> Edge {
    if place == .behindMember { return .memberEnd }
    if place == .beforeMember, try !openMember() { return .end }
    if place == .atMember {
      let before = window.count
      if let used = unpacker.unpack(packed, from: packedStart, into: &window) {
        packedStart += used
        place = .behindMember
        return window.count > before ? .bytes : .memberEnd
      }
      inflater.restart()
      place = .inMember
    }
    while true {
      guard try refillPacked() else { return .cut }
      let before = window.count
      let (used, outcome) = inflater.step(packed, from: packedStart, into: &window, limit: Self.pieceSize)
      packedStart += used
      if case .damaged(let words) = outcome { return .damaged(words) }
      if outcome == .end { place = .behindMember }
      if window.count > before { return .bytes }
      if outcome == .end { return .memberEnd }
    }
  }

  /// Makes sure that there is stored input to unpack. False at the end of the file.
  private mutating func refillPacked() throws(ArchiveError) -> Bool {
    guard packedStart == packed.count else { return true }
    let count = Int(min(UInt64(Self.pieceSize), limit - min(limit, position)))
    packed = try file.read(at: position, count: count)
    packedStart = 0
    position += UInt64(packed.count)
    return !packed.isEmpty
  }
}

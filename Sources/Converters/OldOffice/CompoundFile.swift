/// The streams of an OLE compound file (MS-CFB), the container of Office files before 2007.
///
/// Every chain is followed at most as far as the file has sectors, so that loops and false lengths end.
struct CompoundFile {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let endOfChain: UInt32 = 0xFFFF_FFFA

  private let bytes: [UInt8]
  private let sectorSize: Int
  private let smallSectorSize: Int
  private let smallLimit: Int
  private var table: [UInt32] = []
  private var smallTable: [UInt32] = []
  private var smallStream: [UInt8] = []
  private var entries: [(name: String, start: UInt32, size: Int)] = []

  /// nil where it is no compound file, or its directory is damaged.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 1_536, bytes.starts(with: Self.signature) else { return nil }
    self.bytes = bytes
    let shift = bytes.uint16(at: 30)
    guard shift == 9 || shift == 12 else { return nil }
    sectorSize = 1 << shift
    smallSectorSize = 64
    smallLimit = 4_096
    readTable()
    let directory = chain(bytes.uint32(at: 48), limit: 4 << 20)
    for at in stride(from: 0, to: directory.count - 127, by: 128) {
      let length = directory.uint16(at: at + 64)
      guard directory[at + 66] != 0, (2...64).contains(length) else { continue }
      let units = stride(from: at, to: at + length - 2, by: 2).map { UInt16(directory.uint16(at: $0)) }
      let entry = (
        name: String(decoding: units, as: UTF16.self), start: directory.uint32(at: at + 116),
        size: Int(directory.uint32(at: at + 120))
      )
      entries.append(entry)
      if directory[at + 66] == 5 { smallStream = Array(chain(entry.start, limit: entry.size)) }
    }
    guard !entries.isEmpty else { return nil }
    let small = chain(bytes.uint32(at: 60), limit: Int(bytes.uint32(at: 64)) * sectorSize)
    smallTable = stride(from: 0, to: small.count - 3, by: 4).map { small.uint32(at: $0) }
  }

  /// The content of the first stream with a name, nil where there is none.
  func stream(_ name: String) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    return entry.size < smallLimit ? smallChain(entry.start, size: entry.size) : chain(entry.start, limit: entry.size)
  }

  /// The allocation table, whose own sectors are listed in the header and in a chain behind it (MS-CFB §2.2, §2.5).
  private mutating func readTable() {
    var places = (0..<109).map { bytes.uint32(at: 76 + 4 * $0) }
    var next = bytes.uint32(at: 68)
    var hops = 0
    while next < Self.endOfChain, hops < bytes.count / sectorSize, let start = offset(of: next) {
      let count = sectorSize / 4 - 1
      places += (0..<count).map { bytes.uint32(at: start + 4 * $0) }
      next = bytes.uint32(at: start + 4 * count)
      hops += 1
    }
    let most = bytes.count / sectorSize + 1
    for place in places.prefix(most) where place < Self.endOfChain {
      guard let start = offset(of: place) else { continue }
      table += (0..<(sectorSize / 4)).map { bytes.uint32(at: start + 4 * $0) }
    }
  }

  private func offset(of sector: UInt32) -> Int? {
    let start = (Int(sector) + 1) * sectorSize
    return start < bytes.count ? start : nil
  }

  private func chain(_ first: UInt32, limit: Int) -> [UInt8] {
    var content: [UInt8] = []
    var sector = first
    var hops = 0
    while sector < Self.endOfChain, content.count < limit, hops <= bytes.count / sectorSize {
      guard let start = offset(of: sector) else { break }
      content += bytes[start..<min(bytes.count, start + sectorSize)]
      guard Int(sector) < table.count else { break }
      sector = table[Int(sector)]
      hops += 1
    }
    return content.count > limit ? Array(content.prefix(limit)) : content
  }

  private func smallChain(_ first: UInt32, size: Int) -> [UInt8] {
    var content: [UInt8] = []
    var sector = first
    while sector < Self.endOfChain, content.count < size {
      let start = Int(sector) * smallSectorSize
      guard start < smallStream.count, Int(sector) < smallTable.count else { break }
      content += smallStream[start..<min(smallStream.count, start + smallSectorSize)]
      sector = smallTable[Int(sector)]
    }
    return Array(content.prefix(size))
  }
}

extension [UInt8] {
  /// Little-endian numbers; 0 behind the end.
  func uint16(at offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= count else { return 0 }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  func uint32(at offset: Int) -> UInt32 {
    UInt32(uint16(at: offset)) | UInt32(uint16(at: offset + 2)) << 16
  }
}

@testable import Extraction

/// Builds small ZIPs and gzip files for tests, and bombs by hand: deflate blocks that repeat one byte.
enum ZipBuilder {
  struct File {
    var name: String
    var content: [UInt8]
    /// Stands in for the content: this many zero bytes, deflated.
    var zeros = 0
    var isEncrypted = false
  }

  static func zip(_ files: [(String, String)]) -> [UInt8] {
    zip(files: files.map { File(name: $0.0, content: Array($0.1.utf8)) })
  }

  static func zip(files: [File]) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = body.count
      let packed = file.zeros > 0 ? deflatedZeros(file.zeros) : file.content
      let size = file.zeros > 0 ? file.zeros : file.content.count
      var common = number(20, 2) + number((file.isEncrypted ? 1 : 0) | 0x800, 2) + number(file.zeros > 0 ? 8 : 0, 2)
      common += number(0, 4) + number(file.zeros > 0 ? 0 : Int(crc32(file.content)), 4)
      common += number(packed.count, 4) + number(size, 4) + number(file.name.utf8.count, 2) + number(0, 2)
      body += number(0x0403_4B50, 4) + common + Array(file.name.utf8) + packed
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(0, 4) + number(offset, 4) + Array(file.name.utf8)
    }
    let start = body.count
    body += directory + number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    return body + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  static func gzipOfZeros(_ count: Int) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflatedZeros(count) + number(0, 4) + number(count, 4)
  }

  /// One block with fixed codes (RFC 1951 §3.2.6): a zero, then matches of 258 bytes at distance 1.
  static func deflatedZeros(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var filled: UInt32 = 0
    func put(_ code: UInt32, _ length: UInt32) {
      for at in (0..<length).reversed() {
        bits |= (code >> at & 1) << filled
        filled += 1
        if filled == 8 {
          bytes.append(UInt8(bits))
          bits = 0
          filled = 0
        }
      }
    }
    put(0b1, 1)
    put(0b10, 2)
    put(0b0011_0000, 8)
    for _ in 0..<(count / 258) {
      put(0b1100_0101, 8)
      put(0, 5)
    }
    put(0, 7)
    put(0, 7)
    return bytes
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~UInt32(0)
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

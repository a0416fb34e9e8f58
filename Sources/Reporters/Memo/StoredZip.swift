/// A ZIP file whose members are stored as they are (APPNOTE 6.3.3, method 0), with fixed dates.
struct StoredZip {
  private var members: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ text: String, as name: String) {
    let bytes = Array(text.utf8)
    let sizes = Self.long(Self.checksum(bytes)) + Self.long(bytes.count) + Self.long(bytes.count)
    // Version, flags (names in UTF-8), method, time, and the first day that the format knows: 1 January 1980.
    let head = Self.short(20) + Self.short(0x800) + Self.short(0) + Self.short(0) + Self.short(0x21) + sizes
    let place = members.count
    members += Self.long(0x0403_4B50) + head + Self.short(name.utf8.count) + Self.short(0) + name.utf8 + bytes
    directory += Self.long(0x0201_4B50) + Self.short(20) + head + Self.short(name.utf8.count)
    directory += [UInt8](repeating: 0, count: 12) + Self.long(place) + name.utf8
    count += 1
  }

  var file: [UInt8] {
    members + directory + Self.long(0x0605_4B50) + Self.short(0) + Self.short(0) + Self.short(count) + Self.short(count)
      + Self.long(directory.count) + Self.long(members.count) + Self.short(0)
  }

  private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16 & 0xFFFF) }

  /// CRC-32 as ZIP asks for (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}

/// The list of files in a ZIP, from its central directory (PKWARE APPNOTE §4.3.12), read without opening any of them.
struct ZipDirectory {
  struct Entry {
    let name: String
    let size: Int
    let packedSize: Int
    /// Where the file's own header stands.
    let offset: Int
    /// Bit 0 of the general purpose flags: a password is needed.
    let isEncrypted: Bool
  }

  static let maxEntries = 5_000

  private(set) var entries: [Entry] = []
  /// The directory is missing or ends early.
  private(set) var isCut = false

  init(_ bytes: [UInt8]) {
    guard let end = Self.endRecord(bytes) else {
      isCut = true
      return
    }
    var at = Self.number(bytes, end + 16, 4)
    let count = min(Self.number(bytes, end + 10, 2), Self.maxEntries)
    for _ in 0..<count {
      guard at + 46 <= bytes.count, Self.number(bytes, at, 4) == 0x0201_4B50 else {
        isCut = true
        return
      }
      let nameLength = Self.number(bytes, at + 28, 2)
      guard at + 46 + nameLength <= bytes.count else {
        isCut = true
        return
      }
      let flags = Self.number(bytes, at + 8, 2)
      entries.append(
        Entry(
          name: Self.name(bytes[(at + 46)..<(at + 46 + nameLength)]), size: Self.number(bytes, at + 24, 4),
          packedSize: Self.number(bytes, at + 20, 4), offset: Self.number(bytes, at + 42, 4),
          isEncrypted: flags & 1 == 1))
      at += 46 + nameLength + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
    }
  }

  /// Looks back for the end record; a comment of at most 64 KB may follow it.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    var at = bytes.count - 22
    let last = max(0, bytes.count - 22 - 65_535)
    while at >= last {
      if bytes[at] == 0x50, number(bytes, at, 4) == 0x0605_4B50 { return at }
      at -= 1
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ length: Int) -> Int {
    guard at >= 0, at + length <= bytes.count else { return 0 }
    return (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  /// Names are UTF-8, or what Thai Windows writes without saying so.
  static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let charset: Charset = ByteEvidence(bytes).isWellFormedUTF8 ? .utf8 : .windows874
    return String(decoding: TextDecoding.utf8(bytes.prefix(1_000), from: charset), as: UTF8.self)
  }
}

/// The words of an address that may say what it leads to: path segments, query values, base64 words decoded.
///
/// Small Thai vendors write module names in base64 without padding (`_mod=ZmlsZXM` is `files`), Google Sites writes
/// titles without their upper and lower marks, WordPress cuts Thai slugs in the middle of a word.
struct AddressWords {
  /// Lower-case Latin words and paths, as they stand between slashes, marks of a query and dots ("plan_poa").
  private(set) var latin: [String] = []
  /// Segments with Thai letters, innermost last.
  private(set) var thai: [String] = []

  /// Latin segments as slugs, innermost last.
  private(set) var slugs: [Slug] = []

  /// The innermost Latin word, if nothing but it ends the address: no number of an entry, no further path.
  private(set) var lastLatin: String?

  /// The item that an address names with the year of its list ("/ita-2566-o12", "/oit2566/o31.pdf"), nil where it names
  /// no item, no year or more than one of either.
  var item: (year: Int, number: Int)? {
    let pieces = slugs.flatMap(\.pieces)
    guard pieces.contains(where: { $0.hasPrefix("ita") || $0.hasPrefix("oit") }) else { return nil }
    let years = Set(pieces.compactMap(Slug.listYear))
    let numbers = Set(pieces.compactMap(Slug.itemNumber))
    guard years.count == 1, numbers.count == 1, let year = years.first, let number = numbers.first else { return nil }
    return (year, number)
  }

  private static let longest = 2_000
  /// Endings of files and programs: no words.
  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "jpg", "png", "htm", "html", "php", "asp", "aspx",
    "jsp",
  ]

  /// - Parameter address: as written or decoded; nothing is resolved.
  init(_ address: String) {
    let bytes = Self.percentDecoded(Array(address.utf8.prefix(Self.longest)))
    for piece in bytes.split(whereSeparator: { Self.separators.contains($0) }) {
      let word = String(decoding: piece, as: UTF8.self)
      if Self.endings.contains(word.lowercased()) { continue }
      lastLatin = nil
      if piece.contains(where: { $0 >= 0x80 }) {
        thai.append(word)
      } else {
        let slug = Slug(word)
        slugs.append(slug)
        latin.append(slug.plain)
        if let decoded = Self.base64Word(Array(piece)) { latin.append(decoded.lowercased()) }
        lastLatin = latin.last
      }
    }
  }

  private static let separators = Set("/?&=#.;:".utf8)

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// The word behind base64 letters, if it is a plain lower-case word of a program.
  private static func base64Word(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 4, bytes.count <= 64, bytes.count % 4 != 1 else { return nil }
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      guard let value = base64Value(byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    let isWord = decoded.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
    return isWord && decoded.count >= 3 ? String(decoding: decoded, as: UTF8.self) : nil
  }

  private static func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}

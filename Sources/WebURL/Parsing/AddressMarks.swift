/// Where the parts of a serialised address begin and end, in bytes from its start.
///
/// `http://user:pass@host:81/path?query#fragment`
/// `    ↑      ↑    ↑   ↑   ↑    ↑     ↑` schemeEnd, usernameEnd, hostStart, hostEnd, pathStart, queryStart,
/// fragmentStart (the last two on their sign).
struct AddressMarks: Sendable {
  var schemeKind = SchemeKind.other
  var schemeEnd: UInt32 = 0
  var usernameEnd: UInt32 = 0
  var hostStart: UInt32 = 0
  var hostEnd: UInt32 = 0
  var pathStart: UInt32 = 0
  var queryStart: UInt32?
  var fragmentStart: UInt32?
  var port: UInt16?
  /// False for addresses without `//`, whose host is null.
  var hasAuthority = false
  var hasOpaquePath = false
}

/// An address while it is being written: its bytes so far, and the marks of the parts that are complete.
struct AddressAssembly {
  var bytes: [UInt8] = []
  var marks = AddressMarks()

  /// Where the next byte goes.
  var position: UInt32 { UInt32(bytes.count) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Removes the last path segment (WHATWG URL §4.3, shorten): the drive letter of a `file:` path stays.
  mutating func shortenPath() {
    let start = Int(marks.pathStart)
    if marks.schemeKind == .file, bytes.count - start == 3, DriveLetter.isNormalised(bytes[(start + 1)...]) { return }
    var end = bytes.count
    while end > start, bytes[end - 1] != UInt8(ascii: "/") { end -= 1 }
    if end > start { bytes.removeLast(bytes.count - end + 1) }
  }
}

/// The schemes the standard treats on their own (WHATWG URL §4.2, special scheme).
enum SchemeKind: Sendable {
  case http, https, ws, wss, ftp, file, other

  init(_ scheme: some Collection<UInt8>) {
    switch scheme.count {
    case 4 where scheme.elementsEqual("http".utf8): self = .http
    case 5 where scheme.elementsEqual("https".utf8): self = .https
    case 2 where scheme.elementsEqual("ws".utf8): self = .ws
    case 3 where scheme.elementsEqual("wss".utf8): self = .wss
    case 3 where scheme.elementsEqual("ftp".utf8): self = .ftp
    case 4 where scheme.elementsEqual("file".utf8): self = .file
    default: self = .other
    }
  }

  var isSpecial: Bool { self != .other }

  var hasOrigin: Bool { isSpecial && self != .file }

  var defaultPort: UInt16? {
    switch self {
    case .http, .ws: 80
    case .https, .wss: 443
    case .ftp: 21
    case .file, .other: nil
    }
  }
}

/// A drive letter of a `file:` address, which the standard keeps in place (WHATWG URL §4.3).
enum DriveLetter {
  static func isNormalised(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == 2 && matches(bytes) && bytes.dropFirst().first == UInt8(ascii: ":")
  }

  /// Exactly a letter and `:` or `|`.
  static func matches(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == 2, let letter = bytes.first, let sign = bytes.dropFirst().first else { return false }
    return letter.isASCIILetter && (sign == UInt8(ascii: ":") || sign == UInt8(ascii: "|"))
  }

  /// A drive letter that the end, a slash, `?` or `#` follows.
  static func starts(_ bytes: some Collection<UInt8>) -> Bool {
    guard matches(bytes.prefix(2)) else { return false }
    guard let next = bytes.dropFirst(2).first else { return true }
    return next.isSlash || next == UInt8(ascii: "?") || next == UInt8(ascii: "#")
  }
}

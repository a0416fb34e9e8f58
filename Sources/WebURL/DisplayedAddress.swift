/// An address as people read it: Thai letters as letters instead of `%E0%B8…`.
///
/// For the eye only, never to be fetched. Hostile input: whatever could change the meaning of the address or of the
/// text around it stays escaped (reserved signs, spaces, control and invisible letters, changes of writing
/// direction), as do bytes that are not UTF-8.
/// - Parameter longest: The most letters that are kept; of a longer address the middle is replaced by `…`.
package func decodedForDisplay(_ url: WebURL, longest: Int = 300) -> String {
  decodedForDisplay(url.href, longest: longest)
}

/// The same for a part of an address: a path, a query, a file name.
package func decodedForDisplay(_ escaped: String, longest: Int = 300) -> String {
  let bytes = Array(escaped.utf8.prefix(WebURL.longest))
  var pieces: [String] = []
  var at = 0
  while at < bytes.count {
    var length = 1
    var shown: Unicode.Scalar?
    if bytes[at] == 0x25, let letter = EscapedLetter(bytes[at...]) {
      length = letter.length
      shown = letter.scalar
      if !letter.isReadable {
        pieces.append(String(decoding: bytes[at..<(at + length)], as: UTF8.self))
        at += length
        continue
      }
    } else if bytes[at] < 0x80 {
      shown = bytes[at] > 0x20 && bytes[at] < 0x7F ? Unicode.Scalar(bytes[at]) : nil
    } else {
      length += bytes[(at + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
      shown = String(decoding: bytes[at..<(at + length)], as: UTF8.self).unicodeScalars.first
      if shown?.isReadableInAddress != true { shown = nil }
    }
    pieces.append(String(shown ?? "\u{FFFD}"))
    at += length
  }
  return shortened(pieces, to: max(longest, 3))
}

/// Keeps both ends, and no mark without the letter it stands on.
private func shortened(_ pieces: [String], to longest: Int) -> String {
  guard pieces.count > longest else { return pieces.joined() }
  let head = pieces.prefix(longest * 2 / 3)
  let tail = pieces.suffix(longest - head.count - 1).drop { piece in
    piece.unicodeScalars.first?.properties.generalCategory.isMark ?? false
  }
  return head.joined() + "…" + tail.joined()
}

/// One letter written as `%XX` escapes of its UTF-8 bytes.
private struct EscapedLetter {
  let scalar: Unicode.Scalar
  /// Bytes of escaped text it takes.
  let length: Int

  init?(_ bytes: ArraySlice<UInt8>) {
    var decoded: [UInt8] = []
    var rest = bytes
    while decoded.count < 4, rest.popFirst() == 0x25, let value = rest.escapedValue {
      decoded.append(value)
      rest = rest.dropFirst(2)
    }
    guard let first = decoded.first else { return nil }
    let size = first < 0x80 ? 1 : first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0
    guard size > 0, decoded.count >= size,
      let text = String(validating: decoded.prefix(size), as: UTF8.self), let scalar = text.unicodeScalars.first
    else { return nil }
    self.scalar = scalar
    length = size * 3
  }

  var isReadable: Bool {
    scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value).isUnreserved : scalar.isReadableInAddress
  }
}

extension Unicode.Scalar {
  /// Letters, marks, digits and the few signs of ordinary writing; nothing invisible, nothing that looks like a slash.
  fileprivate var isReadableInAddress: Bool {
    guard !properties.isDefaultIgnorableCodePoint else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .currencySymbol, .initialPunctuation,
      .finalPunctuation:
      return true
    default:
      return value == 0x2013 || value == 0x2014
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark || self == .enclosingMark }
}

/// The encoding in which the letters of a query are sent: that of the page the link stands on (WHATWG URL §4.4).
/// An old windows-874 page that links to `?q=ก` asks its server for `?q=%A1`.
package struct QueryEncoding: Sendable {
  /// The bytes of one letter outside ASCII, nil where the encoding has none; nil altogether for UTF-8.
  let encode: (@Sendable (Unicode.Scalar) -> [UInt8]?)?

  /// - Parameter encode: The bytes of one letter outside ASCII, or nil when the encoding cannot write it (it is then
  ///   sent as a numeric character reference, WHATWG Encoding §7.1).
  package init(_ encode: @escaping @Sendable (Unicode.Scalar) -> [UInt8]?) {
    self.encode = encode
  }

  private init() { encode = nil }

  package static let utf8 = QueryEncoding()

  /// windows-874, which is also what pages labelled TIS-620 and ISO-8859-11 are sent in (WHATWG Encoding §9).
  package static let windows874 = QueryEncoding { scalar in
    switch scalar.value {
    case 0x0E01...0x0E3A, 0x0E3F...0x0E5B: [UInt8(scalar.value - 0x0E01 + 0xA1)]
    case 0xA0: [0xA0]
    case 0x81...0x84, 0x86...0x90, 0x98...0x9F: [UInt8(scalar.value)]
    case 0x20AC: [0x80]
    case 0x2026: [0x85]
    case 0x2018: [0x91]
    case 0x2019: [0x92]
    case 0x201C: [0x93]
    case 0x201D: [0x94]
    case 0x2022: [0x95]
    case 0x2013: [0x96]
    case 0x2014: [0x97]
    default: nil
    }
  }

  /// Appends the bytes of a query, percent-encoded.
  func append(_ query: ArraySlice<UInt8>, encoding set: EncodeSet, to output: inout [UInt8]) {
    guard let encode, query.contains(where: { $0 >= 0x80 }) else {
      output.append(query, encoding: set)
      return
    }
    for scalar in String(decoding: query, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        output.append(CollectionOfOne(UInt8(truncatingIfNeeded: scalar.value)), encoding: set)
      } else if let bytes = encode(scalar) {
        output.append(bytes, encoding: set)
      } else {
        output.append(contentsOf: "%26%23\(scalar.value)%3B".utf8)
      }
    }
  }
}

/// An absolute web address as browsers understand it: the URL record of the WHATWG URL Standard, already serialised.
///
/// The address is kept as one ASCII string and the places where its parts begin, so a copy is cheap and every part is
/// a slice. Two addresses are equal when their serialisations are; whether two *different* addresses show one page is
/// asked of ``URLCanonicalizer``.
package struct WebURL: Sendable, CustomStringConvertible {
  /// The whole address, percent-encoded: what is stored, compared and printed. Always ASCII.
  package let href: String
  let marks: AddressMarks

  /// The longest address that is read or made, in bytes. Real addresses are a hundredth of this; what is longer is
  /// refused like any other address that cannot be understood.
  package static let longest = 65_536

  /// Reads an address as the basic URL parser does (WHATWG URL §4.4): nil where the standard says failure.
  /// - Parameters:
  ///   - text: The attribute or header value as found: raw Thai, spaces, backslashes, tabs and line breaks included.
  ///   - base: The address of the page (or its `<base href>`), without which relative text is refused.
  ///   - domainToASCII: How a domain with letters outside ASCII becomes one without.
  ///   - queryEncoding: The encoding of the page, which governs the bytes of the query (WHATWG URL §4.4, query state).
  package init?(
    parsing text: String, relativeTo base: WebURL? = nil, domainToASCII: DomainToASCII = .asciiOnly,
    queryEncoding: QueryEncoding = .utf8
  ) {
    guard text.utf8.count <= Self.longest else { return nil }
    var parser = AddressParser(
      input: AddressInput.cleaned(text), base: base, domainToASCII: domainToASCII, queryEncoding: queryEncoding)
    guard parser.run(), parser.output.bytes.count <= Self.longest else { return nil }
    self.init(parser.output)
  }

  init(_ assembly: AddressAssembly) {
    href = String(decoding: assembly.bytes, as: UTF8.self)
    marks = assembly.marks
  }

  package var description: String { href }
}

extension WebURL: Hashable, Comparable {
  package static func == (one: WebURL, other: WebURL) -> Bool { one.href == other.href }

  package static func < (one: WebURL, other: WebURL) -> Bool { one.href < other.href }

  package func hash(into hasher: inout Hasher) { hasher.combine(href) }
}

/// The basic URL parser (WHATWG URL §4.4), for whole addresses.
///
/// The standard describes a state machine that looks at one code point at a time; its states follow each other in the
/// order of the parts, so here each part is one step that reads its bytes and writes them, serialised, behind those
/// already written. Every step returns false where the standard says failure. Nothing recurses.
struct AddressParser {
  let input: [UInt8]
  let base: WebURL?
  let domainToASCII: DomainToASCII
  let queryEncoding: QueryEncoding
  var output = AddressAssembly()
  /// The next byte to read.
  var at = 0

  init(input: [UInt8], base: WebURL?, domainToASCII: DomainToASCII, queryEncoding: QueryEncoding) {
    self.input = input
    self.base = base
    self.domainToASCII = domainToASCII
    self.queryEncoding = queryEncoding
    output.bytes.reserveCapacity(input.count + 64)
  }

  var next: UInt8? { at < input.count ? input[at] : nil }
  var rest: ArraySlice<UInt8> { input[at...] }
  var isSpecial: Bool { output.marks.schemeKind.isSpecial }

  /// Whether the byte ends a path segment under the scheme being read.
  func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2F || (byte == 0x5C && isSpecial) }

  mutating func run() -> Bool {
    guard let colon = schemeEnd() else { return withoutScheme() }
    output.append(scheme: input[..<colon])
    at = colon + 1
    if output.marks.schemeKind == .file { return fileAddress(base: base?.marks.schemeKind == .file ? base : nil) }
    if isSpecial {
      if let base, base.marks.schemeKind == output.marks.schemeKind, !rest.starts(with: "//".utf8) {
        return relative(to: base)
      }
      skipSlashes()
      return authority()
    }
    guard next == 0x2F else { return opaquePath() }
    at += 1
    guard next == 0x2F else {
      beginPath()
      return path()
    }
    at += 1
    return authority()
  }

  /// The place of the colon when the input starts with a scheme.
  private func schemeEnd() -> Int? {
    guard let first = input.first, first.isASCIILetter else { return nil }
    for index in input.indices {
      let byte = input[index]
      if byte == 0x3A { return index }
      guard byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E else { return nil }
    }
    return nil
  }

  private mutating func withoutScheme() -> Bool {
    guard let base else { return false }
    if base.marks.hasOpaquePath {
      guard next == 0x23 else { return false }
      copy(base, upTo: base.marks.fragmentStart)
      output.marks.queryStart = base.marks.queryStart
      return queryAndFragment()
    }
    if base.marks.schemeKind == .file {
      output.append(scheme: "file".utf8)
      return fileAddress(base: base)
    }
    return relative(to: base)
  }

  mutating func skipSlashes() {
    while let byte = next, byte.isSlash { at += 1 }
  }

  /// Text that is read from the page it stands on (states "relative" and "relative slash").
  private mutating func relative(to base: WebURL) -> Bool {
    output.marks.schemeKind = base.marks.schemeKind
    if let byte = next, isSeparator(byte) {
      at += 1
      if let second = next, isSeparator(second) {
        at += 1
        restart(with: base)
        if isSpecial { skipSlashes() }
        return authority()
      }
      copy(base, upTo: base.authorityEnd)
      beginPath()
      return path()
    }
    copy(base, upTo: base.marks.queryStart ?? base.marks.fragmentStart)
    guard let byte = next, byte != 0x3F, byte != 0x23 else {
      if next != 0x3F { appendQuery(of: base) }
      return queryAndFragment()
    }
    output.shortenPath()
    return path()
  }

  /// Addresses of files (states "file", "file slash" and "file host"); the base is given only when it is one too.
  private mutating func fileAddress(base: WebURL?) -> Bool {
    guard let byte = next, byte.isSlash else { return filePath(base: base) }
    at += 1
    if let second = next, second.isSlash {
      at += 1
      return fileHost()
    }
    output.beginAuthority()
    if let base {
      output.bytes.append(contentsOf: base.href.utf8.dropFirst(7).prefix(Int(base.marks.hostEnd) - 7))
    }
    output.marks.hostEnd = output.position
    beginPath()
    if let base, !DriveLetter.starts(rest), let drive = base.pathSegments.first, DriveLetter.isNormalised(drive.utf8) {
      output.append(0x2F)
      output.bytes.append(contentsOf: drive.utf8)
    }
    return path()
  }

  private mutating func filePath(base: WebURL?) -> Bool {
    guard let base else {
      output.beginAuthority()
      beginPath()
      return path()
    }
    copy(base, upTo: base.marks.queryStart ?? base.marks.fragmentStart)
    guard let byte = next, byte != 0x3F, byte != 0x23 else {
      if next != 0x3F { appendQuery(of: base) }
      return queryAndFragment()
    }
    if DriveLetter.starts(rest) {
      output.bytes.removeSubrange(Int(output.marks.pathStart)...)
    } else {
      output.shortenPath()
    }
    return path()
  }

  private mutating func fileHost() -> Bool {
    let end = input[at...].firstIndex { $0.isSlash || $0 == 0x3F || $0 == 0x23 } ?? input.count
    output.beginAuthority()
    if !DriveLetter.matches(input[at..<end]) {
      if at < end {
        guard appendHost(input[at..<end]) else { return false }
        if output.bytes[Int(output.marks.hostStart)...].elementsEqual("localhost".utf8) {
          output.bytes.removeSubrange(Int(output.marks.hostStart)...)
        }
      }
      at = end
      if let byte = next, byte.isSlash { at += 1 }
    }
    output.marks.hostEnd = output.position
    beginPath()
    return path()
  }

  // MARK: Copying from the base

  /// Takes over everything of the base before an offset, and the marks that lie before it.
  private mutating func copy(_ base: WebURL, upTo end: UInt32?) {
    output.bytes.removeAll(keepingCapacity: true)
    output.bytes.append(contentsOf: base.href.utf8.prefix(end.map(Int.init) ?? base.href.utf8.count))
    output.marks = base.marks
    output.marks.queryStart = nil
    output.marks.fragmentStart = nil
  }

  private mutating func restart(with base: WebURL) {
    output = AddressAssembly(bytes: [], marks: AddressMarks())
    output.bytes.reserveCapacity(input.count + 64)
    output.append(scheme: base.href.utf8.prefix(Int(base.marks.schemeEnd)))
  }

  private mutating func appendQuery(of base: WebURL) {
    guard base.marks.queryStart != nil, let query = base.query else { return }
    output.marks.queryStart = output.position
    output.append(0x3F)
    output.bytes.append(contentsOf: query.utf8)
  }
}

extension WebURL {
  /// Where scheme, credentials, host and port end and the path (or the `/.` before it) begins.
  fileprivate var authorityEnd: UInt32 { marks.hasAuthority ? marks.pathStart : marks.schemeEnd + 1 }
}

extension AddressAssembly {
  /// Writes the scheme in lower case and its colon.
  mutating func append(scheme: some Collection<UInt8>) {
    for byte in scheme { bytes.append(byte.lowercasedASCII) }
    marks.schemeKind = SchemeKind(bytes)
    marks.schemeEnd = position
    append(0x3A)
  }

  /// Writes `//`, with an empty host until one follows.
  mutating func beginAuthority() {
    bytes.append(contentsOf: "//".utf8)
    marks.hasAuthority = true
    marks.usernameEnd = position
    marks.hostStart = position
    marks.hostEnd = position
  }
}

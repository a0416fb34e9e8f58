/// "Prescan a byte stream to determine its encoding" (HTML Standard §13.2.3.2): looks for a `<meta>` that names a
/// charset, past comments and the attributes of other tags, without parsing the page.
struct MetaPrescan {
  /// The standard's reach, in bytes.
  static let standardReach = 1_024

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  /// The charset that the first fitting `<meta>` names, or nil.
  static func charset(in bytes: [UInt8], reach: Int = standardReach) -> Charset? {
    var scan = MetaPrescan(bytes: bytes.prefix(reach))
    return scan.run()
  }

  private init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  private mutating func run() -> Charset? {
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let rest = bytes[at...]
      if rest.begins(withLowercase: "<!--") {
        skipComment()
      } else if rest.begins(withLowercase: "<meta"), let next = rest.dropFirst(5).first,
        next.isMarkupSpace || next == UInt8(ascii: "/")
      {
        at += 5
        if let found = meta() { return found }
      } else if isTag(rest) {
        skipTag()
      } else if let next = rest.dropFirst().first, "!/?".utf8.contains(next) {
        at = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.endIndex
      } else {
        at += 1
      }
    }
    return nil
  }

  private func isTag(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.dropFirst(rest.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
    return name.first?.isASCIILetter ?? false
  }

  /// `<!-->` closes at once: the dashes of the start may belong to the end.
  private mutating func skipComment() {
    at += 2
    while at < bytes.endIndex {
      if bytes[at...].begins(withLowercase: "-->") {
        at += 3
        return
      }
      at += 1
    }
  }

  private mutating func skipTag() {
    while at < bytes.endIndex, !bytes[at].isMarkupSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
    while attribute() != nil {}
    if at < bytes.endIndex { at += 1 }
  }

  private mutating func meta() -> Charset? {
    var seen: Set<[UInt8]> = []
    var saysContentType = false
    var needsContentType: Bool?
    var charset: Charset?
    while let (name, value) = attribute() {
      guard seen.insert(name).inserted else { continue }
      if name.elementsEqual("http-equiv".utf8) {
        saysContentType = value.elementsEqual("content-type".utf8)
      } else if name.elementsEqual("content".utf8), charset == nil, needsContentType == nil {
        if let named = Self.charset(inContentType: value) {
          charset = named
          needsContentType = true
        }
      } else if name.elementsEqual("charset".utf8) {
        charset = Charset(label: value)
        needsContentType = false
      }
    }
    guard at < bytes.endIndex else { return nil }
    at += 1
    guard let needsContentType, !needsContentType || saysContentType, let charset else { return nil }
    switch charset {
    case .utf16LittleEndian, .utf16BigEndian: return .utf8
    default: return charset
    }
  }

  /// "Get an attribute": its name and value in lower case; nil at the end of the tag or of the bytes.
  private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
    while let byte = current, byte.isMarkupSpace || byte == UInt8(ascii: "/") { at += 1 }
    guard let first = current, first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while let byte = current {
      if byte == UInt8(ascii: "="), !name.isEmpty { break }
      if byte.isMarkupSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      name.append(byte.asciiLowercased)
      at += 1
    }
    skipSpace()
    guard current == UInt8(ascii: "=") else { return (name, []) }
    at += 1
    skipSpace()
    var value: [UInt8] = []
    if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      while let byte = current, byte != quote {
        value.append(byte.asciiLowercased)
        at += 1
      }
      if current != nil { at += 1 }
    } else {
      while let byte = current, !byte.isMarkupSpace, byte != UInt8(ascii: ">") {
        value.append(byte.asciiLowercased)
        at += 1
      }
    }
    return (name, value)
  }

  private var current: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte.isMarkupSpace { at += 1 }
  }

  /// The charset parameter of a Content-Type (HTML Standard §2.4.4 "extracting a character encoding from a meta
  /// element"), also used for the HTTP field: nil where it is absent, unknown or its quote is not closed.
  static func charset(inContentType value: [UInt8]) -> Charset? {
    var from = 0
    while let word = value.position(ofLowercase: "charset", from: from) {
      var at = word + 7
      while at < value.count, value[at].isMarkupSpace { at += 1 }
      guard at < value.count, value[at] == UInt8(ascii: "=") else {
        from = word + 7
        continue
      }
      at += 1
      while at < value.count, value[at].isMarkupSpace { at += 1 }
      guard at < value.count else { return nil }
      let quote = value[at]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let end = value[(at + 1)...].firstIndex(of: quote) else { return nil }
        return Charset(label: value[(at + 1)..<end])
      }
      return Charset(label: value[at...].prefix { !$0.isMarkupSpace && $0 != UInt8(ascii: ";") })
    }
    return nil
  }
}

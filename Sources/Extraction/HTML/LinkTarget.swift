/// What the address attribute of a link says, before it is resolved.
enum LinkTarget: Equatable {
  case address(String)
  /// An address inside a script.
  case scripted(String)
  /// A script that does not tell where it goes.
  case script(String)
  /// `#`, `#!`, `javascript:void(0)`, nothing at all.
  case nowhere(String)

  /// Reads `href`, and `onclick` where the address leads nowhere by itself.
  init(href: XMLText?, onclick: XMLText?) {
    let written = Self.cleaned(href?.bytes)
    let direct = Self.reading(of: written)
    if case .address = direct {
      self = direct
      return
    }
    guard let onclick else {
      self = direct
      return
    }
    switch ScriptedAddress.read(Array(onclick.bytes)) {
    case .address(let address): self = .scripted(address)
    case .unknown:
      if case .scripted = direct { self = direct } else { self = .script(onclick.words(limit: 200)) }
    case .nothing: self = direct
    }
  }

  private static func reading(of written: [UInt8]) -> LinkTarget {
    let text = String(decoding: written, as: UTF8.self)
    if written.begins(withLowercase: "javascript:") {
      switch ScriptedAddress.read(Array(written.dropFirst(11))) {
      case .address(let address): return .scripted(address)
      case .unknown: return .script(text)
      case .nothing: return .nowhere(text)
      }
    }
    if written.isEmpty || text == "#" || text.hasPrefix("#!") || text == "##" || text == "/#" { return .nowhere(text) }
    return .address(text)
  }

  /// Bounded, without white space, quotes and the semicolons that editors leave at the ends.
  static func cleaned(_ bytes: UnsafeBufferPointer<UInt8>?) -> [UInt8] {
    guard let bytes else { return [] }
    func isStray(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    guard let first = bytes.firstIndex(where: { !isStray($0) }), let last = bytes.lastIndex(where: { !isStray($0) })
    else { return [] }
    return Array(bytes[first...last].prefix(PageLimits.rawTarget))
  }
}

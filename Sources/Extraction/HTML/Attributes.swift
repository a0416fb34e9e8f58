import CLibXML2

/// The attributes of one element that the reader looks at, found in one pass. Values stay in the tree.
struct Attributes {
  var href, source, dataSource, id, classes, role, title, alt, ariaLabel, rel, onclick, name, type, value: XMLText?
  var content, httpEquiv, data, action, method, placeholder, rowspan, colspan, sourceSet, onchange: XMLText?
  /// `data-href`, `data-url`, `data-link`.
  var dataLink: XMLText?
  /// `data-bs-target`, `data-target`, `aria-controls`: what a button opens.
  var opens: XMLText?
  /// `data-bs-toggle`, `data-toggle`, `data-slide`: what a button does.
  var toggle: XMLText?
  var ariaExpanded: XMLText?

  init(_ element: xmlNodePtr) {
    var next = element.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let name = attribute.pointee.name else { continue }
      set(name, XMLText(attribute.pointee.children?.pointee.content))
    }
  }

  private mutating func set(_ name: UnsafePointer<xmlChar>, _ text: XMLText) {
    switch name[0] {
    case UInt8(ascii: "a"): setA(name, text)
    case UInt8(ascii: "c"):
      if name.spells("class") { classes = text }
      if name.spells("content") { content = text }
      if name.spells("colspan") { colspan = text }
    case UInt8(ascii: "d"): setData(name, text)
    case UInt8(ascii: "h"):
      if name.spells("href") { href = text }
      if name.spells("http-equiv") { httpEquiv = text }
    case UInt8(ascii: "i"): if name.spells("id") { id = text }
    case UInt8(ascii: "m"): if name.spells("method") { method = text }
    case UInt8(ascii: "n"): if name.spells("name") { self.name = text }
    case UInt8(ascii: "o"):
      if name.spells("onclick") { onclick = text }
      if name.spells("onchange") { onchange = text }
    case UInt8(ascii: "p"): if name.spells("placeholder") { placeholder = text }
    case UInt8(ascii: "r"):
      if name.spells("rel") { rel = text }
      if name.spells("role") { role = text }
      if name.spells("rowspan") { rowspan = text }
    case UInt8(ascii: "s"):
      if name.spells("src") { source = text }
      if name.spells("srcset") { sourceSet = text }
    case UInt8(ascii: "t"):
      if name.spells("title") { title = text }
      if name.spells("type") { type = text }
    case UInt8(ascii: "v"): if name.spells("value") { value = text }
    case UInt8(ascii: "x"): if name.spells("xlink:href"), href == nil { href = text }
    default: break
    }
  }

  private mutating func setA(_ name: UnsafePointer<xmlChar>, _ text: XMLText) {
    if name.spells("alt") { alt = text }
    if name.spells("action") { action = text }
    if name.spells("aria-label") { ariaLabel = text }
    if name.spells("aria-controls"), opens == nil { opens = text }
    if name.spells("aria-expanded") || name.spells("aria-haspopup") { ariaExpanded = text }
  }

  private mutating func setData(_ name: UnsafePointer<xmlChar>, _ text: XMLText) {
    if name.spells("data") { data = text }
    if name.spells("data-src") || name.spells("data-original") || name.spells("data-lazy-src") { dataSource = text }
    if name.spells("data-href") || name.spells("data-url") || name.spells("data-link") { dataLink = text }
    if name.spells("data-bs-target") || name.spells("data-target") { opens = text }
    if name.spells("data-bs-toggle") || name.spells("data-toggle") || name.spells("data-slide") { toggle = text }
  }
}

/// A text in the tree, NUL-terminated UTF-8; valid while the tree lives.
struct XMLText {
  let start: UnsafePointer<xmlChar>

  private static let nothing: StaticString = ""

  init(_ start: UnsafePointer<xmlChar>?) { self.start = start ?? Self.nothing.utf8Start }

  var isEmpty: Bool { start.pointee == 0 }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start))) }

  /// Its words with single spaces between them, at most so many bytes.
  func words(limit: Int = 600) -> String {
    var flow = FlowText()
    flow.append(bytes)
    return flow.text(0..<flow.count, limit: limit)
  }

  /// In lower case (ASCII), spaces at the ends taken off.
  var lowercased: String { String(decoding: bytes.map(\.asciiLowercased), as: UTF8.self).trimmed }

  var number: Int? { Int(String(decoding: bytes.prefix(6), as: UTF8.self).trimmed) }
}

extension UnsafePointer<xmlChar> {
  /// Whether a name of the tree is this word; libxml2 gives HTML names in lower case.
  func spells(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
      for at in 0..<wanted.count where self[at] != wanted[at] { return false }
      return self[wanted.count] == 0
    }
  }
}

extension String {
  /// Without ASCII white space and control characters at both ends.
  var trimmed: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return ""
    }
    return String(self[first...last])
  }
}

import AuditCore
import WebURL

/// Reads back what `ReadingEncoding` wrote. Anything that does not fit is an error, and then nothing is believed.
struct ReadingDecoding {
  /// The content is not what the encoding writes.
  struct Misfit: Error {}

  private let bytes: [UInt8]
  private var at = 0
  private var texts: [String] = []
  /// Addresses by the number of their text.
  private var targets: [WebURL?] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readings() throws(Misfit) -> [ReadingKey: Document] {
    let textCount = try count()
    texts.reserveCapacity(textCount)
    for _ in 0..<textCount { texts.append(String(decoding: try slice(try count()), as: UTF8.self)) }
    targets = Array(repeating: nil, count: textCount)
    let documentCount = try count()
    var readings: [ReadingKey: Document] = [:]
    readings.reserveCapacity(documentCount)
    for _ in 0..<documentCount {
      let key = ReadingKey(bytes: Array(try slice(32)))
      readings[key] = try document()
    }
    guard at == bytes.count else { throw Misfit() }
    return readings
  }

  private mutating func document() throws(Misfit) -> Document {
    var document = Document(mediaType: try value())
    document.title = try text()
    document.charset = try text()
    document.breadcrumb = try list()
    document.faults = try list()
    document.isScriptShell = try flag()
    document.readability = try readability()
    document.blocks = try many { (self: inout Self) throws(Misfit) in try self.block() }
    document.links = try many { (self: inout Self) throws(Misfit) in try self.link() }
    document.forms = try many { (self: inout Self) throws(Misfit) in
      Form(
        action: try self.text(), method: try self.text(), fieldTypes: try self.list(), text: try self.text(),
        region: try self.value())
    }
    document.pictures = try many { (self: inout Self) throws(Misfit) in
      Picture(source: try self.text(), text: try self.text(), region: try self.value())
    }
    return document
  }

  private mutating func block() throws(Misfit) -> Block {
    let kind: Block.Kind =
      switch try number() {
      case 0: .paragraph
      case 1: .listItem
      case 2: .row
      case let other: .heading(level: other - 3)
      }
    var block = Block(kind: kind, text: try text(), cells: try list(), region: try value())
    let page = try number()
    block.page = page > 0 ? page - 1 : nil
    block.isScanned = try flag()
    return block
  }

  private mutating func link() throws(Misfit) -> Link {
    var link = Link(kind: try value(), target: try flag() ? try target() : nil, rawTarget: try text(), text: try text())
    link.label = try text()
    link.row = try list()
    link.item = try text()
    link.before = try text()
    link.headings = try list()
    link.menuPath = try list()
    link.region = try value()
    link.domPath = try text()
    link.line = try number()
    link.noFollow = try flag()
    return link
  }

  private mutating func readability() throws(Misfit) -> Readability {
    switch try number() {
    case 0: return .readable
    case 1: return .damaged
    case 2: return .unreadable(try value(), detail: try text())
    case 3: return .unopenable(detail: try text())
    default: throw Misfit()
    }
  }

  private mutating func target() throws(Misfit) -> WebURL {
    let place = try textNumber()
    if let known = targets[place] { return known }
    guard let url = WebURL(parsing: texts[place]) else { throw Misfit() }
    targets[place] = url
    return url
  }

  // MARK: Parts

  private mutating func many<Part>(
    _ part: (inout Self) throws(Misfit) -> Part
  ) throws(Misfit) -> [Part] {
    let count = try count()
    var parts: [Part] = []
    parts.reserveCapacity(count)
    for _ in 0..<count { parts.append(try part(&self)) }
    return parts
  }

  private mutating func list() throws(Misfit) -> [String] {
    let count = try count()
    guard count > 0 else { return [] }
    var list: [String] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try text()) }
    return list
  }

  private mutating func value<Value: RawRepresentable<String>>() throws(Misfit) -> Value {
    guard let value = Value(rawValue: try text()) else { throw Misfit() }
    return value
  }

  private mutating func text() throws(Misfit) -> String { texts[try textNumber()] }

  private mutating func textNumber() throws(Misfit) -> Int {
    let place = try number()
    guard place < texts.count else { throw Misfit() }
    return place
  }

  private mutating func flag() throws(Misfit) -> Bool {
    switch try number() {
    case 0: return false
    case 1: return true
    default: throw Misfit()
    }
  }

  /// A number of things of which each takes a byte or more.
  private mutating func count() throws(Misfit) -> Int {
    let count = try number()
    guard count <= bytes.count - at else { throw Misfit() }
    return count
  }

  private mutating func number() throws(Misfit) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while at < bytes.count, shift < 63 {
      let byte = bytes[at]
      at += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
    throw Misfit()
  }

  private mutating func slice(_ count: Int) throws(Misfit) -> ArraySlice<UInt8> {
    guard count <= bytes.count - at else { throw Misfit() }
    defer { at += count }
    return bytes[at..<(at + count)]
  }
}

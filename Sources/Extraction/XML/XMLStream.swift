import CLibXML2

/// A pull reader over one XML document in memory. Nothing outside the document is ever read, entities are not
/// replaced (so neither XXE nor a billion laughs reaches anything), and libxml2's own limits of depth and text hold.
struct XMLStream: ~Copyable {
  enum Event: Equatable {
    /// An element begins; `isEmpty` when it ends at once, without an `end` of its own.
    case start(isEmpty: Bool)
    case end
    case text(String)
  }

  private let reader: xmlTextReaderPtr
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// The whole tree, where a document is read leniently.
  private let tree: xmlDocPtr?
  /// What is wrong with the document, once the end or the fault is reached.
  private(set) var fault: String?

  /// Bytes up to which a document is read leniently: that needs the whole tree at once.
  private static let lenientLimit = 16 << 20

  /// - Parameters:
  ///   - document: The document, of which the XML declaration may be a lie.
  ///   - charset: The charset to read it in instead, nil to go by the declaration.
  ///   - isLenient: Whether to go on after a fault, as far as that makes sense.
  init?(_ document: some Collection<UInt8>, charset: String? = nil, isLenient: Bool = false) {
    XMLParsing.prepare()
    guard !document.isEmpty, document.count < Int(Int32.max) else { return nil }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: document.count)
    _ = copy.initialize(from: document)
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    options |= XML_PARSE_NOCDATA.rawValue
    if charset != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
    var tree: xmlDocPtr?
    var fault: String?
    let made = copy.withMemoryRebound(to: CChar.self) { text -> xmlTextReaderPtr? in
      guard isLenient, text.count <= Self.lenientLimit else {
        return xmlReaderForMemory(text.baseAddress, Int32(text.count), nil, charset, Int32(options))
      }
      options |= XML_PARSE_RECOVER.rawValue
      (tree, fault) = Self.tree(of: text, charset, Int32(options))
      return tree.flatMap { xmlReaderWalker($0) }
    }
    guard let made else {
      if let tree { xmlFreeDoc(tree) }
      copy.deallocate()
      return nil
    }
    reader = made
    bytes = copy
    self.tree = tree
    self.fault = fault
  }

  private static func tree(
    of text: UnsafeMutableBufferPointer<CChar>, _ charset: String?, _ options: Int32
  ) -> (xmlDocPtr?, String?) {
    guard let context = xmlNewParserCtxt() else { return (nil, nil) }
    defer { xmlFreeParserCtxt(context) }
    let tree = xmlCtxtReadMemory(context, text.baseAddress, Int32(text.count), nil, charset, options)
    let isWhole = context.pointee.wellFormed == 1
    return (tree, isWhole ? nil : "not well-formed XML, first at line \(context.pointee.lastError.line)")
  }

  /// The next event; nil at the end of the document, or of what can be read of it.
  mutating func next() -> Event? {
    while true {
      let state = xmlTextReaderRead(reader)
      guard state == 1 else {
        if state < 0, fault == nil { fault = "XML ends in a fault at line \(xmlTextReaderGetParserLineNumber(reader))" }
        return nil
      }
      switch xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue): return .start(isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue): return .end
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
        return .text(String(decoding: XMLText(xmlTextReaderConstValue(reader)).bytes, as: UTF8.self))
      default: continue
      }
    }
  }

  /// The element's name without its prefix.
  var name: String { String(decoding: XMLText(xmlTextReaderConstLocalName(reader)).bytes, as: UTF8.self) }

  /// The element's namespace, empty where it has none.
  var namespace: String { String(decoding: XMLText(xmlTextReaderConstNamespaceUri(reader)).bytes, as: UTF8.self) }

  /// How many elements the present one stands in.
  var depth: Int { Int(xmlTextReaderDepth(reader)) }

  /// An attribute of the present element by its name without prefix, bounded.
  func attribute(_ wanted: StaticString) -> String? {
    guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    repeat {
      if let name = xmlTextReaderConstLocalName(reader), name.spells(wanted) {
        return String(decoding: XMLText(xmlTextReaderConstValue(reader)).bytes.prefix(4_000), as: UTF8.self)
      }
    } while xmlTextReaderMoveToNextAttribute(reader) == 1
    return nil
  }

  deinit {
    xmlFreeTextReader(reader)
    if let tree { xmlFreeDoc(tree) }
    bytes.deallocate()
  }
}

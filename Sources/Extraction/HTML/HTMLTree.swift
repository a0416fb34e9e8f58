import CLibXML2

/// The tree that libxml2 makes of one page. Owns the C document and frees it; its nodes never leave the walk.
struct HTMLTree: ~Copyable {
  private let document: htmlDocPtr
  /// What was left out while parsing.
  let faults: [String]

  /// Parses well-formed UTF-8, however broken its markup; nil only where there is nothing to parse or no memory.
  init?(parsing bytes: [UInt8]) {
    XMLParsing.prepare()
    guard !bytes.isEmpty, bytes.count <= Int(Int32.max), let context = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(context) }
    let growth = UnsafeMutablePointer<TreeGrowth>.allocate(capacity: 1)
    growth.initialize(to: TreeGrowth())
    defer {
      growth.deinitialize(count: 1)
      growth.deallocate()
    }
    context.pointee._private = UnsafeMutableRawPointer(growth)
    context.pointee.sax.pointee.startElement = { TreeGrowth.startElement($0, $1, $2) }
    let parsed = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        htmlCtxtReadMemory(context, characters.baseAddress, Int32(characters.count), nil, "utf-8", Self.options)
      }
    }
    guard let parsed else { return nil }
    document = parsed
    faults = growth.pointee.faults
  }

  /// HUGE lifts the depth of 256 below which everything would vanish silently.
  private static let options = Int32(
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      | Int32(XML_PARSE_HUGE.rawValue).magnitude)

  /// The first top-level node: a page may hold two documents beside each other.
  var first: xmlNodePtr? { document.pointee.children }

  deinit { xmlFreeDoc(document) }
}

/// Counts the elements of a page while it is parsed and ends the parse at the limits.
private struct TreeGrowth {
  var elements = 0
  var faults: [String] = []

  static func startElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let context else { return }
    let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
    guard let growth = parser.pointee._private?.assumingMemoryBound(to: TreeGrowth.self) else { return }
    growth.pointee.elements += 1
    if growth.pointee.elements > PageLimits.elements {
      growth.pointee.stop(parser, "more than \(PageLimits.elements) elements: the rest was not read")
    } else if parser.pointee.nameNr > PageLimits.nesting {
      growth.pointee.stop(parser, "nested deeper than \(PageLimits.nesting): the rest was not read")
    } else {
      xmlSAX2StartElement(context, name, attributes)
    }
  }

  private mutating func stop(_ parser: xmlParserCtxtPtr, _ fault: String) {
    if faults.isEmpty { faults.append(fault) }
    xmlStopParser(parser)
  }
}
